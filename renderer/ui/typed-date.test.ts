import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { readTypedDate, readTypedTime } from './typed-date.ts'

const today = localDate('2026-11-19')

describe('a day as people type it', () => {
  it.each([
    ['11/19/2026', '2026-11-19'],
    ['11/19', '2026-11-19'],
    ['3-14-79', '1979-03-14'],
    ['3/14/27', '2027-03-14'],
    ['03141979', '1979-03-14'],
    ['Nov 19', '2026-11-19'],
    ['november 19, 2025', '2025-11-19'],
    ['19 Nov 2026', '2026-11-19'],
    ['2026-11-19', '2026-11-19'],
    ['today', '2026-11-19'],
    ['Tomorrow', '2026-11-20'],
    ['+7', '2026-11-26'],
  ])('%s is %s', (typed, day) => expect(readTypedDate(typed, today)).toBe(day))

  it.each([
    ['Jan 30', '2027-01-30'],
    ['30 jan', '2027-01-30'],
    ['1/8', '2027-01-08'],
    ['Dec 12', '2026-12-12'],
    ['Nov 19', '2026-11-19'],
    ['1/8/2026', '2026-01-08'],
    ['Jan 8, 26', '2026-01-08'],
    ['yesterday', '2026-11-18'],
  ])('%s, for something that ends after today, is %s', (typed, day) => expect(readTypedDate(typed, today, today)).toBe(day))

  it.each(['2/30/2026', '13/1', 'soon', '', 'Nov', '1/1/1850', '99'])('%s is no day', typed => expect(readTypedDate(typed, today)).toBeUndefined())
})

describe('a time as people type it', () => {
  it.each([
    ['9', '09:00'],
    ['915', '09:15'],
    ['1:15', '13:15'],
    ['1:15 am', '01:15'],
    ['3p', '15:00'],
    ['12 pm', '12:00'],
    ['12am', '00:00'],
    ['15:30', '15:30'],
    ['07:30', '07:30'],
    ['6:45', '18:45'],
  ])('%s is %s', (typed, time) => expect(readTypedTime(typed)).toBe(time))

  it.each(['25', '9:75', '13 pm', 'noonish', ''])('%s is no time', typed => expect(readTypedTime(typed)).toBeUndefined())
})
