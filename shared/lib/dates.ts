import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

// By hand: every record holds several days, and asking Temporal took a third of the time a long list was read.
const isDate = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && day >= 1 && day <= lastDayOf(year, month)
}
function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
const isDateTime = (text: string) => /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDate(text.slice(0, 10))

/** A calendar day in the clinic's own time, `YYYY-MM-DD`, 1900 to 2199. Impossible dates (Feb 30) are refused. */
export const LocalDate = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, 'Enter a date.')
  .refine(isDate, 'That day does not exist.')
  .brand<'LocalDate'>()
export type LocalDate = z.infer<typeof LocalDate>

/** Wall time of the clinic, `YYYY-MM-DDTHH:MM`: a visit at 9:00 stays at 9:00 across a clock change. */
export const LocalDateTime = z
  .string()
  .regex(/^(19|20|21)/, 'Enter a date and time.')
  .refine(isDateTime, 'That time does not exist.')
  .brand<'LocalDateTime'>()
export type LocalDateTime = z.infer<typeof LocalDateTime>

/** Wall time of any day, `HH:MM`, 00:00 to 23:59. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time.')
  .brand<'ClockTime'>()
export type ClockTime = z.infer<typeof ClockTime>

/** A moment, UTC ISO with milliseconds: for signing, payments and the audit log. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** Trusts a string already known to be a `LocalDate`. Throws on anything else. */
export const localDate = (text: string): LocalDate => LocalDate.parse(text)
/** Trusts a string already known to be a `LocalDateTime`. Throws on anything else. */
export const localDateTime = (text: string): LocalDateTime => LocalDateTime.parse(text)

/** The wall time of a day at a clock time. */
export const atTime = (day: LocalDate, time: ClockTime): LocalDateTime => `${day}T${time}` as LocalDateTime
/** The clock part of a wall time, `HH:MM`. */
export const clockOf = (at: LocalDateTime): ClockTime => at.slice(11) as ClockTime
/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: LocalDate): number => Temporal.PlainDate.from(day).dayOfWeek

/** The day part of a wall time. */
export const dayOf = (at: LocalDateTime): LocalDate => at.slice(0, 10) as LocalDate

/** The day `days` later (or earlier, when negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(day).add({ days }).toString() as LocalDate
}

/** The same day `months` later; where that month is shorter, its last day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString() as LocalDate
}

/** The wall time `minutes` later. Wall arithmetic: it does not know about clock changes. */
export function addMinutes(at: LocalDateTime, minutes: number): LocalDateTime {
  return Temporal.PlainDateTime.from(at).add({ minutes }).toString({ smallestUnit: 'minute' }) as LocalDateTime
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** The Monday on or before a day. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)
}

/** Age in whole years on a day; a child born on Feb 29 turns a year older on Mar 1 in common years. */
export function ageOn(born: LocalDate, day: LocalDate): number {
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const LONG_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** `Nov 21, 2026` */
export function formatDate(day: LocalDate): string {
  return `${formatMonthDay(day)}, ${day.slice(0, 4)}`
}
/** `Nov 21` */
export function formatMonthDay(day: LocalDate): string {
  const { month, day: number } = Temporal.PlainDate.from(day)
  return `${MONTHS[month - 1]} ${number}`
}
/** `Thu, Nov 19` */
export function formatWeekday(day: LocalDate): string {
  return `${DAYS[Temporal.PlainDate.from(day).dayOfWeek - 1]}, ${formatMonthDay(day)}`
}
/** `Thursday, November 19` */
export function formatLongDay(day: LocalDate): string {
  const { month, day: number, dayOfWeek } = Temporal.PlainDate.from(day)
  return `${LONG_DAYS[dayOfWeek - 1]}, ${LONG_MONTHS[month - 1]} ${number}`
}
/** `9:05 am` from a wall time. */
export function formatTime(at: LocalDateTime): string {
  const hour = Number(at.slice(11, 13))
  return `${hour % 12 === 0 ? 12 : hour % 12}:${at.slice(14, 16)} ${hour < 12 ? 'am' : 'pm'}`
}

/** The clinic's wall time of a moment, in its time zone. */
export function wallTimeOf(moment: Instant, timeZone: string): LocalDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }) as LocalDateTime
}
