import type { Instant } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, WaitlistId } from '../../shared/lib/ids.ts'
import { Offer, type WaitlistFields } from '../../shared/waitlist/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** Somebody who waits. `bufferMinutes`: what their visit type keeps free after it. `practitionerName` empty for any. */
export type Waiting = WaitlistFields & {
  readonly id: WaitlistId
  readonly patientName: string
  /** The patient’s own phone, else the guardian’s, else the other one; empty without any. */
  readonly phone: string
  readonly practitionerName: string
  readonly bufferMinutes: number
  readonly addedAt: Instant
  readonly offers: Offer[]
}

type WaitingRow = Omit<Waiting, 'weekdays' | 'offers'> & { weekdays: string; offers: string }

// CROSS JOIN: read the few who wait first, not every active patient.
const WAITING = `
     SELECT w.id, w.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName,
            COALESCE(NULLIF(p.phone, ''), NULLIF(p.guardian_phone, ''), p.other_phone) AS phone, w.episode_id AS episodeId,
            w.practitioner_id AS practitionerId, COALESCE(r.legal_name, '') AS practitionerName, w.visit_type_id AS visitTypeId,
            COALESCE(t.buffer_minutes, 0) AS bufferMinutes, w.minutes, w.weekdays, w.from_time AS fromTime, w.to_time AS toTime,
            w.earliest_on AS earliestOn, w.latest_on AS latestOn, w.remark, w.added_at AS addedAt,
            (SELECT json_group_array(json_object('startsAt', o.starts_at, 'offeredAt', o.offered_at, 'answer', o.answer) ORDER BY o.offered_at, o.starts_at)
               FROM waitlist_offers o
              WHERE o.waitlist_id = w.id) AS offers
       FROM waitlist w
      CROSS JOIN patients p ON p.id = w.patient_id
       LEFT JOIN practitioners r ON r.id = w.practitioner_id
       LEFT JOIN visit_types t ON t.id = w.visit_type_id`
const EVERYBODY = `${WAITING}
      WHERE w.closed_at IS NULL AND p.is_archived = 0 AND p.deceased_on IS NULL
      ORDER BY w.added_at, w.id`
const ONE = `${WAITING}
      WHERE w.id = :id AND w.closed_at IS NULL`

/** The statement behind the list: for the test that keeps it short. */
export const WAITLIST_SQL = EVERYBODY

const toWaiting = (row: WaitingRow): Waiting => ({ ...row, weekdays: JSON.parse(row.weekdays), offers: Offer.array().parse(JSON.parse(row.offers)) })

/** Everybody who waits and may be offered a time, longest first; archived and deceased patients are left out. */
export function listWaiting(db: Database): Waiting[] {
  return statement<Record<string, never>, WaitingRow>(db, EVERYBODY).all({}).map(toWaiting)
}

/** Somebody who waits. Throws `not_found` where they no longer do. */
export function getWaiting(db: Database, id: WaitlistId): Waiting {
  const row = statement<{ id: string }, WaitingRow>(db, ONE).get({ id })
  if (!row) throw noLonger()
  return toWaiting(row)
}

const noLonger = () => new DomainError('not_found', 'That patient is no longer on the waitlist.')

/** Writes what somebody waits for, new or changed. When they were added stays. */
export function writeWaiting(db: Database, entry: WaitlistFields & { readonly id: WaitlistId; readonly addedAt: Instant }) {
  statement(
    db,
    `INSERT INTO waitlist (id, patient_id, episode_id, practitioner_id, visit_type_id, minutes, weekdays, from_time, to_time, earliest_on, latest_on, remark,
                           added_at)
          VALUES (:id, :patientId, :episodeId, :practitionerId, :visitTypeId, :minutes, :weekdays, :fromTime, :toTime, :earliestOn, :latestOn, :remark, :addedAt)
     ON CONFLICT (id) DO UPDATE
             SET episode_id = :episodeId, practitioner_id = :practitionerId, visit_type_id = :visitTypeId, minutes = :minutes, weekdays = :weekdays,
                 from_time = :fromTime, to_time = :toTime, earliest_on = :earliestOn, latest_on = :latestOn, remark = :remark`,
  ).run({ ...entry, weekdays: JSON.stringify(entry.weekdays) })
}

/** Keeps that a time was offered; a later answer about the same time replaces the earlier one. */
export function writeOffer(db: Database, id: WaitlistId, offer: Offer) {
  statement(
    db,
    `INSERT INTO waitlist_offers (waitlist_id, starts_at, offered_at, answer)
          VALUES (:id, :startsAt, :offeredAt, :answer)
     ON CONFLICT (waitlist_id, starts_at) DO UPDATE
             SET offered_at = :offeredAt, answer = :answer`,
  ).run({ id, ...offer })
}

type Closing = { readonly id: WaitlistId; readonly at: Instant; readonly appointmentId: AppointmentId | null; readonly reason: string }

/** Takes somebody off the waitlist, with the visit they were booked for or a reason. Throws `not_found` where they no longer wait. */
export function closeWaiting(db: Database, { id, at, appointmentId, reason }: Closing) {
  const { changes } = statement<Closing>(
    db,
    `UPDATE waitlist
        SET closed_at = :at, appointment_id = :appointmentId, close_reason = :reason
      WHERE id = :id AND closed_at IS NULL`,
  ).run({ id, at, appointmentId, reason })
  if (changes === 0) throw noLonger()
}

/** Puts somebody back who was taken off, in their old place. Throws `not_found` for an entry that never was. */
export function reopenWaiting(db: Database, id: WaitlistId) {
  const { changes } = statement<{ id: string }>(
    db,
    `UPDATE waitlist
        SET closed_at = NULL, appointment_id = NULL, close_reason = ''
      WHERE id = :id`,
  ).run({ id })
  if (changes === 0) throw noLonger()
}

/** Whether a patient may be put on the waitlist: in the records, active and alive; and whose episode one is. */
export function standingOf(db: Database, patientId: string): { readonly name: string; readonly isArchived: boolean; readonly isDeceased: boolean } | undefined {
  const row = statement<{ patientId: string }, { name: string; isArchived: number; isDeceased: number }>(
    db,
    `SELECT first_name || ' ' || last_name AS name, is_archived AS isArchived, deceased_on IS NOT NULL AS isDeceased
       FROM patients
      WHERE id = :patientId`,
  ).get({ patientId })
  return row && { name: row.name, isArchived: row.isArchived === 1, isDeceased: row.isDeceased === 1 }
}

/** Whether an episode is this patient’s. */
export function isEpisodeOf(db: Database, episodeId: string, patientId: string): boolean {
  return statement(db, 'SELECT 1 FROM episodes WHERE id = :episodeId AND patient_id = :patientId').get({ episodeId, patientId }) !== undefined
}
