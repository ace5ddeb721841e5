import type { Claim } from '../../shared/appointments/conflicts.ts'
import type { AppointmentStatus } from '../../shared/appointments/schema.ts'
import type { SeriesLimits } from '../../shared/appointments/series-limit.ts'
import { type Series, SeriesPlan } from '../../shared/appointments/series-schema.ts'
import { type ClosedFor, seriesWords } from '../../shared/appointments/series-words.ts'
import { addDays, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, EpisodeId, PatientId, PractitionerId, RoomId, SeriesId, VisitTypeId } from '../../shared/lib/ids.ts'
import { federalHoliday } from '../../shared/schedule/holidays.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { listEpisodeVisits, listPrescriptionTerms } from '../episodes/coverage-repository.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { noShowUsesVisit } from '../practice/repository.ts'

/** A visit of a series as far as a change of the series goes. */
export type SeriesVisit = {
  readonly id: AppointmentId
  readonly patientId: PatientId
  readonly episodeId: EpisodeId | null
  readonly practitionerId: PractitionerId
  readonly roomId: RoomId | null
  readonly visitTypeId: VisitTypeId | null
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly bufferMinutes: number
  readonly status: AppointmentStatus
  readonly revision: number
  readonly hasNote: boolean
  readonly noteState: Series['visits'][number]['noteState']
}

type NewSeries = { readonly id: SeriesId; readonly plan: SeriesPlan; readonly createdOn: LocalDate }

/** Keeps a series as it was planned. */
export function insertSeries(db: Database, { id, plan, createdOn }: NewSeries) {
  statement(db, 'INSERT INTO series (id, patient_id, episode_id, plan, created_on) VALUES (:id, :patientId, :episodeId, :plan, :createdOn)').run({
    id,
    patientId: plan.patientId,
    episodeId: plan.episodeId,
    plan: JSON.stringify(plan),
    createdOn,
  })
}

type VisitRow = Omit<SeriesVisit, 'hasNote'>

/** The visits of a series in order of time, cancelled ones too. */
export function listSeriesVisits(db: Database, seriesId: SeriesId): SeriesVisit[] {
  return statement<{ seriesId: string }, VisitRow>(
    db,
    `SELECT a.id, a.patient_id AS patientId, a.episode_id AS episodeId, a.practitioner_id AS practitionerId, a.room_id AS roomId,
            a.visit_type_id AS visitTypeId, a.starts_at AS startsAt, a.minutes, a.buffer_minutes AS bufferMinutes, a.status, a.revision,
            CASE WHEN n.id IS NULL THEN 'none' WHEN n.signed_at IS NULL THEN 'draft' ELSE 'signed' END AS noteState
       FROM appointments a
       LEFT JOIN notes n ON n.appointment_id = a.id AND n.error_at IS NULL
      WHERE a.series_id = :seriesId
      ORDER BY a.starts_at, a.id`,
  )
    .all({ seriesId })
    .map(row => ({ ...row, hasNote: row.noteState !== 'none' }))
}

/** The series a visit belongs to. Throws `not_found` for a visit that is not there and `rule_broken` for one of no series. */
export function seriesOfVisit(db: Database, appointmentId: AppointmentId): SeriesId {
  const row = statement<{ appointmentId: string }, { seriesId: SeriesId | null }>(
    db,
    'SELECT series_id AS seriesId FROM appointments WHERE id = :appointmentId',
  ).get({ appointmentId })
  if (!row) throw new DomainError('not_found', 'That visit is no longer in the calendar.')
  if (row.seriesId === null) throw new DomainError('rule_broken', 'This visit is not part of a series. Move or cancel it by itself.')
  return row.seriesId
}

type SeriesRow = { readonly patientName: string; readonly condition: string; readonly plan: string }

/** A series with its visits as they stand. Throws `not_found`. */
export function getSeries(db: Database, id: SeriesId): Series {
  const row = statement<{ id: string }, SeriesRow>(
    db,
    `SELECT p.first_name || ' ' || p.last_name AS patientName, COALESCE(e.condition, '') AS condition, s.plan
       FROM series s
       JOIN patients p ON p.id = s.patient_id
       LEFT JOIN episodes e ON e.id = s.episode_id
      WHERE s.id = :id`,
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That series is no longer in the calendar.')
  const visits = listSeriesVisits(db, id)
  const standing = visits.filter(({ status }) => status !== 'cancelled').map(({ startsAt }) => startsAt)
  const { rhythm } = SeriesPlan.parse(JSON.parse(row.plan))
  return {
    id,
    patientName: row.patientName,
    words: seriesWords({ condition: row.condition, rhythm, standing }, closedForHoliday(db)),
    visits: visits.map(({ id: appointmentId, startsAt, minutes, status, noteState, revision }) => ({
      appointmentId,
      startsAt,
      minutes,
      status,
      noteState,
      revision,
    })),
  }
}

/** Who and what a visit would take. */
export type Whose = { readonly practitionerId: PractitionerId; readonly patientId: PatientId; readonly roomId: RoomId | null }

/** The time that is taken of a practitioner, a patient or a room on some days, both ends included. */
export function listClaims(db: Database, { practitionerId, patientId, roomId }: Whose, { from, to }: { from: LocalDate; to: LocalDate }): Claim[] {
  return statement<Whose & { from: string; until: string }, Claim>(
    db,
    `SELECT starts_at AS startsAt, minutes, buffer_minutes AS bufferMinutes, practitioner_id AS practitionerId, room_id AS roomId, patient_id AS patientId
       FROM appointments
      WHERE starts_at >= :from AND starts_at < :until AND status NOT IN ('cancelled', 'no-show')
        AND (practitioner_id = :practitionerId OR patient_id = :patientId OR room_id = :roomId)`,
  ).all({ practitionerId, patientId, roomId, from, until: addDays(to, 1) })
}

/** What a clinic calls the holidays on which it is closed. */
export function closedForHoliday(db: Database): ClosedFor {
  const { openHolidays } = getDeskRules(db)
  return day => {
    const holiday = federalHoliday(day)
    return holiday && !openHolidays.includes(holiday.name) ? holiday.words : undefined
  }
}

/** What limits the visits of an episode: its prescriptions, its visits and its plan. Nothing does without an episode. */
export function seriesLimits(db: Database, episodeId: EpisodeId | null, today: LocalDate): SeriesLimits {
  const rules = { today, noShowUsesVisit: noShowUsesVisit(db) }
  if (episodeId === null) return { prescriptions: [], visits: [], plannedVisits: null, rules }
  const row = statement<{ episodeId: string }, { plannedVisits: number | null }>(
    db,
    'SELECT planned_visits AS plannedVisits FROM episodes WHERE id = :episodeId',
  ).get({ episodeId })
  return {
    prescriptions: listPrescriptionTerms(db, episodeId),
    visits: listEpisodeVisits(db, episodeId),
    plannedVisits: row?.plannedVisits ?? null,
    rules,
  }
}
