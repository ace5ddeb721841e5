import type { PayerRef } from '../../shared/accounts/balances.ts'
import { ageOn, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { foldName, fullName } from '../../shared/patients/names.ts'
import type { Patient } from '../../shared/patients/schema.ts'
import type { Address } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getChart, mergedInto } from '../patients/repository.ts'

/** Who answers for bills, how to reach them, and for whom they answer, by name. */
export type Payer = {
  readonly ref: PayerRef
  /** Whose chart keeps the statements: their own, or for somebody without a chart that of the first for whom they answer. */
  readonly holderId: PatientId
  readonly name: string
  readonly phone: string
  readonly address: Address
  readonly deceasedOn: LocalDate | null
  readonly patients: readonly { readonly id: PatientId; readonly name: string }[]
}

const ADULT_FROM = 18

/** Who pays, looked up anew. For a child who pays for themselves it is the guardian, where one is given. Throws `not_found`. */
export function getPayer(db: Database, asked: PayerRef, today: LocalDate): Payer {
  const chart = getChart(db, mergedInto(db, asked.patientId)?.patientId ?? asked.patientId)
  const ref = asked.by === 'patient' ? whoPaysFor(chart) : { by: asked.by, patientId: chart.id }
  if (ref.by === 'chart') return payerWithChart(db, ref.patientId === chart.id ? chart : getChart(db, ref.patientId), today)
  if (!chart.guarantor || chart.guarantor.patientId !== null)
    throw new DomainError('not_found', 'Somebody else pays for this patient now. Look at the balances again.')
  const { name, phone } = chart.guarantor
  const patients = paidByName(db, chart, name)
  return { ref, holderId: patients[0]?.id ?? chart.id, name, phone, address: chart.address, deceasedOn: null, patients }
}

function whoPaysFor({ id, guarantor }: Patient): PayerRef {
  if (!guarantor) return { by: 'chart', patientId: id }
  return guarantor.patientId === null ? { by: 'name', patientId: id } : { by: 'chart', patientId: guarantor.patientId }
}

function payerWithChart(db: Database, chart: Patient, today: LocalDate): Payer {
  const { id, phone, address, deceasedOn, guardianName, guardianPhone } = chart
  const isChild = guardianName !== '' && ageOn(chart.bornOn, today) < ADULT_FROM
  return {
    ref: { by: 'chart', patientId: id },
    holderId: id,
    name: isChild ? guardianName : fullName(chart),
    phone: isChild && guardianPhone !== '' ? guardianPhone : phone,
    address,
    deceasedOn,
    patients: paidByChart(db, id),
  }
}

type NameRow = Pick<Patient, 'id' | 'firstName' | 'middleName' | 'lastName' | 'suffix'>
const NAMES = 'SELECT id, first_name AS firstName, middle_name AS middleName, last_name AS lastName, suffix'
const named = (row: NameRow) => ({ id: row.id, name: fullName(row) })

function paidByChart(db: Database, id: PatientId): Payer['patients'] {
  return statement<{ id: string }, NameRow>(
    db,
    `${NAMES}
       FROM patients
      WHERE merged_into IS NULL AND ((id = :id AND guarantor_name = '') OR guarantor_patient_id = :id)
      ORDER BY id <> :id, sort_name, id`,
  )
    .all({ id })
    .map(named)
}

function paidByName(db: Database, { address }: Patient, name: string): Payer['patients'] {
  const rows = statement<{ zip: string }, NameRow & { guarantorName: string; street: string }>(
    db,
    `${NAMES}, guarantor_name AS guarantorName, street
       FROM patients
      WHERE zip = :zip AND guarantor_patient_id IS NULL AND guarantor_name <> '' AND merged_into IS NULL
      ORDER BY sort_name, id`,
  ).all({ zip: address.zip })
  const same = (a: string, b: string) => foldName(a).trim() === foldName(b).trim()
  return rows.filter(row => same(row.guarantorName, name) && same(row.street, address.street)).map(named)
}
