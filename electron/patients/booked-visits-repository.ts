import type { LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId, PatientId, WaitlistId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** A visit as far as it takes to say when it is and whether it has begun. */
export type BookedVisit = { readonly id: AppointmentId; readonly startsAt: LocalDateTime; readonly status: string }

/** The patient’s visits from a day on that are booked or under way, in order of time. */
export function listBookedFrom(db: Database, patientId: PatientId, from: LocalDate): BookedVisit[] {
  return statement<{ patientId: string; from: string }, BookedVisit>(
    db,
    `SELECT id, starts_at AS startsAt, status
       FROM appointments
      WHERE patient_id = :patientId AND starts_at >= :from AND status IN ('booked', 'confirmed', 'arrived', 'in-session')
      ORDER BY starts_at, id`,
  ).all({ patientId, from: `${from}T00:00` })
}

/** The last day the patient was treated; null before the first visit. */
export function lastTreatedOn(db: Database, patientId: PatientId): LocalDate | null {
  const row = statement<{ patientId: string }, { day: LocalDate | null }>(
    db,
    `SELECT substr(max(starts_at), 1, 10) AS day
       FROM appointments
      WHERE patient_id = :patientId AND status IN ('in-session', 'finished', 'checked-out')`,
  ).get({ patientId })
  return row?.day ?? null
}

/** What the patient still waits for. */
export function listWaitingOf(db: Database, patientId: PatientId): WaitlistId[] {
  return statement<{ patientId: string }, { id: WaitlistId }>(
    db,
    'SELECT id FROM waitlist WHERE patient_id = :patientId AND closed_at IS NULL ORDER BY added_at, id',
  )
    .all({ patientId })
    .map(({ id }) => id)
}
