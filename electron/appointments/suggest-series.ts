import { visitsLeft } from '../../shared/appointments/series-limit.ts'
import { firstDayOf, rhythmFrom } from '../../shared/appointments/series-rhythm.ts'
import { MOST_SERIES_VISITS, type SeriesPlan } from '../../shared/appointments/series-schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { addDays, ClockTime, clockOf, dayOf, type LocalDate, type LocalDateTime, weekdayOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { EpisodeId, PatientId, PractitionerId, RoomId, VisitTypeId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { listPractitioners } from '../practice/repository.ts'
import { listVisitTypes } from '../practice/visit-types-repository.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { clinicHours } from './check-booking.ts'
import { refusePatient } from './refuse-records.ts'
import { seriesLimits } from './series-repository.ts'

/** Visits of a new series where neither prescription nor plan say how many: a course is 2 to 6 consecutive sessions. */
const USUAL_VISITS = 6
const USUAL_MINUTES = 60

type LastVisit = {
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly bufferMinutes: number
  readonly practitionerId: PractitionerId
  readonly roomId: RoomId | null
  readonly visitTypeId: VisitTypeId | null
}

/** The patient’s latest visits, done or booked, newest first: of the episode where it has any. A room or visit type that is out of use is left away. */
function lastVisits(db: Database, patientId: PatientId, episodeId: EpisodeId | null): LastVisit[] {
  return statement<{ patientId: string; episodeId: string | null }, LastVisit>(
    db,
    `SELECT a.starts_at AS startsAt, a.minutes, a.buffer_minutes AS bufferMinutes, a.practitioner_id AS practitionerId, o.id AS roomId, t.id AS visitTypeId
       FROM appointments a
       LEFT JOIN rooms o ON o.id = a.room_id AND o.is_active = 1
       LEFT JOIN visit_types t ON t.id = a.visit_type_id AND t.is_active = 1
      WHERE a.patient_id = :patientId AND a.status NOT IN ('cancelled', 'no-show')
      ORDER BY a.episode_id IS :episodeId DESC, a.starts_at DESC
      LIMIT 3`,
  ).all({ patientId, episodeId })
}

/** How often the newest prescription of an episode asks for visits, in its own words; empty where it does not say. */
function frequencyOf(db: Database, episodeId: EpisodeId | null): string {
  const row = statement<{ episodeId: string | null }, { frequency: string }>(
    db,
    'SELECT frequency FROM prescriptions WHERE episode_id = :episodeId ORDER BY written_on DESC, id DESC LIMIT 1',
  ).get({ episodeId })
  return row?.frequency ?? ''
}

/** Which weekdays and days after one the clinic works. Without set hours it is open every day; a weekend is offered to those who came on one. */
function workdays(db: Database, after: LocalDate, usualWeekday: number | undefined) {
  const { hours } = getDeskRules(db)
  const isWorkday = (weekday: number) => (hours === null ? weekday <= 5 || weekday === usualWeekday : (hours[weekday - 1] ?? []).length > 0)
  const { days } = loadSchedule(db, addDays(after, 1), addDays(after, 60))
  const open = new Set(days.filter(({ closedBecause }) => closedBecause === '').map(({ day }) => day))
  return { isWorkday, isOpen: (day: LocalDate) => open.has(day) && isWorkday(weekdayOf(day)) }
}

/**
 * A series as prescription and plan ask for it, at the time, length and place of the last visit. It begins after today and after what is booked. Throws
 * `not_found` and `rule_broken` for a patient who cannot be booked.
 */
export function suggestSeries({ db, clock }: Services, { patientId, episodeId }: Parsed<'appointments.suggestSeries'>): SeriesPlan {
  refusePatient(db, patientId)
  const today = clock.today()
  const visits = lastVisits(db, patientId, episodeId)
  const [last] = visits
  const after = last && dayOf(last.startsAt) > today ? dayOf(last.startsAt) : today
  const lastWeekdays = visits.map(({ startsAt }) => weekdayOf(dayOf(startsAt)))
  const { isWorkday, isOpen } = workdays(db, after, lastWeekdays[0])
  const rhythm = rhythmFrom({ frequency: frequencyOf(db, episodeId), lastWeekdays, isWorkday, after })
  const left = visitsLeft(seriesLimits(db, episodeId, today)) ?? USUAL_VISITS
  return {
    patientId,
    episodeId,
    practitionerId: practitionerOf(db, last?.practitionerId),
    roomId: last?.roomId ?? null,
    ...usualLength(db, last),
    remark: '',
    firstOn: firstDayOf(rhythm, after, isOpen),
    time: last ? clockOf(last.startsAt) : ClockTime.parse(clinicHours(db).opensAt),
    rhythm,
    count: Math.min(MOST_SERIES_VISITS, Math.max(1, left)),
  }
}

/** Type and length of the last visit. What follows a first visit, or none, is the clinic’s first usual type. */
function usualLength(db: Database, last: LastVisit | undefined): Pick<SeriesPlan, 'visitTypeId' | 'minutes' | 'bufferMinutes'> {
  const types = listVisitTypes(db)
  const isUsual = last && types.find(({ id }) => id === last.visitTypeId)?.isForFirstVisit !== true
  if (isUsual) return { visitTypeId: last.visitTypeId, minutes: last.minutes, bufferMinutes: last.bufferMinutes }
  const usual = types.find(({ isActive, isForFirstVisit }) => isActive && !isForFirstVisit)
  return { visitTypeId: usual?.id ?? null, minutes: usual?.minutes ?? USUAL_MINUTES, bufferMinutes: usual?.bufferMinutes ?? 0 }
}

/** The usual practitioner; another one where that one left. */
function practitionerOf(db: Database, usual: PractitionerId | undefined): PractitionerId {
  const active = listPractitioners(db).filter(({ isActive }) => isActive)
  const found = active.find(({ id }) => id === usual) ?? active[0]
  if (!found) throw new DomainError('rule_broken', 'Nobody takes visits in this clinic. Add a practitioner in Settings.')
  return found.id
}
