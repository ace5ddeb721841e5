import { CONTRAINDICATIONS } from '../../shared/health/families.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Note, NoteContent } from '../../shared/notes/schema.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import { USUAL_PAYER } from '../../shared/practice/usual-payer.ts'
import { aPatient as patientFields } from './patients.ts'
import type { TestApp } from './test-app.ts'

type PatientFields = Input<'patients.register'>['fields']
type PrescriptionFields = Input<'episodes.savePrescription'>['fields']

const NO_ADDRESS = { street: '', street2: '', city: '', state: '' as const, zip: '' }

/** Registers a patient; the given fields replace those of Marisol Reyes. */
export async function aPatient(test: TestApp, given: Partial<PatientFields> = {}, policy: Input<'patients.register'>['policy'] = null): Promise<PatientId> {
  const fields = patientFields({ bornOn: '1984-03-14', ...given })
  return (await test.request('patients.register', { fields, policy })).id
}

/** Adds a payer with a unit rule. */
export async function aPayer(test: TestApp, given: Partial<Omit<Payer, 'id'>> = {}): Promise<Payer['id']> {
  const fields: Omit<Payer, 'id'> = {
    name: 'Cascadia Mutual',
    kind: 'commercial',
    ...USUAL_PAYER,
    requiresPrescription: true,
    ...given,
  }
  return (await test.request('practice.savePayer', { id: null, fields })).id
}

/** Opens an episode for the neck with one diagnosis (none with `diagnoses: 0`). */
export async function anEpisode(
  test: TestApp,
  patientId: PatientId,
  given: { condition?: string; plannedVisits?: number; diagnoses?: number } = {},
): Promise<EpisodeId> {
  const fields = {
    condition: given.condition ?? 'Neck pain',
    kind: 'illness' as const,
    onsetOn: null,
    regions: ['neck' as const, 'upper-back' as const],
    claim: null,
    plannedVisits: given.plannedVisits ?? null,
    planRemark: '',
  }
  const { id } = await test.request('episodes.open', { patientId, fields })
  const maker = { diagnosedBy: 'Samir Amari, MD', prescriberId: null, diagnosedOn: localDate('2026-09-01'), validFrom: localDate('2026-09-01'), validTo: null }
  const all = [
    { id: null, code: 'M54.2', label: 'Cervicalgia', ...maker },
    { id: null, code: 'M62.838', label: 'Other muscle spasm', ...maker },
  ]
  await test.request('episodes.saveDiagnoses', { episodeId: id, diagnoses: all.slice(0, given.diagnoses ?? 1) })
  return id
}

/** Puts a prescription of six weekly visits to the neck on an episode. */
export async function aPrescription(test: TestApp, episodeId: EpisodeId, given: Partial<PrescriptionFields> = {}): Promise<void> {
  const amari = { name: 'Samir Amari', credentials: 'MD', npi: '1993999998', practiceName: '', address: NO_ADDRESS, phone: '', fax: '' }
  const known = (await test.request('practice.listPrescribers', {})).find(({ npi }) => npi === amari.npi)
  const prescriber = known ?? (await test.request('practice.savePrescriber', { id: null, fields: amari }))
  const fields: PrescriptionFields = {
    prescriberId: prescriber.id,
    writtenOn: localDate('2026-10-01'),
    expiresOn: localDate('2026-12-31'),
    visits: 6,
    frequency: 'once a week',
    regions: ['neck'],
    procedures: [],
    requests: 'Gentle work around C5.',
    authorizationNumber: '',
    visitsUsedBefore: 0,
    isSigned: true,
    saysMedicallyNecessary: true,
    ...given,
  }
  await test.request('episodes.savePrescription', { episodeId, prescriptionId: null, fields })
}

/** Fields of a visit with the clinic’s first practitioner: an hour without remark. */
export async function visitFields(test: TestApp, given: { patientId: PatientId; episodeId?: EpisodeId | null; startsAt: string; minutes?: number }) {
  const [practitioner] = await test.request('practice.listPractitioners', {})
  if (!practitioner) throw new Error('The clinic has no practitioner.')
  const { patientId, episodeId = null, minutes = 60 } = given
  return { patientId, episodeId, practitionerId: practitioner.id, startsAt: localDateTime(given.startsAt), minutes, remark: '' }
}

/** Books a visit. */
export async function aVisit(test: TestApp, given: Parameters<typeof visitFields>[1]): Promise<Output<'appointments.book'>> {
  return test.request('appointments.book', { fields: await visitFields(test, given) })
}

/** A complete note with hands-on minutes by code; changes replace whole parts. */
export async function noteContent(test: TestApp, minutes: Readonly<Record<string, number>>, changes: Partial<NoteContent> = {}): Promise<NoteContent> {
  const services = await test.request('practice.listServices', {})
  const blocks = Object.entries(minutes).flatMap(([code, count], index) => {
    const service = services.find(each => each.code === code)
    if (!service) throw new Error(`No service has code ${code}.`)
    const { id, name, isTimed, minutesPerUnit, modifiers } = service
    const own = {
      id: `00000000-0000-4000-9000-${String(index + 1).padStart(12, '0')}`,
      serviceId: id,
      code: service.code,
      name,
      isTimed,
      minutesPerUnit,
      modifiers,
    }
    return [{ ...own, minutes: count, regions: ['neck' as const], techniques: [], runningSince: null, spans: [] }]
  })
  const answers = Object.fromEntries(CONTRAINDICATIONS.map(({ family }) => [family, 'no' as const]))
  return {
    screening: { answers, found: [], remark: '', overrideReason: '', systolic: null, diastolic: null, temperature: null, isWithheld: false },
    subjective: 'Stiff on waking.',
    objective: 'Tone raised.',
    assessment: 'Improving.',
    plan: 'Once a week.',
    homeCare: '',
    painBefore: { now: 5, best: 3, worst: 7 },
    painAfter: { now: 2, best: null, worst: null },
    activities: [{ name: 'Turn the head while driving', score: 4 }],
    rom: [{ motion: 'cervical-rotation', left: 50, right: 60, value: null }],
    strength: [],
    posture: [],
    specialTests: [],
    marks: [],
    scores: [],
    blocks,
    regionReasons: [],
    tieChoice: [],
    ...changes,
  }
}

/** Begins a visit’s note and saves it with these minutes; `isSigned` also signs it. */
export async function aNote(
  test: TestApp,
  appointmentId: AppointmentId,
  given: { minutes: Readonly<Record<string, number>>; isSigned?: boolean },
): Promise<Note> {
  const { id, revision } = await test.request('notes.begin', { appointmentId })
  const saved = await test.request('notes.saveDraft', { noteId: id, revision, content: await noteContent(test, given.minutes) })
  if (given.isSigned) return test.request('notes.sign', { noteId: id, revision: saved.revision, drawn: '' })
  return test.request('notes.get', { noteId: id })
}
