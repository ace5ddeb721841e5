import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { recentSpan } from './rows-repository.ts'
import { untilChange } from './until-change.ts'

/** How to list: archived patients too, how many at most, and on which day. */
export type ListRange = { readonly withArchived: boolean; readonly limit: number; readonly today: LocalDate }

/** How many patients there are; charts that became part of others are not counted. */
export function countPatients(db: Database, withArchived: boolean): number {
  return untilChange(db, `patients ${withArchived}`, () => {
    const count = statement<object, { everyone: number; archived: number; merged: number }>(
      db,
      `SELECT (SELECT count(*) FROM patients) AS everyone, (SELECT count(*) FROM patients WHERE is_archived = 1) AS archived,
              (SELECT count(*) FROM patients WHERE merged_into IS NOT NULL) AS merged`,
    ).get({})
    return (count?.everyone ?? 0) - ((withArchived ? count?.merged : count?.archived) ?? 0)
  })
}

// Active patients have places above zero; places count up as the list stands, so the index gives the first of many matches without reading the others.
const ACTIVE_MATCHES = 'SELECT rowid AS place FROM patient_search WHERE patient_search MATCH :expression AND rowid > 0'
const ARCHIVED_MATCHES = 'SELECT rowid AS place FROM patient_search WHERE patient_search MATCH :expression AND rowid < 0'
const ALL_MATCHES = 'SELECT rowid AS place FROM patient_search WHERE patient_search MATCH :expression'
const counted = (matches: string) => `
  SELECT count(*) AS matched, json_group_array(place) FILTER (WHERE place IN (SELECT value FROM json_each(:recent))) AS seen
    FROM (${matches})`
const unseen = (matches: string) => `${matches} AND +rowid NOT IN (SELECT value FROM json_each(:seen)) ORDER BY rowid LIMIT :limit`
const COUNT_ACTIVE = counted(ACTIVE_MATCHES)
const COUNT_ALL = counted(ALL_MATCHES)
const UNSEEN_ACTIVE = unseen(ACTIVE_MATCHES)
const UNSEEN_ARCHIVED = unseen(ARCHIVED_MATCHES)

/** Patients that fit a search expression, the recently seen first, then by name; and how many fit in all. */
export function listMatching(db: Database, expression: string, range: ListRange): { ids: PatientId[]; matched: number } {
  const recent = listRecent(db, range)
  const count = statement<object, { matched: number; seen: string }>(db, range.withArchived ? COUNT_ALL : COUNT_ACTIVE).get({
    expression,
    recent: recent.json,
  })
  const matched = count?.matched ?? 0
  const seen = seenIn(recent, count?.seen ?? '[]').slice(0, range.limit)
  const limit = Math.min(range.limit, matched) - seen.length
  if (limit === 0) return { ids: listPlaced(db, seen), matched }
  const asked = { expression, limit, seen: JSON.stringify(seen) }
  const others = statement<object, Placed>(db, UNSEEN_ACTIVE).all(asked)
  const archived = range.withArchived ? statement<object, Placed>(db, UNSEEN_ARCHIVED).all(asked) : []
  return { ids: [...listPlaced(db, seen), ...listByName(db, [...others, ...archived], limit)], matched }
}

function seenIn({ places }: Recent, found: string): number[] {
  const wanted = new Set<number>(JSON.parse(found))
  return places.filter(place => wanted.has(place))
}

type Placed = { readonly place: number }
type Recent = { readonly places: readonly number[]; readonly json: string }
const idsOf = (rows: readonly { readonly id: PatientId }[]) => rows.map(({ id }) => id)

function listPlaced(db: Database, places: readonly number[]): PatientId[] {
  const sql = 'SELECT p.id FROM json_each(:places) asked JOIN patients p ON p.place = asked.value ORDER BY asked.key'
  return idsOf(statement<object, { id: PatientId }>(db, sql).all({ places: JSON.stringify(places) }))
}

function listByName(db: Database, placed: readonly Placed[], limit: number): PatientId[] {
  const rows = statement<object, { id: PatientId }>(
    db,
    `SELECT p.id
       FROM json_each(:places) asked
       JOIN patients p ON p.place = asked.value
      ORDER BY p.sort_name, p.id
      LIMIT :limit`,
  ).all({ places: JSON.stringify(placed.map(({ place }) => place)), limit })
  return idsOf(rows)
}

// Everyone seen lately, today’s bookings included, the last seen first; those of the same minute by name.
function listRecent(db: Database, { today, withArchived }: ListRange): Recent {
  return untilChange(db, `seen by ${today} ${withArchived}`, () => {
    const visits = statement<object, Placed>(db, withArchived ? SEEN : SEEN_ACTIVE).all(recentSpan(today))
    const places = [...new Set(visits.map(({ place }) => place))]
    return { places, json: JSON.stringify(places) }
  })
}

const VISITS = 'SELECT p.place FROM appointments a INDEXED BY appointments_seen CROSS JOIN patients p ON p.id = a.patient_id'
const LATELY = `a.starts_at BETWEEN :since AND :endOfDay
       AND (a.status IN ('arrived', 'in-session', 'finished', 'checked-out') OR (a.starts_at >= :today AND a.status IN ('booked', 'confirmed')))`
const SEEN = `${VISITS} WHERE ${LATELY} ORDER BY a.starts_at DESC, p.sort_name, p.id`
// Their places count up by name, so that the patients themselves need not be read.
const SEEN_ACTIVE = `${VISITS} WHERE ${LATELY} AND p.place > 0 ORDER BY a.starts_at DESC, p.place`

/** The recently seen, last seen first, then the others by name. */
export function listByRecency(db: Database, range: ListRange): PatientId[] {
  const seen = listRecent(db, range).places.slice(0, range.limit)
  const others = statement<object, { id: PatientId }>(db, range.withArchived ? EVERYONE_ELSE : EVERYONE_ELSE_ACTIVE).all({
    seen: JSON.stringify(seen),
    limit: range.limit - seen.length,
  })
  return [...listPlaced(db, seen), ...idsOf(others)]
}

const UNSEEN = 'place NOT IN (SELECT value FROM json_each(:seen))'
const EVERYONE_ELSE = `SELECT id FROM patients WHERE ${UNSEEN} AND +merged_into IS NULL ORDER BY sort_name, id LIMIT :limit`
const EVERYONE_ELSE_ACTIVE = `SELECT id FROM patients WHERE place > 0 AND +${UNSEEN} ORDER BY place LIMIT :limit`

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
  return statement<object, Candidate>(db, `${CANDIDATE} FROM patients p WHERE p.born_on = :bornOn AND p.merged_into IS NULL ORDER BY p.id LIMIT 200`).all({
    bornOn,
  })
}

/** Who fits a search expression, archived ones too; at most 4,000, which two initials of a large clinic stay below. */
export function listCandidates(db: Database, expression: string): Candidate[] {
  return statement<object, Candidate>(
    db,
    `${CANDIDATE} FROM patient_search JOIN patients p ON p.place = patient_search.rowid WHERE patient_search MATCH :expression LIMIT 4000`,
  ).all({ expression })
}
