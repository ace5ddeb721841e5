import type { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import type { FactsOnFile } from '../../shared/documents/complete-facts.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
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
    diagnoses: facts.episode ? diagnosesOn(db, facts.episode.id, serviceOn) : [],
  }
}

function policyFacts(db: Database, facts: InvoiceFacts): InvoiceFacts['policy'] {
  const policy = policyOf(db, facts.patient.id)
  if (!policy) return null
  const { payerId, ...rest } = policy
  const { name, kind, requiresPrescription } = getPayer(db, payerId)
  return { ...rest, payer: { name, kind, requiresPrescription } }
}

function diagnosesOn(db: Database, episodeId: string, day: LocalDate): InvoiceFacts['diagnoses'] {
  return statement<{ episodeId: string; day: string }, Omit<InvoiceFacts['diagnoses'][number], 'letter'>>(
    db,
    `SELECT code, label, diagnosed_by AS diagnosedBy, diagnosed_on AS diagnosedOn
       FROM diagnoses
      WHERE episode_id = :episodeId AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
      ORDER BY position
      LIMIT 12`,
  )
    .all({ episodeId, day })
    .map((diagnosis, index) => ({ ...diagnosis, letter: 'ABCDEFGHIJKL'.charAt(index) }))
}
