import { diagnosisLetters } from '../../shared/billing/check-out.ts'
import type { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import type { FactsOnFile } from '../../shared/documents/complete-facts.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { diagnosesOn } from '../episodes/repository.ts'
import { policyOf } from '../patients/repository.ts'
import { getClinic, getPayer, getPractitioner } from '../practice/repository.ts'

/** What the records say now of those whom an invoice froze. */
export function factsOnFile(db: Database, facts: InvoiceFacts, serviceOn: LocalDate): FactsOnFile {
  const { name, address, phone, fax, email, taxId, organisationNpi, placeOfService } = getClinic(db)
  const { techniques: _techniques, trainingHours: _trainingHours, isActive: _isActive, ...practitioner } = getPractitioner(db, facts.practitioner.id)
  return {
    clinic: { name, address, phone, fax, email, taxId, organisationNpi, placeOfService },
    practitioner,
    policy: policyFacts(db, facts),
    diagnoses: facts.episode ? diagnosisFacts(db, facts.episode.id, serviceOn) : [],
  }
}

function policyFacts(db: Database, facts: InvoiceFacts): InvoiceFacts['policy'] {
  const policy = policyOf(db, facts.patient.id)
  if (!policy) return null
  const { payerId, ...rest } = policy
  const { name, kind, requiresPrescription } = getPayer(db, payerId)
  return { ...rest, payer: { name, kind, requiresPrescription } }
}

function diagnosisFacts(db: Database, episodeId: EpisodeId, day: LocalDate): InvoiceFacts['diagnoses'] {
  const onFile = diagnosesOn(db, episodeId, day).slice(0, 12)
  const letters = diagnosisLetters(onFile.length)
  return onFile.map(({ code, label, diagnosedBy, diagnosedOn }, index) => ({ letter: letters[index] ?? '', code, label, diagnosedBy, diagnosedOn }))
}
