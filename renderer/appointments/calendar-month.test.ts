import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { fullnessOf, fullnessWords, monthsOf, stepMonth, weeksOfMonth } from './calendar-month.ts'
import { readPreferences, zoomed } from './calendar-preferences.ts'

describe('the month at a glance', () => {
  it('shows six weeks from Monday, in the months they reach into', () => {
    const weeks = weeksOfMonth(localDate('2026-11-19'))
    expect([weeks.length, weeks[0]?.[0], weeks[5]?.[6]]).toEqual([6, '2026-10-26', '2026-12-06'])
    expect(monthsOf(weeks)).toEqual(['2026-10', '2026-11', '2026-12'])
    expect(weeksOfMonth(localDate('2027-02-10'))[0]?.[0]).toBe('2027-02-01')
  })

  it('steps by month over the year and to the last day of a shorter month', () => {
    expect(stepMonth(localDate('2026-12-15'), 1)).toBe('2027-01-15')
    expect(stepMonth(localDate('2027-01-15'), -1)).toBe('2026-12-15')
    expect(stepMonth(localDate('2027-01-31'), 1)).toBe('2027-02-28')
    expect(stepMonth(localDate('2028-01-31'), 1)).toBe('2028-02-29')
    expect(stepMonth(localDate('2026-10-31'), 1)).toBe('2026-11-30')
  })

  it('says how full a day is, in words', () => {
    const words = (bookedMinutes: number, workedMinutes: number, closedBecause = '') =>
      fullnessWords({ bookedMinutes, workedMinutes, closedBecause, visits: 0 })
    expect(words(0, 480)).toBe('Free')
    expect(words(285, 480)).toBe('3 h 15 min free')
    expect(words(420, 480)).toBe('1 h free')
    expect(words(450, 480)).toBe('30 min free')
    expect(words(480, 480)).toBe('Full')
    expect(words(525, 480)).toBe('45 min over')
    expect(words(0, 0)).toBe('Nobody in')
    expect(words(60, 0, 'Thanksgiving')).toBe('Thanksgiving')
    expect([
      fullnessOf({ bookedMinutes: 240, workedMinutes: 480 }),
      fullnessOf({ bookedMinutes: 900, workedMinutes: 480 }),
      fullnessOf({ bookedMinutes: 0, workedMinutes: 0 }),
    ]).toEqual([0.5, 1, null])
  })
})

describe('how somebody likes the calendar', () => {
  it('zooms in three steps', () => {
    expect([zoomed(1, 1), zoomed(2, 1), zoomed(0, -1)]).toEqual([2, 2, 0])
  })

  it('reads what was kept, and the usual where it makes no sense', () => {
    expect(readPreferences('{"zoom":2,"colourBy":"visit-type","hasWaitlist":false}')).toEqual({ zoom: 2, colourBy: 'visit-type', hasWaitlist: false })
    const usual = { zoom: 1, colourBy: null, hasWaitlist: true }
    expect([readPreferences(null), readPreferences('nonsense'), readPreferences('7'), readPreferences('{"zoom":9,"colourBy":"mood"}')]).toEqual([
      usual,
      usual,
      usual,
      usual,
    ])
  })
})
