import type { LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId, PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type ComingVisit = {
  readonly id: AppointmentId
  readonly patientName: string
  readonly practitionerId: PractitionerId
  readonly roomId: RoomId | null
  readonly startsAt: LocalDateTime
  readonly minutes: number
}

/** Visits that start from one day up to another, not included (null: without end), and are not over. */
export function listComingVisits(db: Database, range: { readonly from: LocalDate; readonly until: LocalDate | null }): ComingVisit[] {
  return statement<{ from: string; until: string | null }, ComingVisit>(
    db,
    `SELECT a.id, p.first_name || ' ' || p.last_name AS patientName, a.practitioner_id AS practitionerId, a.room_id AS roomId, a.starts_at AS startsAt, a.minutes
       FROM appointments a
       JOIN patients p ON p.id = a.patient_id
      WHERE a.starts_at >= :from AND (:until IS NULL OR a.starts_at < :until) AND a.status IN ('booked', 'confirmed', 'arrived', 'in-session')
      ORDER BY a.starts_at, a.id`,
  ).all(range)
}
