import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { fullName, sortName } from '../../shared/patients/names.ts'
import { Alert, Patient, PolicyFields } from '../../shared/patients/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { forgetWords, placeFor, writeWords } from './places-repository.ts'

type AddressColumns = { street: string; street2: string; city: string; state: string; zip: string }
type GuarantorColumns = { guarantorPatientId: string | null; guarantorName: string; guarantorRelation: string; guarantorPhone: string }
type PatientColumns = Omit<Patient, 'address' | 'isArchived' | 'guarantor'> & AddressColumns & GuarantorColumns & { isArchived: number }

/** One patient. Throws `not_found`, and `rule_broken` for a chart that became part of another one, saying which. */
export function getPatient(db: Database, id: PatientId): Patient {
  const patient = getChart(db, id)
  const kept = mergedInto(db, id)
  if (!kept) return patient
  throw new DomainError('rule_broken', `${patient.chartNumber} became part of ${kept.chartNumber}, ${kept.name}. Open that chart.`)
}

/** A chart, also one that became part of another. Throws `not_found`. */
export function getChart(db: Database, id: PatientId): Patient {
  const row = statement<{ id: string }, PatientColumns>(
    db,
    `SELECT id, chart_number AS chartNumber, first_name AS firstName, middle_name AS middleName, last_name AS lastName, suffix,
            preferred_name AS preferredName, pronouns, born_on AS bornOn, sex, phone, other_phone AS otherPhone, email, street, street2, city, state, zip,
            guardian_name AS guardianName, guardian_relation AS guardianRelation, guardian_phone AS guardianPhone, release_signed_on AS releaseSignedOn,
            remark, registered_on AS registeredOn, is_archived AS isArchived, deceased_on AS deceasedOn, referral_source AS referralSource,
            guarantor_patient_id AS guarantorPatientId, guarantor_name AS guarantorName, guarantor_relation AS guarantorRelation,
            guarantor_phone AS guarantorPhone
       FROM patients
      WHERE id = :id`,
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That patient is no longer in the records.')
  const { street, street2, city, state, zip, isArchived, guarantorPatientId, guarantorName, guarantorRelation, guarantorPhone, ...rest } = row
  const guarantor = guarantorName === '' ? null : { patientId: guarantorPatientId, name: guarantorName, relation: guarantorRelation, phone: guarantorPhone }
  return Patient.parse({ ...rest, address: { street, street2, city, state, zip }, isArchived: isArchived === 1, guarantor })
}

/** The chart this one is part of now, however often that one moved on; null for a chart that stands by itself. */
export function mergedInto(db: Database, id: PatientId): { readonly patientId: PatientId; readonly name: string; readonly chartNumber: string } | null {
  const row = statement<{ id: string }, Pick<Patient, 'firstName' | 'middleName' | 'lastName' | 'suffix' | 'chartNumber'> & { patientId: PatientId }>(
    db,
    `WITH RECURSIVE way (id, merged_into) AS (
            SELECT id, merged_into FROM patients WHERE id = :id
             UNION ALL
            SELECT p.id, p.merged_into FROM way JOIN patients p ON p.id = way.merged_into
          )
     SELECT p.id AS patientId, p.first_name AS firstName, p.middle_name AS middleName, p.last_name AS lastName, p.suffix, p.chart_number AS chartNumber
       FROM way JOIN patients p ON p.id = way.id
      WHERE way.merged_into IS NULL AND way.id <> :id`,
  ).get({ id })
  return row ? { patientId: row.patientId, name: fullName(row), chartNumber: row.chartNumber } : null
}

/** Writes one patient, in their place of the list, and what they are found by. */
export function writePatient(db: Database, patient: Patient) {
  const { address, guarantor, ...rest } = patient
  const { id } = patient
  const place = placeFor(db, { id, sortName: sortName(patient), isArchived: patient.isArchived })
  forgetWords(db, id)
  statement(
    db,
    `INSERT INTO patients (place, id, chart_number, first_name, middle_name, last_name, suffix, preferred_name, pronouns, born_on, sex, phone, other_phone, email,
                           street, street2, city, state, zip, guardian_name, guardian_relation, guardian_phone, release_signed_on, remark, registered_on,
                           is_archived, sort_name, deceased_on, referral_source, guarantor_patient_id, guarantor_name, guarantor_relation, guarantor_phone)
          VALUES (CAST(:place AS INTEGER), :id, :chartNumber, :firstName, :middleName, :lastName, :suffix, :preferredName, :pronouns, :bornOn, :sex, :phone, :otherPhone, :email,
                  :street, :street2, :city, :state, :zip, :guardianName, :guardianRelation, :guardianPhone, :releaseSignedOn, :remark, :registeredOn,
                  :isArchived, :sortName, :deceasedOn, :referralSource, :guarantorPatientId, :guarantorName, :guarantorRelation, :guarantorPhone)
     ON CONFLICT (id) DO UPDATE
             SET place = CAST(:place AS INTEGER), first_name = :firstName, middle_name = :middleName, last_name = :lastName, suffix = :suffix, preferred_name = :preferredName,
                 pronouns = :pronouns, born_on = :bornOn, sex = :sex, phone = :phone, other_phone = :otherPhone, email = :email, street = :street,
                 street2 = :street2, city = :city, state = :state, zip = :zip, guardian_name = :guardianName, guardian_relation = :guardianRelation,
                 guardian_phone = :guardianPhone, release_signed_on = :releaseSignedOn, remark = :remark, is_archived = :isArchived, sort_name = :sortName,
                 deceased_on = :deceasedOn, referral_source = :referralSource, guarantor_patient_id = :guarantorPatientId, guarantor_name = :guarantorName,
                 guarantor_relation = :guarantorRelation, guarantor_phone = :guarantorPhone`,
  ).run({
    ...rest,
    ...address,
    place,
    isArchived: Number(patient.isArchived),
    sortName: sortName(patient),
    guarantorPatientId: guarantor?.patientId ?? null,
    guarantorName: guarantor?.name ?? '',
    guarantorRelation: guarantor?.relation ?? '',
    guarantorPhone: guarantor?.phone ?? '',
  })
  writeWords(db, id)
}

/** The patient’s health plan; null for a patient without one. */
export function policyOf(db: Database, patientId: PatientId): PolicyFields | null {
  const row = statement<{ patientId: string }, PolicyFields>(
    db,
    `SELECT payer_id AS payerId, member_id AS memberId, group_number AS groupNumber, plan_name AS planName, relation, insured_name AS insuredName,
            insured_born_on AS insuredBornOn
       FROM policies
      WHERE patient_id = :patientId`,
  ).get({ patientId })
  return row ? PolicyFields.parse(row) : null
}

/** Writes the patient’s health plan, or takes it away with null. */
export function writePolicy(db: Database, patientId: PatientId, policy: PolicyFields | null) {
  statement(db, 'DELETE FROM policies WHERE patient_id = :patientId').run({ patientId })
  if (policy)
    statement(
      db,
      `INSERT INTO policies (patient_id, payer_id, member_id, group_number, plan_name, relation, insured_name, insured_born_on)
            VALUES (:patientId, :payerId, :memberId, :groupNumber, :planName, :relation, :insuredName, :insuredBornOn)`,
    ).run({ ...policy, patientId })
}

/** What can hurt the patient, in the order written. */
export function listAlerts(db: Database, patientId: PatientId): Alert[] {
  return statement<{ patientId: string }, Alert>(
    db,
    `SELECT id, kind, text
       FROM alerts
      WHERE patient_id = :patientId
      ORDER BY position`,
  )
    .all({ patientId })
    .map(row => Alert.parse(row))
}

/** Replaces the patient’s alerts. */
export function writeAlerts(db: Database, patientId: PatientId, alerts: readonly Alert[]) {
  statement(db, 'DELETE FROM alerts WHERE patient_id = :patientId').run({ patientId })
  for (const [position, alert] of alerts.entries())
    statement(
      db,
      `INSERT INTO alerts (id, patient_id, position, kind, text)
            VALUES (:id, :patientId, :position, :kind, :text)`,
    ).run({ ...alert, patientId, position })
}

/** What the patient owes in all, in cents: open invoices less what was paid on them. */
export function balanceOf(db: Database, patientId: PatientId): number {
  const row = statement<{ patientId: string }, { balance: number }>(
    db,
    `SELECT coalesce(sum(total_cents - paid_cents - reduced_cents), 0) AS balance
       FROM invoices
      WHERE patient_id = :patientId AND voided_at IS NULL AND paid_cents + reduced_cents < total_cents`,
  ).get({ patientId })
  return row?.balance ?? 0
}
