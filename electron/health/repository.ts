import { historyChanges } from '../../shared/health/history-changes.ts'
import { Clearance, HealthHistory, type HealthRecord, type HealthVersion } from '../../shared/health/schema.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { ClearanceId, HealthVersionId, PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type VersionRow = {
  readonly id: HealthVersionId
  readonly sequence: number
  readonly takenOn: LocalDate
  readonly enteredAt: Instant
  readonly enteredBy: string
  readonly kind: HealthVersion['kind']
  readonly refusedReason: string
  readonly history: string | null
}

/** A version to add. `history` is set for `taken` alone. */
export type NewVersion = Omit<VersionRow, 'sequence' | 'history'> & { readonly patientId: PatientId; readonly history: HealthHistory | null }

// Oldest first.
function versionRows(db: Database, patientId: PatientId): readonly VersionRow[] {
  return statement<{ patientId: string }, VersionRow>(
    db,
    `SELECT id, sequence, taken_on AS takenOn, entered_at AS enteredAt, entered_by AS enteredBy, kind, refused_reason AS refusedReason, history
       FROM health_versions
      WHERE patient_id = :patientId
      ORDER BY sequence`,
  ).all({ patientId })
}

const read = (stored: string): HealthHistory => HealthHistory.parse(JSON.parse(stored))

/** What is known of a patient’s health: the last history told, all versions with what each changed (newest first), and clearances. */
export function getHealth(db: Database, patientId: PatientId): HealthRecord {
  let history: HealthHistory | null = null
  const versions: HealthVersion[] = []
  for (const { sequence: _, history: stored, ...row } of versionRows(db, patientId)) {
    const told: HealthHistory | null = stored === null ? null : read(stored)
    versions.unshift({ ...row, changes: told && history ? historyChanges(history, told) : [] })
    history = told ?? history
  }
  return { patientId, history, versions, clearances: listClearances(db, patientId) }
}

/** The history as last told, and when it was last taken or confirmed; null before the first. */
export function lastHistory(db: Database, patientId: PatientId): { readonly history: HealthHistory; readonly takenOn: LocalDate } | null {
  const row = statement<{ patientId: string }, { history: string; takenOn: LocalDate }>(
    db,
    `SELECT history,
            (SELECT taken_on FROM health_versions WHERE patient_id = :patientId AND kind <> 'refused' ORDER BY sequence DESC LIMIT 1) AS takenOn
       FROM health_versions
      WHERE patient_id = :patientId AND kind = 'taken'
      ORDER BY sequence DESC
      LIMIT 1`,
  ).get({ patientId })
  return row ? { history: read(row.history), takenOn: row.takenOn } : null
}

/** When the patient refused the intake, if that was the last word. */
export function intakeRefusedOn(db: Database, patientId: PatientId): LocalDate | null {
  const row = lastVersion(db, patientId)
  return row?.kind === 'refused' ? row.takenOn : null
}

/** The newest version’s kind and day; undefined before the first. */
export function lastVersion(db: Database, patientId: PatientId): { readonly kind: HealthVersion['kind']; readonly takenOn: LocalDate } | undefined {
  return statement<{ patientId: string }, { kind: HealthVersion['kind']; takenOn: LocalDate }>(
    db,
    'SELECT kind, taken_on AS takenOn FROM health_versions WHERE patient_id = :patientId ORDER BY sequence DESC LIMIT 1',
  ).get({ patientId })
}

/** The history as it stood at a version. Throws `not_found` where there was none yet. */
export function historyAt(db: Database, versionId: HealthVersionId): HealthHistory {
  const row = statement<{ versionId: string }, { history: string }>(
    db,
    `SELECT told.history
       FROM health_versions chosen
       JOIN health_versions told ON told.patient_id = chosen.patient_id AND told.sequence <= chosen.sequence AND told.kind = 'taken'
      WHERE chosen.id = :versionId
      ORDER BY told.sequence DESC
      LIMIT 1`,
  ).get({ versionId })
  if (!row) throw new DomainError('not_found', 'There is no health history at that time.')
  return read(row.history)
}

/** Adds a version; earlier ones stay as they are. */
export function addVersion(db: Database, { history, ...version }: NewVersion) {
  statement(
    db,
    `INSERT INTO health_versions (id, patient_id, sequence, taken_on, entered_at, entered_by, kind, refused_reason, history)
          VALUES (:id, :patientId, (SELECT coalesce(max(sequence), 0) + 1 FROM health_versions WHERE patient_id = :patientId), :takenOn, :enteredAt,
                  :enteredBy, :kind, :refusedReason, :history)`,
  ).run({ ...version, history: history && JSON.stringify(history) })
}

const CLEARANCE = `SELECT id, item, given_by AS givenBy, given_on AS givenOn, expires_on AS expiresOn, terms, withdrawn_on AS withdrawnOn
       FROM clearances`

/** All clearances of a patient, the one that ends last first. */
export function listClearances(db: Database, patientId: PatientId): Clearance[] {
  return statement<{ patientId: string }, Clearance>(db, `${CLEARANCE} WHERE patient_id = :patientId ORDER BY expires_on DESC, given_on DESC, id`)
    .all({ patientId })
    .map(row => Clearance.parse(row))
}

/** One clearance and whose it is. Throws `not_found`. */
export function getClearance(db: Database, id: ClearanceId): { readonly patientId: PatientId; readonly clearance: Clearance } {
  const owner = statement<{ id: string }, { patientId: PatientId }>(db, 'SELECT patient_id AS patientId FROM clearances WHERE id = :id').get({ id })
  const row = statement<{ id: string }, Clearance>(db, `${CLEARANCE} WHERE id = :id`).get({ id })
  if (!owner || !row) throw new DomainError('not_found', 'That clearance is no longer in the records.')
  return { patientId: owner.patientId, clearance: Clearance.parse(row) }
}

/** Writes one clearance. */
export function writeClearance(db: Database, patientId: PatientId, clearance: Clearance) {
  statement(
    db,
    `INSERT INTO clearances (id, patient_id, item, given_by, given_on, expires_on, terms, withdrawn_on)
          VALUES (:id, :patientId, :item, :givenBy, :givenOn, :expiresOn, :terms, :withdrawnOn)
     ON CONFLICT (id) DO UPDATE
             SET item = :item, given_by = :givenBy, given_on = :givenOn, expires_on = :expiresOn, terms = :terms, withdrawn_on = :withdrawnOn`,
  ).run({ ...clearance, patientId })
}
