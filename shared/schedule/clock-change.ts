import { Temporal } from 'temporal-polyfill'
import { addDays, addMinutes, dayOf, formatTime, formatWeekday, Instant, type LocalDate, type LocalDateTime, localDateTime } from '../lib/dates.ts'

const MINUTE = 60_000

/** A wall time at a clock change: it does not exist that day (`gap`), or comes twice (`twice`: the first is meant). `sentence` says what to do. */
export type ClockTrouble = { readonly kind: 'gap' | 'twice'; readonly sentence: string }

const plain = (at: LocalDateTime) => Temporal.PlainDateTime.from(at)
const epochMinutes = (at: LocalDateTime, timeZone: string, disambiguation: 'earlier' | 'compatible' | 'later' = 'compatible') =>
  Math.round(plain(at).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds / MINUTE)

const changesNear = new Map<string, boolean>()
const REMEMBERED = 20_000

/** Whether the clocks change on a day, the day before or the day after: only then do wall time and real time differ for a visit. */
function isNearChange(day: LocalDate, timeZone: string): boolean {
  const key = `${timeZone} ${day}`
  const known = changesNear.get(key)
  if (known !== undefined) return known
  const offsetAt = (on: LocalDate) => Temporal.PlainDate.from(on).toZonedDateTime(timeZone).offsetNanoseconds
  const answer = offsetAt(addDays(day, -1)) !== offsetAt(addDays(day, 2))
  if (changesNear.size < REMEMBERED) changesNear.set(key, answer)
  return answer
}

/** Whether a wall time is in the hour that is left out or the one that comes twice when the clocks change; null for every ordinary time. */
export function clockTrouble(at: LocalDateTime, timeZone: string): ClockTrouble | null {
  if (!isNearChange(dayOf(at), timeZone)) return null
  const [first, second] = [epochMinutes(at, timeZone, 'earlier'), epochMinutes(at, timeZone, 'later')]
  if (first === second) return null
  const time = `${formatWeekday(dayOf(at))}, ${formatTime(at)}`
  const change = Temporal.Instant.fromEpochMilliseconds(first * MINUTE)
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition('next')
  if (wallTimeAt(first, timeZone) === at)
    return { kind: 'twice', sentence: `${time} comes twice, because the clocks go back. The first ${formatTime(at)} is meant.` }
  const next = change ? wallTimeAt(Math.round(change.epochMilliseconds / MINUTE), timeZone) : at
  const before = addMinutes(next, first - second)
  return { kind: 'gap', sentence: `${time} does not exist: the clocks go forward at ${formatTime(before)}. Choose ${formatTime(next)} or later.` }
}

/** The wall time of a minute since 1970. */
const wallTimeAt = (minute: number, timeZone: string): LocalDateTime =>
  localDateTime(
    Temporal.Instant.fromEpochMilliseconds(minute * MINUTE)
      .toZonedDateTimeISO(timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' }),
  )

/** The moment of a wall time: of one that comes twice the first; one that is left out counts from after the change. */
export function instantOf(at: LocalDateTime, timeZone: string): Instant {
  return Instant.parse(plain(at).toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' }))
}

/** Minutes that really pass between two moments, across clock changes; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / MINUTE
}

/** A stretch of real time that begins at a wall time. */
export type RealSlot = { readonly startsAt: LocalDateTime; readonly minutes: number }

/** The wall time at which a visit is over: on the day the clocks change it differs from start plus length. */
export function exactEndOf({ startsAt, minutes }: RealSlot, timeZone: string): LocalDateTime {
  if (!isNearChange(dayOf(startsAt), timeZone)) return addMinutes(startsAt, minutes)
  return wallTimeAt(epochMinutes(startsAt, timeZone) + minutes, timeZone)
}

/** Whether two stretches of real time share a minute, exact on days of 23 and 25 hours. Touching is not sharing. */
export function sharesTime(a: RealSlot, b: RealSlot, timeZone: string): boolean {
  if (!isNearChange(dayOf(a.startsAt), timeZone) && !isNearChange(dayOf(b.startsAt), timeZone))
    return a.startsAt < addMinutes(b.startsAt, b.minutes) && b.startsAt < addMinutes(a.startsAt, a.minutes)
  const [startA, startB] = [epochMinutes(a.startsAt, timeZone), epochMinutes(b.startsAt, timeZone)]
  return startA < startB + b.minutes && startB < startA + a.minutes
}
