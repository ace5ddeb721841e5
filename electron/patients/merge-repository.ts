import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { HouseholdId, MergeId, PatientId } from '../../shared/lib/ids.ts'
import { ChartsBefore, MOVED_TABLES, type MovedRows, MovedRows as MovedRowsSchema, type MovedTable } from '../../shared/patients/merge.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** Who moves to whom. */
export type Move = { readonly from: PatientId; readonly to: PatientId }

const idsOf = (db: Database, sql: string, params: object) =>
  statement<object, { id: string }>(db, sql)
    .all(params)
    .map(({ id }) => id)

/** What belongs to a chart, by table. The names come from a fixed list. */
export function rowsOf(db: Database, patientId: PatientId): MovedRows['rows'] {
  const rows = MOVED_TABLES.map(table => [table, idsOf(db, `SELECT id FROM ${table} WHERE patient_id = :patientId ORDER BY id`, { patientId })])
  return Object.fromEntries(rows)
}

/** Gives rows to the other chart of a merge that is on record; a signed note remembers whose it was when it was signed. */
export function moveRows(db: Database, rows: MovedRows['rows'], move: Move) {
  for (const table of MOVED_TABLES) statement(db, SQL_OF[table]).run({ ...move, ids: JSON.stringify(rows[table]) })
}

const THESE = 'patient_id = :from AND id IN (SELECT value FROM json_each(:ids))'
const simple = (table: MovedTable) => `UPDATE ${table} SET patient_id = :to WHERE ${THESE}`
const SQL_OF: Readonly<Record<MovedTable, string>> = {
  appointments: simple('appointments'),
  attachments: simple('attachments'),
  clearances: simple('clearances'),
  consents: simple('consents'),
  disclosures: simple('disclosures'),
  documents: simple('documents'),
  episodes: simple('episodes'),
  estimate_requests: simple('estimate_requests'),
  // Their numbers are given anew afterwards; until then these are taken by nobody.
  health_versions: `UPDATE health_versions SET patient_id = :to, sequence = sequence + 2000000 WHERE ${THESE}`,
  invoices: simple('invoices'),
  ledger: simple('ledger'),
  notes: `UPDATE notes
             SET signed_for = CASE WHEN signed_at IS NULL THEN NULL ELSE nullif(coalesce(signed_for, patient_id), :to) END, patient_id = :to
           WHERE ${THESE}`,
  packages: simple('packages'),
  payments: simple('payments'),
  series: simple('series'),
  submit_answers: simple('submit_answers'),
  waitlist: simple('waitlist'),
}

/** Those of some places on the waitlist that ended in a visit other than these. */
export function listBookedSince(db: Database, { waitlist, appointments }: Pick<MovedRows['rows'], 'waitlist' | 'appointments'>): string[] {
  return idsOf(
    db,
    `SELECT id
       FROM waitlist
      WHERE id IN (SELECT value FROM json_each(:waitlist)) AND appointment_id IS NOT NULL AND appointment_id NOT IN (SELECT value FROM json_each(:appointments))`,
    { waitlist: JSON.stringify(waitlist), appointments: JSON.stringify(appointments) },
  )
}

/** A health version and its number in the chart. */
export type Sequence = { readonly id: string; readonly sequence: number }

/** The health versions of a chart, in their order. */
export function listSequences(db: Database, patientId: PatientId): Sequence[] {
  return statement<{ patientId: string }, Sequence>(db, 'SELECT id, sequence FROM health_versions WHERE patient_id = :patientId ORDER BY sequence').all({
    patientId,
  })
}

/** Health versions of a chart in the order they were told. */
export function listAsTold(db: Database, patientId: PatientId): string[] {
  return idsOf(db, 'SELECT id FROM health_versions WHERE patient_id = :patientId ORDER BY taken_on, entered_at, sequence', { patientId })
}

/** Numbers health versions; first out of the way of each other. */
export function writeSequences(db: Database, sequences: readonly Sequence[]) {
  const number = (versions: readonly Sequence[]) => {
    for (const version of versions) statement(db, 'UPDATE health_versions SET sequence = :sequence WHERE id = :id').run(version)
  }
  number(sequences.map(({ id }, index) => ({ id, sequence: 1_000_000 + index })))
  number(sequences)
}

