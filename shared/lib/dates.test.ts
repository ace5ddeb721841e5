import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMinutes,
  ageOn,
  dayOf,
  daysBetween,
  formatDate,
  formatLongDay,
  formatMonthDay,
  formatTime,
  formatWeekday,
  Instant,
  LocalDate,
  LocalDateTime,
  localDate,
  localDateTime,
  mondayOf,
  wallTimeOf,
} from './dates.ts'

const day = fc.integer({ min: 0, max: 36_524 }).map(offset => addDays(localDate('1950-01-01'), offset))

describe('days that exist', () => {
  it.each(['2026-11-21', '2024-02-29', '1900-01-01', '2199-12-31'])('%s', text => {
    expect(LocalDate.safeParse(text).success).toBe(true)
  })
  it.each(['2026-02-30', '2025-02-29', '1899-12-31', '2200-01-01', '2026-13-01', '2026-1-5', '2026-11-21T10:00', '', 'Nov 21', '2026-00-10', '+002026-11-21'])(
    'refuses %s',
    text => {
      expect(LocalDate.safeParse(text).success).toBe(false)
    },
  )
  it.each([1900, 1999, 2000, 2024, 2100, 2199])('knows the days of %i as the calendar does, and no others', year => {
    const inCalendar: string[] = []
    for (let at = localDate(`${year}-01-01`); at.startsWith(String(year)); at = addDays(at, 1)) inCalendar.push(at)
    const two = (count: number) => String(count).padStart(2, '0')
    const all = Array.from({ length: 14 * 33 }, (_, index) => `${year}-${two(Math.floor(index / 33))}-${two(index % 33)}`)
    expect(all.filter(text => LocalDate.safeParse(text).success)).toEqual(inCalendar)
  })
  it.each(['2026-11-21T00:00', '2026-11-21T23:59'])('takes the time %s', text => {
    expect(LocalDateTime.safeParse(text).success).toBe(true)
  })
  it.each(['2026-11-21T24:00', '2026-02-30T10:00', '2026-11-21T10:60', '2026-11-21 10:00', '2026-11-21T10:00:00', '2026-11-21T10:00Z', '2026-11-21'])(
    'refuses the time %s',
    text => {
      expect(LocalDateTime.safeParse(text).success).toBe(false)
    },
  )
})

describe('counting days', () => {
  it('goes forth and back over months and leap years', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const to = addDays(from, days)
        expect(daysBetween(from, to)).toBe(days)
        expect(addDays(to, -days)).toBe(from)
        expect(from < to).toBe(days > 0)
      }),
    )
  })

  it('finds the Monday on or before', () => {
    fc.assert(
      fc.property(day, any => {
        const monday = mondayOf(any)
        expect(daysBetween(monday, any)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(monday, any)).toBeLessThan(7)
        expect(formatWeekday(monday)).toMatch(/^Mon/)
      }),
    )
  })

  it('adds minutes over midnight, and ignores clock changes', () => {
    expect(addMinutes(localDateTime('2026-12-31T23:30'), 45)).toBe('2027-01-01T00:15')
    expect(addMinutes(localDateTime('2026-03-08T01:30'), 60)).toBe('2026-03-08T02:30')
    expect(dayOf(localDateTime('2026-12-31T23:30'))).toBe('2026-12-31')
  })
})

describe('age', () => {
  it.each([
    ['1979-03-14', '2026-03-13', 46],
    ['1979-03-14', '2026-03-14', 47],
    ['2000-02-29', '2023-02-28', 22],
    ['2000-02-29', '2023-03-01', 23],
    ['2026-11-21', '2026-11-21', 0],
  ])('of one born %s is on %s %i', (born, on, age) => {
    expect(ageOn(localDate(born), localDate(on))).toBe(age)
  })

  it('goes up by one each year', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 100 }), (born, years) => {
        const [year = '', month = '', date = ''] = born.split('-')
        const birthday = `${Number(year) + years}-${month}-${date}`
        if (LocalDate.safeParse(birthday).success) expect(ageOn(born, localDate(birthday))).toBe(years)
      }),
    )
  })
})

describe('as the clinic writes them', () => {
  const at = localDate('2026-11-19')
  it('days', () => {
    expect([formatDate(at), formatMonthDay(at), formatWeekday(at), formatLongDay(at)]).toEqual([
      'Nov 19, 2026',
      'Nov 19',
      'Thu, Nov 19',
      'Thursday, November 19',
    ])
  })
  it.each([
    ['00:05', '12:05 am'],
    ['09:05', '9:05 am'],
    ['12:00', '12:00 pm'],
    ['13:30', '1:30 pm'],
    ['23:59', '11:59 pm'],
  ])('%s is %s', (time, written) => {
    expect(formatTime(localDateTime(`2026-11-19T${time}`))).toBe(written)
  })
})

it.each([
  ['2026-11-19T20:01:00.000Z', 'America/Los_Angeles', '2026-11-19T12:01'],
  ['2026-07-01T20:01:00.000Z', 'America/Los_Angeles', '2026-07-01T13:01'],
  ['2026-11-20T03:30:00.000Z', 'America/Denver', '2026-11-19T20:30'],
  ['2026-11-01T08:30:00.000Z', 'America/Denver', '2026-11-01T01:30'],
])('%s is in %s %s', (moment, zone, wall) => {
  expect(wallTimeOf(Instant.parse(moment), zone)).toBe(wall)
})
