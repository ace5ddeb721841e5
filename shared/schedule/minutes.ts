import type { ClockTime, LocalDate, LocalDateTime } from '../lib/dates.ts'

// A calendar is searched minute by minute: whole numbers are a hundred times faster than calendar objects, and exact.

/** Days since Jan 1, 1970 of a calendar day (proleptic Gregorian, as in Howard Hinnant’s “days from civil”). */
export function dayNumber(day: LocalDate): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The calendar day of a number of days since Jan 1, 1970. */
export function dayOfNumber(days: number): LocalDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${two(month)}-${two(dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)}` as LocalDate
}

const two = (number: number) => String(number).padStart(2, '0')

/** 1 Monday … 7 Sunday, of a day’s number. */
export const weekdayOfNumber = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1
/** The number of the week, Monday first, that a day’s number lies in. */
export const weekOfNumber = (days: number): number => Math.floor((days + 3) / 7)

/** Every day from the first to the last, both included. */
export function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) => dayOfNumber(first + index))
}

/** Minutes since midnight of a clock time. */
export const minutesOfClock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
/** The clock time of minutes since midnight, 0 to 1439. */
export const clockOfMinutes = (minutes: number): ClockTime => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as ClockTime

/** Wall time as minutes since Jan 1, 1970: differences are minutes on the clock, not across clock changes. */
export const minuteOf = (at: LocalDateTime): number => dayNumber(at.slice(0, 10) as LocalDate) * 1440 + minutesOfClock(at.slice(11))
/** The wall time of minutes since Jan 1, 1970. */
export const atMinute = (minute: number): LocalDateTime =>
  `${dayOfNumber(Math.floor(minute / 1440))}T${clockOfMinutes(((minute % 1440) + 1440) % 1440)}` as LocalDateTime
