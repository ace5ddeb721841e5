import { atTime, type ClockTime, type LocalDate, type LocalDateTime, localDate } from '../lib/dates.ts'
import { dayNumber, dayOfNumber, weekdayOfNumber, weekOfNumber } from '../schedule/minutes.ts'
import type { Rhythm } from './series-schema.ts'

/** What the days of a series follow from. */
export type SeriesRhythm = { readonly firstOn: LocalDate; readonly time: ClockTime; readonly rhythm: Rhythm; readonly count: number }

/** One visit of a series by its rhythm alone, at its place from 1. */
export type Place = { readonly place: number; readonly startsAt: LocalDateTime }

const LAST_DAY = localDate('2199-12-31')

/** Whether a day lies in the rhythm; weeks are counted from the week of `firstOn`. */
export function isInRhythm(day: LocalDate, { firstOn, rhythm }: Pick<SeriesRhythm, 'firstOn' | 'rhythm'>): boolean {
  return fits(dayNumber(day), dayNumber(firstOn), rhythm)
}

function fits(day: number, first: number, rhythm: Rhythm): boolean {
  if (day < first) return false
  if (rhythm.kind === 'every-days') return (day - first) % rhythm.days === 0
  return rhythm.weekdays.includes(weekdayOfNumber(day)) && (weekOfNumber(day) - weekOfNumber(first)) % rhythm.everyWeeks === 0
}

/** The day of each visit after another, up to the end of the calendar. */
function* daysOf({ firstOn, rhythm }: SeriesRhythm): Generator<LocalDate> {
  const [first, last] = [dayNumber(firstOn), dayNumber(LAST_DAY)]
  const step = rhythm.kind === 'every-days' ? rhythm.days : 1
  for (let day = first; day <= last; day += step) if (fits(day, first, rhythm)) yield dayOfNumber(day)
}

/**
 * The visits of a series in order, all at the same wall time: `count` of them besides the skipped places, so that a visit left out on a holiday is
 * made up for at the end. Places keep their number whatever is skipped.
 */
export function placesOf(series: SeriesRhythm, skipped: readonly number[] = []): Place[] {
  const places: Place[] = []
  let place = 0
  for (const day of daysOf(series)) {
    if (places.length >= series.count) break
    place += 1
    if (!skipped.includes(place)) places.push({ place, startsAt: atTime(day, series.time) })
  }
  return places
}

/** Puts the times a person chose instead on their places. */
export function withMoves<One extends Place>(places: readonly One[], moved: readonly Place[]): One[] {
  const chosen = new Map(moved.map(({ place, startsAt }) => [place, startsAt]))
  return places.map(one => ({ ...one, startsAt: chosen.get(one.place) ?? one.startsAt }))
}
