import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../lib/dates.ts'
import { minutesOfClock } from './minutes.ts'
import type { MonthDay, ScheduleDay } from './schema.ts'

/** The first and last day of a month, `YYYY-MM`. */
export function daysOfMonth(month: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month)
  return { from: `${month}-01` as LocalDate, to: `${month}-${daysInMonth}` as LocalDate }
}

/** The minutes everybody works on a day. */
export const workedMinutes = (day: Pick<ScheduleDay, 'worked'>): number =>
  day.worked.flatMap(({ times }) => times).reduce((sum, { from, to }) => sum + minutesOfClock(to) - minutesOfClock(from), 0)

/** Days at a glance: what is booked of what is worked. */
export function monthDays(
  days: readonly ScheduleDay[],
  totals: readonly { readonly day: LocalDate; readonly visits: number; readonly minutes: number }[],
): MonthDay[] {
  const byDay = new Map(totals.map(total => [total.day, total]))
  return days.map(day => ({
    day: day.day,
    visits: byDay.get(day.day)?.visits ?? 0,
    bookedMinutes: byDay.get(day.day)?.minutes ?? 0,
    workedMinutes: workedMinutes(day),
    closedBecause: day.closedBecause,
  }))
}
