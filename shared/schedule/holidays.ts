import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { LocalDate } from '../lib/dates.ts'

/** The federal holidays by their usual names. */
export const HolidayName = z.enum([
  'New Year’s Day',
  'Martin Luther King Day',
  'Presidents’ Day',
  'Memorial Day',
  'Juneteenth',
  'Independence Day',
  'Labor Day',
  'Columbus Day',
  'Veterans Day',
  'Thanksgiving',
  'Christmas Day',
])
export type HolidayName = z.infer<typeof HolidayName>

type Holiday = { readonly name: HolidayName; readonly on: (year: number) => Temporal.PlainDate }

const fixed = (month: number, day: number) => (year: number) => Temporal.PlainDate.from({ year, month, day })

/** The n-th weekday (1 Monday … 7 Sunday) of a month; `n` 5 here means the last one. */
const nth = (month: number, weekday: number, n: number) => (year: number) => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const found = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (n - 1) })
  return found.month === month ? found : found.subtract({ days: 7 })
}

/** Legal public holidays of the United States (5 U.S.C. 6103). */
const HOLIDAYS: readonly Holiday[] = [
  { name: 'New Year’s Day', on: fixed(1, 1) },
  { name: 'Martin Luther King Day', on: nth(1, 1, 3) },
  { name: 'Presidents’ Day', on: nth(2, 1, 3) },
  { name: 'Memorial Day', on: nth(5, 1, 5) },
  { name: 'Juneteenth', on: fixed(6, 19) },
  { name: 'Independence Day', on: fixed(7, 4) },
  { name: 'Labor Day', on: nth(9, 1, 1) },
  { name: 'Columbus Day', on: nth(10, 1, 2) },
  { name: 'Veterans Day', on: fixed(11, 11) },
  { name: 'Thanksgiving', on: nth(11, 4, 4) },
  { name: 'Christmas Day', on: fixed(12, 25) },
]

/** The working day a holiday moves to when it falls on a weekend: Friday for Saturday, Monday for Sunday. */
function observed(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === 6) return day.subtract({ days: 1 })
  return day.dayOfWeek === 7 ? day.add({ days: 1 }) : day
}

/** A federal holiday, or the working day one is observed on; `words` as said of the day: “Independence Day (observed)”. */
export type FederalHoliday = { readonly name: HolidayName; readonly words: string }

const byYear = new Map<number, ReadonlyMap<string, FederalHoliday>>()

// Remembered by year: the calendar asks for every day it shows.
function holidaysOf(year: number): ReadonlyMap<string, FederalHoliday> {
  const known = byYear.get(year)
  if (known) return known
  const days = new Map<string, FederalHoliday>()
  for (const { name, on } of [year, year + 1].flatMap(each => HOLIDAYS.map(holiday => ({ ...holiday, on: holiday.on(each) })))) {
    days.set(observed(on).toString(), { name, words: `${name} (observed)` })
    days.set(on.toString(), { name, words: name })
  }
  byYear.set(year, days)
  return days
}

/** The federal holiday a day is, or is the observed day of; undefined on other days. */
export const federalHoliday = (day: LocalDate): FederalHoliday | undefined => holidaysOf(Number(day.slice(0, 4))).get(day)

/** “Thanksgiving” where a day is a federal holiday or the working day one is observed on; undefined on other days. */
export const holidayOn = (day: LocalDate): string | undefined => federalHoliday(day)?.words