/** Patients for whom a patient pays; charts that became part of others aside. */
export function listPaidFor(db: Database, patientId: PatientId): PatientId[] {
  return statement<{ patientId: string }, { id: PatientId }>(
    db,
    'SELECT id FROM patients WHERE guarantor_patient_id = :patientId AND merged_into IS NULL ORDER BY id',
  )
    .all({ patientId })
    .map(({ id }) => id)
}

/** Makes somebody else pay for these patients, who were paid for by `from`; nobody pays for themselves as for another. */
export function movePayer(db: Database, patients: readonly PatientId[], move: Move & { readonly name: string }) {
  statement(
    db,
    `UPDATE patients
        SET guarantor_patient_id = :to, guarantor_name = :name
      WHERE guarantor_patient_id = :from AND id <> :to AND id IN (SELECT value FROM json_each(:ids))`,
  ).run({ ...move, ids: JSON.stringify(patients) })
}

/** Says that a chart became part of another, or stands by itself again. */
export function writeMergedInto(db: Database, patientId: PatientId, into: PatientId | null) {
  statement(db, 'UPDATE patients SET merged_into = :into WHERE id = :patientId').run({ patientId, into })
}

/** Where everyone of some households lives, and both patients in any case. */
export function listHomes(db: Database, patients: readonly PatientId[]): { readonly patientId: PatientId; readonly householdId: HouseholdId | null }[] {
  return statement<{ ids: string }, { patientId: PatientId; householdId: HouseholdId | null }>(
    db,
    `SELECT id AS patientId, household_id AS householdId
       FROM patients
      WHERE id IN (SELECT value FROM json_each(:ids))
         OR household_id IN (SELECT p.household_id FROM patients p WHERE p.id IN (SELECT value FROM json_each(:ids)))
      ORDER BY id`,
  ).all({ ids: JSON.stringify(patients) })
}

type MergeColumns = { id: MergeId; keptId: PatientId; otherId: PatientId; mergedOn: LocalDate; mergedBy: string; undoneAt: Instant | null }
/** A merge on record, with what it moved and both charts before it. */
export type MergeRecord = MergeColumns & { readonly moved: MovedRows; readonly before: ChartsBefore }

/** Puts a merge on record; it must stand there before anything moves. */
export function insertMerge(db: Database, merge: Omit<MergeRecord, 'undoneAt'> & { readonly mergedAt: string }) {
  statement(
    db,
    `INSERT INTO merges (id, kept_id, other_id, merged_at, merged_on, merged_by, moved, before)
          VALUES (:id, :keptId, :otherId, :mergedAt, :mergedOn, :mergedBy, :moved, :before)`,
  ).run({ ...merge, moved: JSON.stringify(merge.moved), before: JSON.stringify(merge.before) })
}

/** Keeps that a merge was taken apart. */
export function writeUndone(db: Database, id: MergeId, at: string) {
  statement(db, 'UPDATE merges SET undone_at = :at WHERE id = :id').run({ id, at })
}

/** What both charts were before, once it is known how the kept one stands after. */
export function writeBefore(db: Database, id: MergeId, before: ChartsBefore) {
  statement(db, 'UPDATE merges SET before = :before WHERE id = :id').run({ id, before: JSON.stringify(before) })
}

const MERGES =
  'SELECT id, kept_id AS keptId, other_id AS otherId, merged_on AS mergedOn, merged_by AS mergedBy, undone_at AS undoneAt, moved, before FROM merges'
type Stored = MergeColumns & { readonly moved: string; readonly before: string }
const read = ({ moved, before, ...row }: Stored): MergeRecord => ({
  ...row,
  moved: MovedRowsSchema.parse(JSON.parse(moved)),
  before: ChartsBefore.parse(JSON.parse(before)),
})

/** One merge. Throws `not_found`. */
export function getMerge(db: Database, id: MergeId): MergeRecord {
  const row = statement<{ id: string }, Stored>(db, `${MERGES} WHERE id = :id`).get({ id })
  if (!row) throw new DomainError('not_found', 'That merge is not in the records.')
  return read(row)
}

/** Merges into or out of a chart, newest first. */
export function listMergesOf(db: Database, patientId: PatientId): MergeRecord[] {
  return statement<{ patientId: string }, Stored>(db, `${MERGES} WHERE kept_id = :patientId OR other_id = :patientId ORDER BY merged_at DESC, rowid DESC`)
    .all({ patientId })
    .map(read)
}
