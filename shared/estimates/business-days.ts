import { addDays, type LocalDate, weekdayOf } from '../lib/dates.ts'
import { federalHoliday } from '../schedule/holidays.ts'

/** Monday to Friday, except federal holidays and the working days they are observed on. How estimates count; no text we read says it more exactly. */
export const isBusinessDay = (day: LocalDate): boolean => weekdayOf(day) <= 5 && federalHoliday(day) === undefined

/** Business days from the day after `from` to `to`, that day included; 0 where `to` is not later. */
export function businessDaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBusinessDay(day)) count++
  return count
}

/** The n-th business day after a day. */
export function addBusinessDays(from: LocalDate, count: number): LocalDate {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isBusinessDay(day)) left--
  }
  return day
}

/** The last business day before a day. */
export function businessDayBefore(day: LocalDate): LocalDate {
  let before = addDays(day, -1)
  while (!isBusinessDay(before)) before = addDays(before, -1)
  return before
}
