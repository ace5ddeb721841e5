import type { PatientId } from '../../shared/lib/ids.ts'
import { chartWords, type Findable, searchIndexOf } from '../../shared/patients/search-index.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

// Half of what a number holds exactly, so that two places can be added.
const END = 2 ** 52
// Whoever comes after the last takes this part of the room that is left: lists that arrive sorted fit as well as those that don’t.
const PART_AT_ENDS = 1024
const ROOM_MADE = 4096

type Listed = { readonly id: PatientId; readonly sortName: string; readonly isArchived: boolean }
type Bounds = { readonly before: number | null; readonly after: number | null }

/**
 * The place of a patient among the active or the archived ones, so that places count up by sort name, then id. A patient who stays between the same
 * neighbours keeps theirs. Where no number is left between two neighbours, those around them move apart first.
 */
export function placeFor(db: Database, listed: Listed): number {
  const around = neighboursOf(db, listed)
  const present = statement<object, { place: number }>(db, 'SELECT place FROM patients WHERE id = :id').get({ id: listed.id })?.place
  if (present !== undefined && present < 0 === listed.isArchived && (around.before ?? -END) < present && present < (around.after ?? END)) return present
  const place = placeBetween(around, listed.isArchived)
  if (place !== null) return place
  makeRoom(db, around, listed.isArchived)
  return placeFor(db, listed)
}

function neighboursOf(db: Database, { id, sortName, isArchived }: Listed): Bounds {
  const own = { id, sortName, isArchived: Number(isArchived) }
  const before = statement<object, { place: number }>(
    db,
    `SELECT place FROM patients
      WHERE is_archived = :isArchived AND (sort_name, id) < (:sortName, :id)
      ORDER BY sort_name DESC, id DESC
      LIMIT 1`,
  ).get(own)
  const after = statement<object, { place: number }>(
    db,
    `SELECT place FROM patients
      WHERE is_archived = :isArchived AND (sort_name, id) > (:sortName, :id)
      ORDER BY sort_name, id
      LIMIT 1`,
  ).get(own)
  return { before: before?.place ?? null, after: after?.place ?? null }
}

const floorOf = (isArchived: boolean) => (isArchived ? -END : 0)
const ceilingOf = (isArchived: boolean) => (isArchived ? 0 : END)

function placeBetween({ before, after }: Bounds, isArchived: boolean): number | null {
  const low = before ?? floorOf(isArchived)
  const high = after ?? ceilingOf(isArchived)
  const room = high - low
  if (room < 2) return null
  const isInside = (before === null) === (after === null)
  const step = isInside ? Math.floor(room / 2) : Math.max(1, Math.floor(room / PART_AT_ENDS))
  return before === null && after !== null ? high - step : low + step
}

// Spreads the fewest patients around a full spot evenly over the room they have together.
function makeRoom(db: Database, { before, after }: Bounds, isArchived: boolean) {
  const [floor, ceiling] = [floorOf(isArchived), ceilingOf(isArchived)]
  for (let reach = 32; ; reach *= 2) {
    const below = placesBelow(db, (before ?? floor) + 1, { floor, reach: reach + 1 })
    const above = placesAbove(db, (after ?? ceiling) - 1, { ceiling, reach: reach + 1 })
    const low = below.length > reach ? (below.pop() ?? floor) : floor
    const high = above.length > reach ? (above.pop() ?? ceiling) : ceiling
    const places = [...below.toReversed(), ...above]
    const step = Math.floor((high - low) / (places.length + 1))
    if (step < ROOM_MADE) continue
    const moves = places.map((from, index) => ({ from, to: low + step * (index + 1) }))
    // In this order nobody moves onto a place that is still taken.
    for (const move of moves.filter(({ from, to }) => to < from)) movePatient(db, move)
    for (const move of moves.filter(({ from, to }) => to > from).toReversed()) movePatient(db, move)
    return
  }
}

function placesBelow(db: Database, end: number, { floor, reach }: { floor: number; reach: number }): number[] {
  return statement<object, { place: number }>(db, 'SELECT place FROM patients WHERE place > :floor AND place < :end ORDER BY place DESC LIMIT :reach')
    .all({ end, floor, reach })
    .map(({ place }) => place)
}

function placesAbove(db: Database, start: number, { ceiling, reach }: { ceiling: number; reach: number }): number[] {
  return statement<object, { place: number }>(db, 'SELECT place FROM patients WHERE place > :start AND place < :ceiling ORDER BY place LIMIT :reach')
    .all({ start, ceiling, reach })
    .map(({ place }) => place)
}

function movePatient(db: Database, { from, to }: { from: number; to: number }) {
  const id = statement<object, { id: PatientId }>(db, 'SELECT id FROM patients WHERE place = :from').get({ from })?.id
  if (id === undefined) return
  forgetWords(db, id)
  statement(db, 'UPDATE patients SET place = CAST(:to AS INTEGER) WHERE id = :id').run({ id, to })
  writeWords(db, id)
}

/** Takes away what a patient is found by; nothing for one who is not written yet. */
export function forgetWords(db: Database, id: PatientId) {
  statement(db, 'DELETE FROM patient_search WHERE rowid = (SELECT place FROM patients WHERE id = :id)').run({ id })
}

/** Writes what a patient is found by, at their place: also the numbers of charts that became part of theirs, which are not found themselves. */
export function writeWords(db: Database, id: PatientId) {
  const patient = statement<object, Findable>(
    db,
    `SELECT first_name AS firstName, middle_name AS middleName, last_name AS lastName, suffix, preferred_name AS preferredName, born_on AS bornOn, phone,
            other_phone AS otherPhone, chart_number AS chartNumber
       FROM patients
      WHERE id = :id AND merged_into IS NULL`,
  ).get({ id })
  if (!patient) return
  const { chart, ...index } = searchIndexOf(patient)
  statement(
    db,
    `INSERT INTO patient_search (rowid, names, phones, born, chart)
          SELECT place, :names, :phones, :born, :chart FROM patients WHERE id = :id`,
  ).run({ ...index, chart: [chart, ...mergedNumbers(db, id).map(chartWords)].join(' '), id })
}

/** The numbers of charts that became part of this one, at once or by way of others. */
export function mergedNumbers(db: Database, id: PatientId): string[] {
  return statement<object, { chartNumber: string }>(
    db,
    `WITH RECURSIVE part (id, chartNumber) AS (
            SELECT id, chart_number FROM patients WHERE merged_into = :id
             UNION ALL
            SELECT p.id, p.chart_number FROM part JOIN patients p ON p.merged_into = part.id
          )
     SELECT chartNumber FROM part ORDER BY chartNumber`,
  )
    .all({ id })
    .map(({ chartNumber }) => chartNumber)
}
