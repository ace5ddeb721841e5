import { ageOn, type LocalDate } from '../../shared/lib/dates.ts'
import type { HouseholdId, PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { HouseholdMember } from '../../shared/patients/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Row = {
  patientId: PatientId
  firstName: string
  middleName: string
  lastName: string
  suffix: string
  bornOn: LocalDate
  phone: string
  isGuarantor: number
  balance: Cents
}

/** Who lives with the patient, the oldest first, and who of them pays for the patient. Those who died are left out. */
export function listHousehold(db: Database, patientId: PatientId, today: LocalDate): HouseholdMember[] {
  return statement<{ patientId: string }, Row>(
    db,
    `SELECT m.id AS patientId, m.first_name AS firstName, m.middle_name AS middleName, m.last_name AS lastName, m.suffix, m.born_on AS bornOn, m.phone,
            p.guarantor_patient_id IS m.id AS isGuarantor,
            (SELECT coalesce(sum(total_cents - paid_cents - reduced_cents), 0) FROM invoices
              WHERE patient_id = m.id AND voided_at IS NULL AND paid_cents + reduced_cents < total_cents) AS balance
       FROM patients p
       JOIN patients m ON m.household_id = p.household_id AND m.id <> p.id
      WHERE p.id = :patientId AND m.deceased_on IS NULL
      ORDER BY m.born_on, m.id`,
  )
    .all({ patientId })
    .map(({ patientId: id, bornOn, phone, isGuarantor, balance, ...name }) => ({
      patientId: id,
      name: fullName(name),
      age: Math.max(0, ageOn(bornOn, today)),
      phone,
      isGuarantor: isGuarantor === 1,
      balance,
    }))
}

/** The household of a patient; null for one who has none. */
export function householdOf(db: Database, patientId: PatientId): HouseholdId | null {
  const row = statement<{ patientId: string }, { householdId: HouseholdId | null }>(
    db,
    'SELECT household_id AS householdId FROM patients WHERE id = :patientId',
  ).get({ patientId })
  return row?.householdId ?? null
}

/** Puts a patient into a household, or out of any. */
export function writeHousehold(db: Database, patientId: PatientId, householdId: HouseholdId | null) {
  statement(db, 'UPDATE patients SET household_id = :householdId WHERE id = :patientId').run({ patientId, householdId })
}

/** Everyone of a household. */
export function listHouseholdIds(db: Database, householdId: HouseholdId): PatientId[] {
  return statement<{ householdId: string }, { id: PatientId }>(db, 'SELECT id FROM patients WHERE household_id = :householdId ORDER BY id')
    .all({ householdId })
    .map(({ id }) => id)
}

/** Up to five active patients who live at an address, whom one may ask whether they are of one household. */
export function listAtAddress(db: Database, { street, zip }: { readonly street: string; readonly zip: string }): PatientId[] {
  return statement<{ street: string; zip: string }, { id: PatientId }>(
    db,
    `SELECT id
       FROM patients
      WHERE zip = :zip AND lower(street) = lower(:street) AND is_archived = 0
      ORDER BY born_on, id
      LIMIT 5`,
  )
    .all({ street: street.trim(), zip: zip.trim() })
    .map(({ id }) => id)
}
