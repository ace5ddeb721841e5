import type { Input } from '../../shared/ipc/contract.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { aNote, anEpisode, aPatient, type aPayer, aPrescription, aVisit } from './records.ts'
import type { TestApp } from './test-app.ts'

type Given = {
  readonly payerId: Awaited<ReturnType<typeof aPayer>>
  readonly person?: Partial<Input<'patients.register'>['fields']>
  /** When each of the visits begins. */
  readonly days: readonly string[]
  readonly isSigned?: boolean
}

/** Registers an insured patient with a prescription, and treats and charges them: all a superbill needs, unless the notes are left unsigned. */
export async function aBilledPatient(test: TestApp, { payerId, person = {}, days, isSigned = true }: Given): Promise<PatientId> {
  const policy = { payerId, memberId: 'CMH 884 020', groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }
  const patientId = await aPatient(test, person, policy)
  const episodeId = await anEpisode(test, patientId, { diagnoses: 2 })
  await aPrescription(test, episodeId)
  for (const day of days) await aChargedVisit(test, { patientId, episodeId, day, isSigned })
  return patientId
}

type Visit = { readonly patientId: PatientId; readonly episodeId: EpisodeId; readonly day: string; readonly isSigned?: boolean }

/** Books, treats and charges one visit, paid by card. */
export async function aChargedVisit(test: TestApp, { patientId, episodeId, day, isSigned = true }: Visit): Promise<void> {
  const { id: appointmentId } = await aVisit(test, { patientId, episodeId, startsAt: day })
  await aNote(test, appointmentId, { minutes: { '97140': 38 }, isSigned })
  const { total } = await test.request('billing.previewCheckOut', { appointmentId })
  await test.request('billing.checkOut', { appointmentId, payment: { amount: total, method: 'card', reference: '' } })
}
