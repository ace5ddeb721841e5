import { addDays, type LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId } from '../../shared/lib/ids.ts'
import type { CalendarVisit } from '../../shared/schedule/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Days = { readonly from: LocalDate; readonly to: LocalDate }
type Bounds = { readonly from: string; readonly until: string }
const bounds = ({ from, to }: Days): Bounds => ({ from, until: addDays(to, 1) })

type VisitRow = Omit<CalendarVisit, 'isLateCancel'> & { isLateCancel: number }

// One pass over the index of starts and three look-ups by key: a full week of a large clinic is read in a few milliseconds.
const VISITS = `
     SELECT a.id, a.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, a.practitioner_id AS practitionerId, a.room_id AS roomId,
            a.visit_type_id AS visitTypeId, a.episode_id AS episodeId, a.series_id AS seriesId, a.starts_at AS startsAt, a.minutes,
            a.buffer_minutes AS bufferMinutes, a.status, a.is_late_cancel AS isLateCancel, COALESCE(e.condition, '') AS condition,
            CASE WHEN n.id IS NULL THEN 'none' WHEN n.signed_at IS NULL THEN 'draft' ELSE 'signed' END AS noteState, a.revision
       FROM appointments a
       JOIN patients p ON p.id = a.patient_id
       LEFT JOIN episodes e ON e.id = a.episode_id
       LEFT JOIN notes n ON n.appointment_id = a.id AND n.error_at IS NULL
      WHERE a.starts_at >= :from AND a.starts_at < :until
      ORDER BY a.starts_at`

/** Visits that start on these days in order of time, also cancelled and missed ones. */
export function listCalendarVisits(db: Database, days: Days): CalendarVisit[] {
  return statement<Bounds, VisitRow>(db, VISITS)
    .all(bounds(days))
    .map(row => ({ ...row, isLateCancel: row.isLateCancel === 1 }))
}

/** How to explain the statement behind the calendar: for the test that keeps it lean. */
export const CALENDAR_VISITS_SQL = VISITS

type NumberedRow = { id: AppointmentId; episodeId: EpisodeId; plannedVisits: number | null }

/** Visits of an episode that start on these days and count. */
export function listNumberedVisits(db: Database, days: Days): NumberedRow[] {
  return statement<Bounds, NumberedRow>(
    db,
    `SELECT a.id, a.episode_id AS episodeId, e.planned_visits AS plannedVisits
       FROM appointments a
       JOIN episodes e ON e.id = a.episode_id
      WHERE a.starts_at >= :from AND a.starts_at < :until AND a.status NOT IN ('cancelled', 'no-show')
      ORDER BY a.starts_at`,
  ).all(bounds(days))
}

/** What is booked on a day: visits that take time, and their minutes. */
export type DayTotals = { readonly day: LocalDate; readonly visits: number; readonly minutes: number }

/** What is booked on each of these days; days without a visit are left out. */
export function listDayTotals(db: Database, days: Days): DayTotals[] {
  return statement<Bounds, DayTotals>(
    db,
    `SELECT substr(starts_at, 1, 10) AS day, count(*) AS visits, sum(minutes) AS minutes
       FROM appointments
      WHERE starts_at >= :from AND starts_at < :until AND status NOT IN ('cancelled', 'no-show')
      GROUP BY substr(starts_at, 1, 10)`,
  ).all(bounds(days))
}
