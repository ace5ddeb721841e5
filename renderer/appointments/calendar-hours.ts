import { formatTime, localDate } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import type { DayHours } from '../../shared/practice/hours.ts'
import { pauseName } from '../../shared/schedule/pauses.ts'
import type { ScheduleDay } from '../../shared/schedule/schema.ts'
import { minuteOf, type Span, timeAt } from './calendar-layout.ts'

/** Hours nobody is booked in, with the words drawn on them. */
export type ClosedSpan = Span & { readonly words: string }

const spansOf = (hours: DayHours): Span[] => hours.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))

/** When a column is worked: one practitioner’s hours, or the clinic’s where the column is everybody’s. */
export function workedSpans(day: ScheduleDay, practitionerId: PractitionerId | null): Span[] {
  const own = practitionerId === null ? undefined : day.worked.find(one => one.practitionerId === practitionerId)
  return spansOf(practitionerId === null ? day.open : (own?.times ?? []))
}

function wordsFor(day: ScheduleDay, gap: Span, place: { isBetween: boolean; worksAtAll: boolean }): string {
  if (place.isBetween) return pauseName(gap)
  const isClinicOpen = spansOf(day.open).some(open => open.from < gap.to && open.to > gap.from)
  if (!isClinicOpen) return 'Closed'
  return place.worksAtAll ? 'Not in' : 'Out all day'
}

/** The hours of a column in which nobody works, and why: “Closed”, “Thanksgiving”, “Not in”, “Lunch”. `shown` are the hours drawn. */
export function closedSpans(day: ScheduleDay, practitionerId: PractitionerId | null, shown: Span): ClosedSpan[] {
  if (day.closedBecause !== '') return [{ ...shown, words: day.closedBecause }]
  const worked = workedSpans(day, practitionerId)
  const edges = [{ from: shown.from, to: shown.from }, ...worked, { from: shown.to, to: shown.to }]
  return edges.slice(1).flatMap((next, index) => {
    const gap = { from: Math.max(shown.from, edges[index]?.to ?? shown.from), to: Math.min(shown.to, next.from) }
    const isBetween = index > 0 && index < worked.length
    return gap.to > gap.from ? [{ ...gap, words: wordsFor(day, gap, { isBetween, worksAtAll: worked.length > 0 }) }] : []
  })
}

const ANY_DAY = localDate('2000-01-01')
/** `1:00`, `12:30`: a time of day as column heads write it, where morning or afternoon is plain. */
const bare = (minute: number) => formatTime(timeAt(ANY_DAY, minute)).slice(0, -3)

function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

/** The usual beginning and end of the days shown; null where none is worked. */
export function usualHours(days: readonly (readonly Span[])[]): Span | null {
  const worked = days.filter(spans => spans.length > 0)
  const from = mostCommon(worked.map(spans => spans[0]?.from ?? 0))
  const to = mostCommon(worked.map(spans => spans.at(-1)?.to ?? 0))
  return from === undefined || to === undefined ? null : { from, to }
}

/** What is unusual about a day’s hours, for its head: “Closed from 1:00”, “Open 9:00 to 1:00”, “Thanksgiving”; empty on a usual day. */
export function hoursNote(day: ScheduleDay, worked: readonly Span[], usual: Span | null): string {
  if (day.closedBecause !== '') return day.closedBecause
  const [first] = worked
  const last = worked.at(-1)
  if (!first || !last) return day.open.length > 0 ? 'Not in' : 'Closed'
  if (!usual || (first.from === usual.from && last.to === usual.to)) return ''
  if (first.from === usual.from && last.to < usual.to) return `Closed from ${bare(last.to)}`
  if (first.from > usual.from && last.to === usual.to) return `Closed until ${bare(first.from)}`
  return `Open ${bare(first.from)} to ${bare(last.to)}`
}
