import { addDays, type LocalDate, weekdayOf } from '../lib/dates.ts'
import { daysBetweenVisits } from './next-visit.ts'
import { isInRhythm } from './series-dates.ts'
import type { Rhythm } from './series-schema.ts'

/** What a rhythm is read from: the prescription’s words, the weekdays of the last visits (newest first) and the days the clinic works. */
export type RhythmFacts = {
  readonly frequency: string
  readonly lastWeekdays: readonly number[]
  readonly isWorkday: (weekday: number) => boolean
  readonly after: LocalDate
}

const WEEK: readonly number[] = [1, 2, 3, 4, 5, 6, 7]

/**
 * The rhythm a prescription’s words ask for: “twice a week” becomes two weekdays, “once a week” the weekday of the last visit, or the next one worked.
 * Words that name no rhythm mean once a week.
 */
export function rhythmFrom(facts: RhythmFacts): Rhythm {
  const text = facts.frequency.toLowerCase()
  if (/every other day/.test(text)) return { kind: 'every-days', days: 2 }
  if (/every day|daily/.test(text)) return { kind: 'every-days', days: 1 }
  const days = daysBetweenVisits(text)
  const saysDays = /every\s+\w+\s+days/.test(text)
  if (days % 7 === 0 && !saysDays) return { kind: 'weekly', weekdays: weekdaysFor(1, facts), everyWeeks: Math.min(12, days / 7) }
  if (saysDays || days > 7) return { kind: 'every-days', days: Math.min(90, days) }
  return { kind: 'weekly', weekdays: weekdaysFor(Math.floor(7 / days), facts), everyWeeks: 1 }
}

/** So many days of a week, spread evenly from the usual one and worked; the weekdays of the last visits where they are just as many. */
function weekdaysFor(count: number, { lastWeekdays, isWorkday, after }: RhythmFacts): number[] {
  const workdays = WEEK.filter(isWorkday)
  const offered = workdays.length === 0 ? [...WEEK] : workdays
  const known = [...new Set(lastWeekdays.slice(0, count))].filter(day => offered.includes(day))
  if (known.length === count) return known.toSorted((a, b) => a - b)
  if (count >= offered.length) return offered
  const usual = lastWeekdays[0] ?? weekdayOf(addDays(after, 1))
  const first = WEEK.map(offset => ((usual + offset - 2) % 7) + 1).find(day => offered.includes(day)) ?? usual
  const start = offered.indexOf(first)
  const spread = Array.from({ length: count }, (_, index) => offered[(start + Math.ceil((index * offered.length) / count)) % offered.length] ?? first)
  return [...new Set(spread)].toSorted((a, b) => a - b)
}

/** The first day after another that is in the rhythm and open; without an open one within two months, simply the next day of it. */
export function firstDayOf(rhythm: Rhythm, after: LocalDate, isOpen: (day: LocalDate) => boolean): LocalDate {
  const days = Array.from({ length: 60 }, (_, index) => addDays(after, index + 1))
  const fitting = rhythm.kind === 'every-days' ? days : days.filter(day => isInRhythm(day, { firstOn: day, rhythm }))
  return fitting.find(isOpen) ?? fitting[0] ?? addDays(after, 1)
}
