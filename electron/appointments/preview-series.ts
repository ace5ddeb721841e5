import { type BookedVisit, conflictsOf } from '../../shared/appointments/conflicts.ts'
import type { BookingWarning } from '../../shared/appointments/schema.ts'
import { DAYS_TO_LOOK_AHEAD, freeTimesNear, type NearBy } from '../../shared/appointments/series-alternatives.ts'
import { type Place, placesOf, withMoves } from '../../shared/appointments/series-dates.ts'
import { placeNumbers, stopSeries } from '../../shared/appointments/series-limit.ts'
import type { SeriesPlan, SeriesPreview } from '../../shared/appointments/series-schema.ts'
import { previewSentence } from '../../shared/appointments/series-words.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { addDays, dayOf, type LocalDateTime } from '../../shared/lib/dates.ts'
import { minuteOf } from '../../shared/schedule/minutes.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { getPatient } from '../patients/repository.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { getPractitioner } from '../practice/repository.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { clinicHours, type Wanted, warningsFor } from './check-booking.ts'
import { refuseEpisode, refusePatient, refusePractitioner, refuseRoom, refuseVisitType } from './refuse-records.ts'
import { closedForHoliday, listClaims, seriesLimits, type Whose } from './series-repository.ts'

/** Warnings that go away at another time. */
const ABOUT_TIME: readonly BookingWarning['kind'][] = ['practitioner', 'room', 'patient', 'clock', 'hours', 'break', 'closed', 'block', 'past']

const MINUTES_OF_A_DAY = 1440

/** Whether a visit cannot stay at its time, so that another one is looked for. */
export const isAboutTime = ({ kind }: Pick<BookingWarning, 'kind'>): boolean => ABOUT_TIME.includes(kind)

/**
 * The visits of a series with what speaks against each, and free times near those that cannot stay. Nothing is left out silently: only what goes beyond
 * the prescription or the plan is not shown, and `stoppedBecause` says why. Throws `not_found` and `rule_broken` as booking does.
 */
export function previewSeries(services: Services, { plan, moved, skipped }: Parsed<'appointments.previewSeries'>): SeriesPreview {
  const { db, clock } = services
  refuseRecords(db, plan)
  const limits = seriesLimits(db, plan.episodeId, clock.today())
  const asked = placesOf(plan, skipped)
  const { places, stoppedBecause } = stopSeries(asked, limits)
  const visits = withMoves(places, moved)
  const numbers = placeNumbers(visits, limits)
  const warningsAt = warningsBeside(services, { plan, visits })
  const nearBy = nearByOf(
    db,
    plan,
    visits.map(({ startsAt }) => startsAt),
  )
  const lastPlace = places.at(-1)?.place ?? 0
  const days = placesOf({ ...plan, count: lastPlace }).map(({ startsAt }) => dayOf(startsAt))
  return {
    visits: visits.map(visit => {
      const warnings = warningsAt(visit)
      const isFree = (startsAt: LocalDateTime) => !warningsAt({ ...visit, startsAt }).some(isAboutTime)
      const instead = warnings.some(isAboutTime) ? freeTimesNear(wantedAt(plan, visit.startsAt), nearBy, isFree) : []
      return { ...visit, warnings, instead, numberWords: numbers.get(visit.place) ?? '' }
    }),
    stoppedBecause,
    sentence: previewSentence(visits, { rhythm: plan.rhythm, days }, closedForHoliday(db)),
  }
}

/** Refuses a series whose patient, episode, practitioner, room or visit type cannot be booked at all. */
function refuseRecords(db: Database, plan: SeriesPlan) {
  refusePatient(db, plan.patientId)
  refuseRoom(db, plan.roomId)
  refuseVisitType(db, plan.visitTypeId)
  if (plan.episodeId !== null) refuseEpisode(db, { episodeId: plan.episodeId, patientId: plan.patientId, startsAt: `${plan.firstOn}T00:00` as LocalDateTime })
  refusePractitioner(db, plan.practitionerId)
}

/** What speaks against a place of a series: the calendar as it stands, and the other visits of the series, which are not in it yet. */
function warningsBeside(services: Services, { plan, visits }: { readonly plan: SeriesPlan; readonly visits: readonly Place[] }) {
  const { timeZone } = clinicHours(services.db)
  const { firstName, lastName } = getPatient(services.db, plan.patientId)
  const names = { patientName: `${firstName} ${lastName}`, practitionerName: getPractitioner(services.db, plan.practitionerId).legalName, roomName: '' }
  const own = visits.map(({ place, startsAt }): BookedVisit => ({ ...names, ...wantedAt(plan, startsAt), id: String(place), status: 'booked' }))
  return ({ place, startsAt }: Place): BookingWarning[] => {
    const wanted = wantedAt(plan, startsAt)
    const near = own.filter(visit => Math.abs(minuteOf(visit.startsAt) - minuteOf(startsAt)) < MINUTES_OF_A_DAY)
    const beside = conflictsOf(wanted, near, { timeZone, ignore: String(place) })
    return [...beside.map(({ kind, sentence }): BookingWarning => ({ kind, level: 'refused', sentence })), ...warningsFor(services, wanted, null)]
  }
}

/** One visit of a series as it is checked and booked. */
export function wantedAt({ patientId, episodeId, practitionerId, minutes, roomId, visitTypeId, bufferMinutes }: SeriesPlan, startsAt: LocalDateTime): Wanted {
  return { patientId, episodeId, practitionerId, minutes, roomId, visitTypeId, bufferMinutes, startsAt }
}

/** When a practitioner works, and what is taken of practitioner, patient and room, on the days of some visits and the two weeks after each. */
export function nearByOf(db: Database, whose: Whose, times: readonly LocalDateTime[]): NearBy {
  const days = times.map(dayOf).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const own = { practitionerId: whose.practitionerId, stepMinutes: getDeskRules(db).stepMinutes }
  if (!first || !last) return { ...own, days: new Map(), claims: new Map() }
  const range = { from: first, to: addDays(last, DAYS_TO_LOOK_AHEAD) }
  const { days: schedule } = loadSchedule(db, range.from, range.to)
  const claims = Map.groupBy(listClaims(db, whose, range), ({ startsAt }) => dayOf(startsAt))
  return { ...own, days: new Map(schedule.map(each => [each.day, each])), claims }
}
