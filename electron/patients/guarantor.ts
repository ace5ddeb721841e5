import { ageOn, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Guarantor, PatientFields } from '../../shared/patients/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getPatient } from './repository.ts'

type Whose = { readonly patientId: PatientId | null; readonly today: LocalDate }

/**
 * Who pays, as it is kept: another patient under the name on their own chart. `patientId` null for a patient being registered.
 * Throws `not_found`, and `invalid_input` for somebody who cannot pay for this patient.
 */
export function guarantorToKeep(db: Database, { guarantor }: Pick<PatientFields, 'guarantor'>, { patientId, today }: Whose): Guarantor | null {
  if (!guarantor?.patientId) return guarantor
  if (guarantor.patientId === patientId) return null
  const payer = getPatient(db, guarantor.patientId)
  const name = fullName(payer)
  if (ageOn(payer.bornOn, today) < 18) throw refused(`${name} is a minor and cannot answer for the bill. Choose an adult.`)
  if (payer.deceasedOn) throw refused(`${name} has died. Choose somebody else who pays.`)
  if (patientId !== null && payer.guarantor?.patientId === patientId) throw refused(`This patient pays for ${name}. Change that first.`)
  return { ...guarantor, name, phone: guarantor.phone === '' ? payer.phone : guarantor.phone }
}

const refused = (sentence: string) => new DomainError('invalid_input', sentence, { 'fields.guarantor': sentence })

/** Writes a patient’s name wherever they pay for somebody. */
export function renameGuarantor(db: Database, patientId: PatientId, name: string) {
  statement(db, 'UPDATE patients SET guarantor_name = :name WHERE guarantor_patient_id = :patientId').run({ patientId, name })
}
