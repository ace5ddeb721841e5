import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { ConsentId, PatientId } from '../../shared/lib/ids.ts'
import { consentName, standingsOf } from '../../shared/patients/consents.ts'
import { Consent, type ConsentStanding } from '../../shared/patients/schema.ts'
import type { ConsentKind } from '../../shared/practice/desk-rules.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'

/** Where each consent the clinic asks for stands on a day, required ones first, then every other one on file. */
export function consentStandings(db: Database, patientId: PatientId, today: LocalDate): ConsentStanding[] {
  const { consents } = getDeskRules(db)
  return standingsOf(consents, listConsents(db, patientId, consents), today)
}

type Row = Omit<Consent, 'name'>

/** Every consent on file, newest first; `kinds` name them. */
export function listConsents(db: Database, patientId: PatientId, kinds: readonly ConsentKind[]): Consent[] {
  return statement<{ patientId: string }, Row>(
    db,
    `SELECT id, kind, signed_on AS signedOn, expires_on AS expiresOn, signed_by AS signedBy, remark, withdrawn_on AS withdrawnOn, recorded_by AS recordedBy
       FROM consents
      WHERE patient_id = :patientId
      ORDER BY signed_on DESC, rowid DESC`,
  )
    .all({ patientId })
    .map(row => Consent.parse({ ...row, name: consentName(kinds, row.kind) }))
}

/** Adds a consent to the patient’s file. */
export function insertConsent(db: Database, patientId: PatientId, consent: Omit<Row, 'withdrawnOn'>) {
  statement(
    db,
    `INSERT INTO consents (id, patient_id, kind, signed_on, expires_on, signed_by, remark, recorded_by)
          VALUES (:id, :patientId, :kind, :signedOn, :expiresOn, :signedBy, :remark, :recordedBy)`,
  ).run({ ...consent, patientId })
}

/** Whose consent it is, since when, and whether it was withdrawn. Throws `not_found`. */
export function getConsent(
  db: Database,
  id: ConsentId,
): { readonly patientId: PatientId; readonly signedOn: LocalDate; readonly withdrawnOn: LocalDate | null } {
  const row = statement<{ id: string }, { patientId: PatientId; signedOn: LocalDate; withdrawnOn: LocalDate | null }>(
    db,
    'SELECT patient_id AS patientId, signed_on AS signedOn, withdrawn_on AS withdrawnOn FROM consents WHERE id = :id',
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That consent is no longer in the records.')
  return row
}

/** Keeps from which day on a consent no longer holds. */
export function withdraw(db: Database, id: ConsentId, on: LocalDate) {
  statement(db, 'UPDATE consents SET withdrawn_on = :on WHERE id = :id').run({ id, on })
}
