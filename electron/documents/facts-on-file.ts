import { clinicFacts, diagnosisFacts, episodeFacts, patientFacts, policyFacts, practitionerFacts, prescriptionFacts } from '../../shared/billing/facts-of.ts'
import type { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import type { FactsOnFile } from '../../shared/documents/present-facts.ts'
import type { Coverage } from '../../shared/episodes/coverage.ts'
import { diagnosesValidOn } from '../../shared/episodes/diagnosis-rules.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId, PayerId, PractitionerId } from '../../shared/lib/ids.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { episodeCoverage } from '../episodes/coverage-repository.ts'
import { getEpisode, payerOf } from '../episodes/repository.ts'
import { getPatient, policyOf } from '../patients/repository.ts'
import { getClinic, getPayer, getPractitioner } from '../practice/repository.ts'

type EpisodeSeen = { readonly episode: Episode; readonly payerName: string; readonly covered: Coverage<AppointmentId>['visits'] }
type Visit = { readonly appointmentId: AppointmentId; readonly patientId: PatientId; readonly serviceOn: LocalDate }

/** Says of a visit what the records hold now of those whom its invoice froze. */
export type FactsReader = (frozen: InvoiceFacts, visit: Visit) => FactsOnFile

/**
 * Reads the records once for many visits: clinic, people and episodes are the same for all of them. To be used only while the records stay as they are.
 * The patient is the visit’s own: the chart at check-out may have become part of this one.
 */
export function factsReader(db: Database): FactsReader {
  const clinic = once(() => clinicFacts(getClinic(db)))
  const practitioner = once((id: PractitionerId) => practitionerFacts(getPractitioner(db, id)))
  const patient = once((id: PatientId) => patientFacts(getPatient(db, id)))
  const payer = once((id: PayerId) => getPayer(db, id))
  const policy = once((id: PatientId) => policyOnFile(db, id, payer))
  const known = new Map<EpisodeId, EpisodeSeen>()
  // What is read of an episode here does not depend on the day it is seen from.
  const episodeSeen = (id: EpisodeId, day: LocalDate) => {
    const episode = getEpisode(db, day, id)
    const seen = { episode, payerName: payerOf(db, episode.patientId, id).name, covered: episodeCoverage(db, day, id).visits }
    known.set(id, seen)
    return seen
  }
  const onDay = (id: EpisodeId, { appointmentId, serviceOn }: Visit) => {
    const { episode, payerName, covered } = known.get(id) ?? episodeSeen(id, serviceOn)
    const own = covered.get(appointmentId)
    const prescription = episode.prescriptions.find(each => each.id === own?.prescriptionId)
    return {
      episode: episodeFacts(episode, payerName),
      diagnoses: diagnosisFacts(diagnosesValidOn(episode.diagnoses, serviceOn)),
      prescription: prescription ? prescriptionFacts(prescription, own?.number ?? null) : null,
    }
  }
  return (frozen, visit) => ({
    clinic: clinic(undefined),
    practitioner: practitioner(frozen.practitioner.id),
    patient: patient(visit.patientId),
    policy: policy(visit.patientId),
    ...(frozen.episode ? onDay(frozen.episode.id, visit) : { episode: null, diagnoses: [], prescription: null }),
  })
}

function policyOnFile(db: Database, patientId: PatientId, payer: (id: PayerId) => Payer): FactsOnFile['policy'] {
  const policy = policyOf(db, patientId)
  return policy && policyFacts(policy, payer(policy.payerId))
}

function once<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = read(key)
    known.set(key, value)
    return value
  }
}
