import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { householdOf, listHouseholdIds } from '../patients/household-repository.ts'

/** Whose invoices a patient’s money may settle: their own first, then those of everyone in the household. */
export function settlesFor(db: Database, patientId: PatientId): PatientId[] {
  const household = householdOf(db, patientId)
  return [patientId, ...(household === null ? [] : listHouseholdIds(db, household).filter(id => id !== patientId))]
}

/** Refuses money of one patient for an invoice of somebody outside the household. */
export function assertSettles(db: Database, patientId: PatientId, invoice: { readonly patientId: PatientId; readonly number: string }) {
  if (!settlesFor(db, patientId).includes(invoice.patientId))
    throw new DomainError('rule_broken', `${invoice.number} belongs to a patient of another household.`)
}
