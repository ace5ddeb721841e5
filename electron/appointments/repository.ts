import type { Appointment } from '../../shared/appointments/schema.ts'
import type { StatusChange } from '../../shared/appointments/status-change.ts'
import { addDays, addMinutes, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, EpisodeId, PatientId, PractitionerId, RoomId, SeriesId, VisitTypeId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { type VisitRow, withCoverage } from './coverage-repository.ts'

const VISITS = `
     SELECT a.id, a.patient_id AS patientId, a.episode_id AS episodeId, a.practitioner_id AS practitionerId, a.starts_at AS startsAt, a.minutes,
            a.remark, a.status, a.arrived_at AS arrivedAt, a.started_at AS startedAt, a.cancel_reason AS cancelReason,
            a.prescription_id AS chosenPrescriptionId, a.room_id AS roomId, a.visit_type_id AS visitTypeId, a.buffer_minutes AS bufferMinutes,
            a.series_id AS seriesId, a.is_late_cancel AS isLateCancel, a.revision, COALESCE(o.name, '') AS roomName, COALESCE(t.name, '') AS visitTypeName,
            p.first_name || ' ' || p.last_name AS patientName, p.chart_number AS chartNumber, p.phone,
            r.legal_name AS practitionerName, COALESCE(e.condition, '') AS condition, e.planned_visits AS plannedVisits,
            n.id AS noteId, CASE WHEN n.id IS NULL THEN 'none' WHEN n.signed_at IS NULL THEN 'draft' ELSE 'signed' END AS noteState,
            i.id AS invoiceId,
            NOT EXISTS (SELECT 1 FROM appointments b
                         WHERE b.patient_id = a.patient_id AND b.starts_at < a.starts_at AND b.status NOT IN ('cancelled', 'no-show')) AS isFirstVisit,
            (SELECT COALESCE(SUM(d.total_cents - d.paid_cents - d.reduced_cents), 0) FROM invoices d
              WHERE d.patient_id = a.patient_id AND d.voided_at IS NULL AND d.paid_cents + d.reduced_cents < d.total_cents) AS balance
       FROM appointments a
       JOIN patients p ON p.id = a.patient_id
       JOIN practitioners r ON r.id = a.practitioner_id
       LEFT JOIN episodes e ON e.id = a.episode_id
       LEFT JOIN rooms o ON o.id = a.room_id
       LEFT JOIN visit_types t ON t.id = a.visit_type_id
       LEFT JOIN notes n ON n.appointment_id = a.id AND n.error_at IS NULL
       LEFT JOIN invoices i ON i.appointment_id = a.id AND i.voided_at IS NULL AND i.kind = 'visit'`

const BETWEEN = `${VISITS}
      WHERE a.starts_at >= :from AND a.starts_at < :until AND (:practitionerId IS NULL OR a.practitioner_id = :practitionerId)
      ORDER BY a.starts_at, r.position, a.id`
const OF_PATIENT = `${VISITS}
      WHERE a.patient_id = :patientId
      ORDER BY a.starts_at DESC, a.id`
const BY_ID = `${VISITS}
      WHERE a.id = :id`
const BY_IDS = `${VISITS}
      WHERE a.id IN (SELECT value FROM json_each(:ids))
      ORDER BY a.starts_at, a.id`
const NEXT_BOOKED = `${VISITS}
      WHERE a.patient_id = :patientId AND a.starts_at > :after AND a.status IN ('booked', 'confirmed')
      ORDER BY a.starts_at
      LIMIT 1`

/** Days from the first to the last, both included, as bounds for a visit’s start. */
type Range = { readonly from: LocalDate; readonly to: LocalDate; readonly practitionerId: PractitionerId | null }

/** Visits that start on these days, in order of time. */
export function listAppointments(db: Database, { from, to, practitionerId }: Range, today: LocalDate): Appointment[] {
  const rows = statement<{ from: string; until: string; practitionerId: string | null }, VisitRow>(db, BETWEEN).all({
    from,
    until: addDays(to, 1),
    practitionerId,
  })
  return withCoverage(db, rows, today)
}

/** All visits of a patient, newest first. */
export function listAppointmentsOfPatient(db: Database, patientId: PatientId, today: LocalDate): Appointment[] {
  return withCoverage(db, statement<{ patientId: string }, VisitRow>(db, OF_PATIENT).all({ patientId }), today)
}

/** One visit. Throws `not_found`. */
export function getAppointment(db: Database, id: AppointmentId, today: LocalDate): Appointment {
  const [found] = withCoverage(db, statement<{ id: string }, VisitRow>(db, BY_ID).all({ id }), today)
  if (!found) throw new DomainError('not_found', 'That visit is no longer in the calendar.')
  return found
}

/** Some visits by their ids, in order of time. */
export function listAppointmentsByIds(db: Database, ids: readonly AppointmentId[], today: LocalDate): Appointment[] {
  return ids.length === 0 ? [] : withCoverage(db, statement<{ ids: string }, VisitRow>(db, BY_IDS).all({ ids: JSON.stringify(ids) }), today)
}

/** The patient’s next booked visit after a moment; null where none is. */
export function findNextBooked(db: Database, { patientId, after }: { patientId: PatientId; after: LocalDateTime }, today: LocalDate): Appointment | null {
  const rows = statement<{ patientId: string; after: string }, VisitRow>(db, NEXT_BOOKED).all({ patientId, after })
  return withCoverage(db, rows, today)[0] ?? null
}

/** A visit to be put into the calendar. */
export type NewAppointment = {
  readonly id: AppointmentId
  readonly patientId: PatientId
  readonly episodeId: EpisodeId | null
  readonly practitionerId: PractitionerId
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly remark: string
  readonly roomId: RoomId | null
  readonly visitTypeId: VisitTypeId | null
  readonly bufferMinutes: number
  /** Left out for a single visit. */
  readonly seriesId?: SeriesId | null
}

/** Puts a booked visit into the calendar. */
export function insertAppointment(db: Database, visit: NewAppointment) {
  statement<NewAppointment & { seriesId: string | null; endsAt: string }>(
    db,
    `INSERT INTO appointments (id, patient_id, episode_id, practitioner_id, starts_at, ends_at, minutes, status, remark, cancel_reason, room_id, visit_type_id,
                               buffer_minutes, series_id)
          VALUES (:id, :patientId, :episodeId, :practitionerId, :startsAt, :endsAt, :minutes, 'booked', :remark, '', :roomId, :visitTypeId, :bufferMinutes, :seriesId)`,
  ).run({ ...visit, seriesId: visit.seriesId ?? null, endsAt: addMinutes(visit.startsAt, visit.minutes) })
}

/** Gives a visit another time, length, practitioner or room. */
export function moveAppointment(db: Database, visit: Pick<NewAppointment, 'id' | 'startsAt' | 'minutes' | 'practitionerId' | 'roomId'>) {
  statement<typeof visit & { endsAt: string }>(
    db,
    `UPDATE appointments
        SET starts_at = :startsAt, ends_at = :endsAt, minutes = :minutes, practitioner_id = :practitionerId, room_id = :roomId,
            revision = revision + 1
      WHERE id = :id`,
  ).run({ ...visit, endsAt: addMinutes(visit.startsAt, visit.minutes) })
}

/** Gives a visit another episode or remark. In another episode it chooses no prescription. */
export function updateAppointment(db: Database, visit: Pick<NewAppointment, 'id' | 'episodeId' | 'remark'>) {
  statement<typeof visit>(
    db,
    `UPDATE appointments
        SET prescription_id = CASE WHEN episode_id IS :episodeId THEN prescription_id END, episode_id = :episodeId, remark = :remark,
            revision = revision + 1
      WHERE id = :id`,
  ).run(visit)
}

/** Saves a visit’s status. */
export function updateStatus(db: Database, { isLateCancel, ...change }: StatusChange) {
  statement<Omit<StatusChange, 'isLateCancel'> & { isLateCancel: number }>(
    db,
    `UPDATE appointments
        SET status = :status, arrived_at = :arrivedAt, started_at = :startedAt, cancel_reason = :cancelReason, is_late_cancel = :isLateCancel,
            revision = revision + 1
      WHERE id = :id`,
  ).run({ ...change, isLateCancel: isLateCancel ? 1 : 0 })
}
