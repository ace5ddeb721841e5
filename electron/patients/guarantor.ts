import { ageOn, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Guarantor, Patient, PatientFields } from '../../shared/patients/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getChart, getPatient, mergedInto } from './repository.ts'

type Whose = { readonly patientId: PatientId | null; readonly today: LocalDate; readonly before?: Guarantor | null }

/**
 * Who pays, as it is kept: another patient under the name on their own chart, or on the one it became part of. `patientId` null for a patient being
 * registered; `before`: who pays now, who may stay also after their death, until somebody else takes over. Throws `not_found`, and `invalid_input` for somebody who cannot pay for this patient.
 */
export function guarantorToKeep(db: Database, { guarantor }: Pick<PatientFields, 'guarantor'>, { patientId, today, before = null }: Whose): Guarantor | null {
  if (!guarantor?.patientId) return guarantor
  const payerId = mergedInto(db, guarantor.patientId)?.patientId ?? guarantor.patientId
  if (payerId === patientId) return null
  const payer = getPatient(db, payerId)
  const name = fullName(payer)
  if (ageOn(payer.bornOn, today) < 18) throw refused(`${name} is a minor and cannot answer for the bill. Choose an adult.`)
  if (payer.deceasedOn && before?.patientId !== payerId) throw refused(`${name} has died. Choose somebody else who pays.`)
  const paidFor = patientId === null ? null : whomTheyPayFor(db, payer, [patientId])
  if (paidFor !== null) throw refused(`This patient pays for ${paidFor}. Change that first.`)
  return { ...guarantor, patientId: payerId, name, phone: guarantor.phone === '' ? payer.phone : guarantor.phone }
}

/** For whom one of these patients pays, of a payer and those who pay for that payer in turn; null where nobody goes round in a circle. */
export function whomTheyPayFor(db: Database, payer: Patient, patients: readonly PatientId[]): string | null {
  const seen = new Set<string>()
  let next: Patient | null = payer
  while (next?.guarantor?.patientId && !seen.has(next.id)) {
    if (patients.includes(next.guarantor.patientId)) return fullName(next)
    seen.add(next.id)
    next = getChart(db, next.guarantor.patientId)
  }
  return null
}

const refused = (sentence: string) => new DomainError('invalid_input', sentence, { 'fields.guarantor': sentence })

/** Writes a patient’s name wherever they pay for somebody. */
export function renameGuarantor(db: Database, patientId: PatientId, name: string) {
  statement(db, 'UPDATE patients SET guarantor_name = :name WHERE guarantor_patient_id = :patientId').run({ patientId, name })
}
