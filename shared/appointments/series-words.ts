import {
  addDays,
  clockOf,
  dayOf,
  daysBetween,
  formatMonthDay,
  formatTime,
  formatWeekday,
  type LocalDate,
  type LocalDateTime,
  mondayOf,
  weekdayOf,
} from '../lib/dates.ts'
import type { Place } from './series-dates.ts'
import type { Rhythm } from './series-schema.ts'

/** “Thanksgiving” where the clinic is closed for a holiday that day; undefined on other days. */
export type ClosedFor = (day: LocalDate) => string | undefined

const SHORT = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const LONG = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const listed = (words: readonly string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`)
const inOrder = (weekdays: readonly number[]) => [...new Set(weekdays)].toSorted((a, b) => a - b)
const shortDays = (weekdays: readonly number[]) => inOrder(weekdays).map(day => SHORT[day - 1] ?? '')

/** `Tuesdays`, `Mon, Wed, Thu`, `every other Tuesday`, `every 3 weeks on Mon, Thu`, `every 10 days`: a rhythm as the desk says it. */
export function rhythmWords(rhythm: Rhythm): string {
  if (rhythm.kind === 'every-days') return rhythm.days === 1 ? 'every day' : `every ${rhythm.days} days`
  const [first = 1, second] = inOrder(rhythm.weekdays)
  const day = LONG[first - 1] ?? ''
  if (second === undefined && rhythm.everyWeeks === 1) return `${day}s`
  if (second === undefined && rhythm.everyWeeks === 2) return `every other ${day}`
  const days = second === undefined ? day : shortDays(rhythm.weekdays).join(', ')
  return rhythm.everyWeeks === 1 ? days : `every ${rhythm.everyWeeks} weeks on ${days}`
}

/** “6 visits, Tuesdays 10:00 am, Nov 24 to Jan 5. Nov 26 is Thanksgiving.” `asked` are the days of the rhythm, also those moved or left out. */
export function previewSentence(
  visits: readonly Place[],
  asked: { readonly rhythm: Rhythm; readonly days: readonly LocalDate[] },
  closedFor: ClosedFor,
): string {
  const times = visits.map(({ startsAt }) => startsAt).toSorted()
  const [first, last] = [times[0], times.at(-1)]
  const holidays = asked.days.flatMap(day => {
    const holiday = closedFor(day)
    return holiday === undefined ? [] : [`${formatMonthDay(day)} is ${holiday}.`]
  })
  if (!first || !last) return ['No visit can be booked.', ...holidays].join(' ')
  if (times.length === 1) return [`1 visit, ${formatWeekday(dayOf(first))}, ${formatTime(first)}.`, ...holidays].join(' ')
  const time = times.every(at => clockOf(at) === clockOf(first)) ? ` ${formatTime(first)}` : ''
  const span = `${formatMonthDay(dayOf(first))} to ${formatMonthDay(dayOf(last))}`
  return [`${times.length} visits, ${rhythmWords(asked.rhythm)}${time}, ${span}.`, ...holidays].join(' ')
}

/** What the words of a booked series are made from; `standing` are its visits that were not cancelled. */
export type BookedSeries = {
  readonly condition: string
  readonly rhythm: Rhythm
  readonly standing: readonly LocalDateTime[]
}

/** “Series of 8, shoulder. Mon, Wed, Thu until Dec 2. Skips Nov 26, holiday.” The weekdays are those its visits have now. */
export function seriesWords(series: BookedSeries, closedFor: ClosedFor): string {
  const days = series.standing.map(dayOf).toSorted()
  const condition = series.condition === '' ? '' : `, ${uncapitalised(series.condition)}`
  const last = days.at(-1)
  if (!last) return `Series${condition}. Every visit is cancelled.`
  const weekdays = usualWeekdays(days)
  const isWeekly = series.rhythm.kind === 'weekly'
  const every = series.rhythm.kind === 'weekly' && series.rhythm.everyWeeks > 1 ? `, every ${series.rhythm.everyWeeks} weeks` : ''
  const rhythm = isWeekly ? `${shortDays(weekdays).join(', ')}${every}` : capitalised(rhythmWords(series.rhythm))
  const skips = isWeekly ? skippedHolidays(series, { weekdays, days }, closedFor) : []
  const parts = [`Series of ${days.length}${condition}.`, `${rhythm} until ${formatMonthDay(last)}.`]
  if (skips.length > 0) parts.push(`Skips ${listed(skips.map(formatMonthDay))}, ${skips.length === 1 ? 'holiday' : 'holidays'}.`)
  return parts.join(' ')
}

// A single visit moved to another weekday does not change the rhythm.
function usualWeekdays(days: readonly LocalDate[]): readonly number[] {
  const counts = Map.groupBy(days.map(weekdayOf), weekday => weekday)
  const usual = [...counts].filter(([, visits]) => visits.length > 1).map(([weekday]) => weekday)
  return usual.length > 0 ? usual : [...counts.keys()]
}

/** Holidays between the first and the last visit on which the series would have had one. */
function skippedHolidays(
  { rhythm }: BookedSeries,
  seen: { readonly weekdays: readonly number[]; readonly days: readonly LocalDate[] },
  closedFor: ClosedFor,
): LocalDate[] {
  const [first, last] = [seen.days[0], seen.days.at(-1)]
  if (!first || !last) return []
  const everyWeeks = rhythm.kind === 'weekly' ? rhythm.everyWeeks : 1
  const between = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
  return between.filter(
    day =>
      seen.weekdays.includes(weekdayOf(day)) &&
      (daysBetween(mondayOf(first), mondayOf(day)) / 7) % everyWeeks === 0 &&
      !seen.days.includes(day) &&
      closedFor(day) !== undefined,
  )
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
// “Shoulder” becomes “shoulder”; “TMJ pain” stays.
const uncapitalised = (text: string) => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
