import { PaymentFields } from '../../shared/billing/schema.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, aPayer, aPrescription, aVisit } from './records.ts'
import type { TestApp } from './test-app.ts'

const INSURER = 'Northfork Mutual Auto'

/** An auto case with its claim and a prescription. */
export async function anAutoCase(test: TestApp, given: { releaseSignedOn?: string | null } = {}): Promise<{ patientId: PatientId; episodeId: EpisodeId }> {
  const { releaseSignedOn = '2026-09-30' } = given
  const patientId = await aPatient(test, { releaseSignedOn: releaseSignedOn === null ? null : localDate(releaseSignedOn) })
  const known = (await test.request('practice.listPayers', {})).find(({ name }) => name === INSURER)
  const payerId = known?.id ?? (await aPayer(test, { name: INSURER, kind: 'auto' }))
  const episodeId = await anEpisode(test, patientId, { condition: 'Whiplash', diagnoses: 2 })
  const claim = {
    payerId,
    claimNumber: 'NF-26-00881',
    injuredOn: localDate('2026-08-02'),
    state: 'MT' as const,
    adjuster: 'P. Quill',
    attorney: '',
    employer: '',
  }
  const fields = { condition: 'Whiplash', kind: 'auto' as const, onsetOn: null, regions: ['neck' as const], claim, plannedVisits: null, planRemark: '' }
  await test.request('episodes.save', { episodeId, fields })
  await aPrescription(test, episodeId)
  return { patientId, episodeId }
}

/** A visit of a case with its signed note, checked out; `paid` of the whole charge in cents, all of it if not told. */
export async function aChargedVisit(
  test: TestApp,
  { patientId, episodeId }: { patientId: PatientId; episodeId: EpisodeId },
  given: { startsAt: string; paid?: number },
): Promise<AppointmentId> {
  const { id } = await aVisit(test, { patientId, episodeId, startsAt: given.startsAt })
  await aNote(test, id, { minutes: { '97140': 38, '97124': 15 }, isSigned: true })
  const { total } = await test.request('billing.previewCheckOut', { appointmentId: id })
  const amount = given.paid ?? total
  const payment = amount === 0 ? null : PaymentFields.parse({ amount, method: 'card', reference: '' })
  await test.request('billing.checkOut', { appointmentId: id, payment })
  return id
}
