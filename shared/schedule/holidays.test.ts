import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { holidayOn } from './holidays.ts'

describe('federal holidays', () => {
  it.each([
    ['2026-01-01', 'New Year’s Day'],
    ['2026-01-19', 'Martin Luther King Day'],
    ['2026-02-16', 'Presidents’ Day'],
    ['2026-05-25', 'Memorial Day'],
    ['2026-06-19', 'Juneteenth'],
    ['2026-07-04', 'Independence Day'],
    ['2026-07-03', 'Independence Day (observed)'],
    ['2026-09-07', 'Labor Day'],
    ['2026-10-12', 'Columbus Day'],
    ['2026-11-11', 'Veterans Day'],
    ['2026-11-26', 'Thanksgiving'],
    ['2026-12-25', 'Christmas Day'],
    ['2027-12-24', 'Christmas Day (observed)'],
    ['2021-12-31', 'New Year’s Day (observed)'],
    ['2023-01-02', 'New Year’s Day (observed)'],
    ['2021-05-31', 'Memorial Day'],
  ])('%s is %s', (day, name) => expect(holidayOn(localDate(day))).toBe(name))

  it.each(['2026-11-19', '2026-11-27', '2026-05-18', '2026-12-31'])('%s is an ordinary day', day => {
    expect(holidayOn(localDate(day))).toBeUndefined()
  })
})
