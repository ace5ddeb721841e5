import { PaymentFields } from '../../shared/billing/schema.ts'
import type { Region } from '../../shared/body-chart/regions.ts'
import { CONTRAINDICATIONS } from '../../shared/health/families.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { addDays, formatDate, type LocalDate, localDate, localDateTime } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import type { Request } from './headless.ts'

/** What was done, one line a step, and whose chart it is. */
export type Done = { readonly chartNumber: string; readonly story: readonly string[] }

/** The main job on one new patient: registered, referred, booked, treated, signed, checked out and paid, each by a request of the product. */
export async function runMainJob(request: Request, today: LocalDate): Promise<Done> {
  const { patient, episodeId } = await registerAndRefer(request, today)
  const practitioner = (await request('practice.listPractitioners', {})).at(-1)
  if (!practitioner) throw new Error('The demo clinic has no practitioner.')
  const startsAt = localDateTime(`${today}T10:00`)
  const fields = { patientId: patient.id, episodeId, practitionerId: practitioner.id, startsAt, minutes: 60, remark: '' }
  const { id: appointmentId } = await request('appointments.book', { fields })
  await request('appointments.setStatus', { appointmentId, status: 'arrived', reason: '' })
  const note = await request('notes.begin', { appointmentId })
  const { revision } = await request('notes.saveDraft', { noteId: note.id, revision: note.revision, content: { ...note.content, ...(await written(request)) } })
  await request('notes.sign', { noteId: note.id, revision, drawn: '' })
  const preview = await request('billing.previewCheckOut', { appointmentId })
  const payment = PaymentFields.parse({ amount: preview.total, method: 'card', reference: '' })
  const invoice = await request('billing.checkOut', { appointmentId, payment })
  return {
    chartNumber: patient.chartNumber,
    story: [
      `${patient.firstName} ${patient.lastName} registered, chart ${patient.chartNumber}; neck pain, diagnosed and prescribed by Dr. Raman.`,
      `Booked for ${formatDate(today)}, 10:00 am with ${practitioner.legalName}; arrived, treated, note signed.`,
      `Checked out on ${invoice.number}: ${invoice.explanation} ${formatMoney(invoice.total)} paid by card.`,
    ],
  }
}

async function registerAndRefer(request: Request, today: LocalDate) {
  const payer = (await request('practice.listPayers', {})).find(each => each.kind === 'commercial')
  const prescriber = (await request('practice.listPrescribers', {})).find(each => each.name.endsWith('Raman'))
  if (!payer || !prescriber) throw new Error('The demo clinic lacks an insurer or a prescriber.')
  const policy = {
    payerId: payer.id,
    memberId: 'CMH 884 020 551',
    groupNumber: '70214',
    planName: '',
    relation: 'self' as const,
    insuredName: '',
    insuredBornOn: null,
  }
  const patient = await request('patients.register', { fields: PATIENT, policy })
  const { id: episodeId } = await request('episodes.open', { patientId: patient.id, fields: EPISODE })
  const on = addDays(today, -3)
  const maker = { diagnosedBy: `${prescriber.name}, ${prescriber.credentials}`, prescriberId: prescriber.id, diagnosedOn: on, validFrom: on, validTo: null }
  const diagnoses = [
    { id: null, code: 'M54.2', label: 'Cervicalgia', ...maker },
    { id: null, code: 'M62.838', label: 'Other muscle spasm', ...maker },
  ]
  await request('episodes.saveDiagnoses', { episodeId, diagnoses })
  const prescription = { prescriberId: prescriber.id, writtenOn: on, expiresOn: addDays(on, 60), visits: 6, frequency: 'once a week' }
  await request('episodes.savePrescription', { episodeId, prescriptionId: null, fields: { ...prescription, ...ORDER } })
  return { patient, episodeId }
}

const PATIENT: Input<'patients.register'>['fields'] = {
  firstName: 'Odette',
  middleName: 'M.',
  lastName: 'Laurier',
  suffix: '',
  preferredName: '',
  pronouns: 'she/her',
  bornOn: localDate('1982-04-17'),
  sex: 'female',
  phone: '(406) 555-0197',
  otherPhone: '',
  email: 'olaurier@mail.example',
  address: { street: '418 Tamarack Street', street2: 'Apt 6', city: 'Larkspur Falls', state: 'MT', zip: '59000' },
  guardianName: '',
  guardianRelation: '',
  guardianPhone: '',
  releaseSignedOn: null,
  remark: '',
}
const EPISODE: Input<'episodes.open'>['fields'] = {
  condition: 'Neck pain',
  kind: 'illness',
  onsetOn: null,
  regions: ['neck', 'upper-back'],
  claim: null,
  plannedVisits: 6,
  planRemark: '',
}
const REGIONS: Region[] = ['neck', 'upper-back']
const ORDER = {
  regions: REGIONS,
  procedures: ['97140', '97124'],
  requests: 'Report after visit 6, please.',
  authorizationNumber: '',
  visitsUsedBefore: 0,
  isSigned: true,
  saysMedicallyNecessary: true,
}

async function written(request: Request): Promise<Partial<NoteContent>> {
  const services = await request('practice.listServices', {})
  const block = (code: string, minutes: number, region: 'neck' | 'upper-back', modifiers: string[]) =>
    services
      .filter(service => service.code === code)
      .map(({ id, name, isTimed, minutesPerUnit }) => ({
        id: crypto.randomUUID(),
        serviceId: id,
        code,
        name,
        isTimed,
        minutesPerUnit,
        modifiers,
        minutes,
        regions: [region],
        techniques: [{ name: 'Myofascial release', sites: [], minutes: null, response: '' }],
        runningSince: null,
        spans: [],
      }))
  return {
    screening: {
      answers: Object.fromEntries(CONTRAINDICATIONS.map(({ family }) => [family, 'no'])),
      remark: '',
      overrideReason: '',
      found: [],
      temperature: null,
      isWithheld: false,
      systolic: 124,
      diastolic: 78,
    },
    subjective: 'Stiff neck on waking for six weeks, worst turning left. Hardest: checking the blind spot when driving.',
    objective: 'Upper trapezius taut on both sides, left more than right; tender point at the levator attachment.',
    assessment: 'Baseline taken. Findings are consistent with muscle guarding that goes with the referred condition.',
    plan: 'Once a week for six weeks; re-measure at visit 3, letter to the prescriber at visit 6.',
    homeCare: 'Chin tucks, 10 twice a day',
    painBefore: { now: 6, best: 4, worst: 8 },
    painAfter: { now: 4, best: null, worst: null },
    activities: [{ name: 'Check the blind spot when driving', score: 3 }],
    rom: [{ motion: 'cervical-rotation', left: 48, right: 55, value: null }],
    strength: [],
    posture: [],
    specialTests: [],
    marks: [],
    scores: [],
    blocks: [...block('97140', 37, 'neck', []), ...block('97124', 15, 'upper-back', ['59'])],
  }
}
