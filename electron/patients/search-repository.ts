import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { recentSpan } from './rows-repository.ts'

/** How to list: archived patients too, and how many at most. */
export type ListRange = { readonly withArchived: boolean; readonly limit: number }

// When each patient was last here, today’s bookings included.
const RECENT = `
  WITH recent AS (
    SELECT patient_id, max(starts_at) AS seen_at
      FROM appointments
     WHERE starts_at BETWEEN :since AND :endOfDay
       AND (status IN ('arrived', 'in-session', 'finished', 'checked-out') OR (starts_at >= :today AND status IN ('booked', 'confirmed')))
     GROUP BY patient_id
  )`

/** How many patients there are. */
export function countPatients(db: Database, withArchived: boolean): number {
  const sql = withArchived ? 'SELECT count(*) AS patients FROM patients' : 'SELECT count(*) AS patients FROM patients WHERE is_archived = 0'
  return statement<object, { patients: number }>(db, sql).get({})?.patients ?? 0
}

/** Patients that fit a search expression, the recently seen first, then by name; and how many fit in all. */
export function listMatching(db: Database, expression: string, range: ListRange & { today: LocalDate }): { ids: PatientId[]; matched: number } {
  const rows = statement<object, { id: PatientId; matched: number }>(
    db,
    `${RECENT}
     SELECT p.id, count(*) OVER () AS matched
       FROM patient_search
       JOIN patients p ON p.row = patient_search.rowid
       LEFT JOIN recent r ON r.patient_id = p.id
      WHERE patient_search MATCH :expression AND (:withArchived OR p.is_archived = 0)
      ORDER BY r.seen_at DESC NULLS LAST, p.sort_name, p.id
      LIMIT :limit`,
  ).all({ expression, limit: range.limit, withArchived: Number(range.withArchived), ...recentSpan(range.today) })
  return { ids: rows.map(row => row.id), matched: rows[0]?.matched ?? 0 }
}

/** The recently seen, last seen first, then the others by name. */
export function listByRecency(db: Database, range: ListRange & { today: LocalDate }): PatientId[] {
  const recent = statement<object, { id: PatientId }>(
    db,
    `${RECENT}
     SELECT p.id
       FROM recent r
       JOIN patients p ON p.id = r.patient_id
      WHERE :withArchived OR p.is_archived = 0
      ORDER BY r.seen_at DESC, p.sort_name, p.id
      LIMIT :limit`,
  )
    .all({ limit: range.limit, withArchived: Number(range.withArchived), ...recentSpan(range.today) })
    .map(row => row.id)
  const others = statement<object, { id: PatientId }>(db, range.withArchived ? OTHERS : ACTIVE_OTHERS)
    .all({ recent: JSON.stringify(recent), limit: range.limit - recent.length })
    .map(row => row.id)
  return [...recent, ...others]
}

const BY_NAME = 'ORDER BY sort_name, id LIMIT :limit'
const OTHERS = `SELECT id FROM patients WHERE id NOT IN (SELECT value FROM json_each(:recent)) ${BY_NAME}`
const ACTIVE_OTHERS = `SELECT id FROM patients WHERE is_archived = 0 AND id NOT IN (SELECT value FROM json_each(:recent)) ${BY_NAME}`

/** A patient as far as it takes to tell whether they are somebody already known. */
export type Candidate = {
  readonly id: PatientId
  readonly firstName: string
  readonly preferredName: string
  readonly lastName: string
  readonly bornOn: string
}

const CANDIDATE = 'SELECT p.id, p.first_name AS firstName, p.preferred_name AS preferredName, p.last_name AS lastName, p.born_on AS bornOn'

/** Everyone born on a day. */
export function listBornOn(db: Database, bornOn: LocalDate): Candidate[] {
  return statement<object, Candidate>(db, `${CANDIDATE} FROM patients p WHERE p.born_on = :bornOn ORDER BY p.id LIMIT 200`).all({ bornOn })
}

/** Everyone who fits a search expression, archived ones too. */
export function listCandidates(db: Database, expression: string): Candidate[] {
  return statement<object, Candidate>(
    db,
    `${CANDIDATE} FROM patient_search JOIN patients p ON p.row = patient_search.rowid WHERE patient_search MATCH :expression ORDER BY p.id LIMIT 200`,
  ).all({ expression })
}
