import { clinicFacts, diagnosisFacts, episodeFacts, patientFacts, policyFacts, practitionerFacts, prescriptionFacts } from '../../shared/billing/facts-of.ts'
import type { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import type { FactsOnFile } from '../../shared/documents/present-facts.ts'
import { diagnosesValidOn } from '../../shared/episodes/diagnosis-rules.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { episodeCoverage } from '../episodes/coverage-repository.ts'
import { getEpisode, payerOf } from '../episodes/repository.ts'
import { getPatient, policyOf } from '../patients/repository.ts'
import { getClinic, getPayer, getPractitioner } from '../practice/repository.ts'

type Visit = { readonly appointmentId: AppointmentId; readonly patientId: PatientId; readonly serviceOn: LocalDate }

/** What the records say now of those whom an invoice froze. The patient is the visit’s own: the chart at check-out may have become part of this one. */
export function factsOnFile(db: Database, { practitioner, episode }: InvoiceFacts, visit: Visit): FactsOnFile {
  return {
    clinic: clinicFacts(getClinic(db)),
    practitioner: practitionerFacts(getPractitioner(db, practitioner.id)),
    patient: patientFacts(getPatient(db, visit.patientId)),
    policy: policyOnFile(db, visit.patientId),
    ...(episode ? episodeOnFile(db, episode.id, visit) : { episode: null, diagnoses: [], prescription: null }),
  }
}

function policyOnFile(db: Database, patientId: PatientId): FactsOnFile['policy'] {
  const policy = policyOf(db, patientId)
  return policy && policyFacts(policy, getPayer(db, policy.payerId))
}

function episodeOnFile(db: Database, id: EpisodeId, { appointmentId, serviceOn }: Visit): Pick<FactsOnFile, 'episode' | 'diagnoses' | 'prescription'> {
  const episode = getEpisode(db, serviceOn, id)
  const own = episodeCoverage(db, serviceOn, id).visits.get(appointmentId)
  const prescription = episode.prescriptions.find(each => each.id === own?.prescriptionId)
  return {
    episode: episodeFacts(episode, payerOf(db, episode.patientId, id).name),
    diagnoses: diagnosisFacts(diagnosesValidOn(episode.diagnoses, serviceOn)),
    prescription: prescription ? prescriptionFacts(prescription, own?.number ?? null) : null,
  }
}
