import { addDays, type LocalDate } from '../../shared/lib/dates.ts'
import type { Claimed } from '../../shared/schedule/free-calendar.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** The time that visits take on these days, also of those that began late the evening before. */
export function listClaims(db: Database, { from, to }: { readonly from: LocalDate; readonly to: LocalDate }): Claimed[] {
  return statement<{ from: string; until: string }, Claimed>(
    db,
    `SELECT starts_at AS startsAt, minutes, buffer_minutes AS bufferMinutes, practitioner_id AS practitionerId, room_id AS roomId, patient_id AS patientId
       FROM appointments
      WHERE starts_at >= :from AND starts_at < :until AND status NOT IN ('cancelled', 'no-show')
      ORDER BY starts_at`,
  ).all({ from: addDays(from, -1), until: addDays(to, 1) })
}
