import { addDays, dayOf, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { freeTimes, isFreeAt, type Wish } from '../../shared/schedule/find-free.ts'
import type { FreeCalendar } from '../../shared/schedule/free-calendar.ts'
import type { FreeTime } from '../../shared/schedule/schema.ts'
import { type FreedTime, refusedTimes, suits } from '../../shared/waitlist/suits.ts'
import type { Database } from '../db/open.ts'
import { loadFreeCalendar } from '../schedule/free-repository.ts'
import { listWaiting, type Waiting } from './repository.ts'

/** The clinic’s day and its wall time now. */
type Moment = { readonly today: LocalDate; readonly now: LocalDateTime }

/** Days in which a fitting time is looked for, today included. */
const DAYS = 14

/** Somebody who waits, with the first free time that suits; null where none does. */
export type WaitingFit = { readonly waiting: Waiting; readonly fit: FreeTime | null }

function wishOf(waiting: Waiting, now: LocalDateTime): Wish {
  const opens = waiting.earliestOn === null ? now : (`${waiting.earliestOn}T00:00` as LocalDateTime)
  const { patientId, practitionerId, visitTypeId, minutes, bufferMinutes, weekdays, fromTime, toTime } = waiting
  const own = { patientId, practitionerId, visitTypeId, minutes, bufferMinutes, weekdays, fromTime, toTime }
  return { ...own, roomId: null, after: opens > now ? opens : now, leftOut: refusedTimes(waiting) }
}

function firstFit(calendar: FreeCalendar, waiting: Waiting, now: LocalDateTime): FreeTime | null {
  const [first] = freeTimes(calendar, wishOf(waiting, now), 1)
  return first && (waiting.latestOn === null || dayOf(first.startsAt) <= waiting.latestOn) ? first : null
}

/** The first free time of each within two weeks: the calendar is read once for all. */
export function fitsOf(db: Database, waiting: readonly Waiting[], { today, now }: Moment): WaitingFit[] {
  if (waiting.length === 0) return []
  const calendar = loadFreeCalendar(db, { from: today, to: addDays(today, DAYS - 1) })
  return waiting.map(each => ({ waiting: each, fit: firstFit(calendar, each, now) }))
}

/** Who could take a time that became free, longest waiting first: it suits, is still to come, and patient, practitioner and a room are free then. */
export function whoCanTake(db: Database, freed: FreedTime, { now }: Pick<Moment, 'now'>): Waiting[] {
  if (freed.startsAt < now) return []
  const candidates = listWaiting(db).filter(waiting => suits(waiting, freed))
  if (candidates.length === 0) return []
  const day = dayOf(freed.startsAt)
  const calendar = loadFreeCalendar(db, { from: day, to: day })
  return candidates.filter(waiting => isFreeAt(calendar, wishOf(waiting, now), freed))
}

/** How many people on the waitlist could take the time of each of these visits, were it free: cancelled and missed ones still to come. None: left out. */
export function countWhoCanTake(
  db: Database,
  freed: readonly (FreedTime & { readonly appointmentId: AppointmentId })[],
  moment: Pick<Moment, 'now'>,
): { readonly appointmentId: AppointmentId; readonly people: number }[] {
  return freed.map(time => ({ appointmentId: time.appointmentId, people: whoCanTake(db, time, moment).length })).filter(({ people }) => people > 0)
}

/** Those who wait and for whom a time is free today or tomorrow, longest waiting first. */
export function listFitsSoon(db: Database, moment: Moment): { readonly waiting: Waiting; readonly fit: FreeTime }[] {
  const tomorrow = addDays(moment.today, 1)
  return fitsOf(db, listWaiting(db), moment).flatMap(({ waiting, fit }) => (fit && dayOf(fit.startsAt) <= tomorrow ? [{ waiting, fit }] : []))
}
