import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, ageOn, localDate } from '../lib/dates.ts'
import { ageInWords, isMinor } from './age.ts'

describe('an age', () => {
  it.each([
    ['2016-11-19', '2026-11-19', '10 years old; needs a guardian'],
    ['2016-11-20', '2026-11-19', '9 years old; needs a guardian'],
    ['1979-03-14', '2026-11-19', '47 years old'],
    ['2008-11-19', '2026-11-19', '18 years old'],
    ['2008-11-20', '2026-11-19', '17 years old; needs a guardian'],
    ['2026-03-20', '2026-11-19', '7 months old; needs a guardian'],
    ['2026-11-19', '2026-11-19', '0 months old; needs a guardian'],
    ['2025-10-18', '2026-11-19', '13 months old; needs a guardian'],
    ['2024-11-19', '2026-11-19', '2 years old; needs a guardian'],
    ['2008-02-29', '2026-02-28', '17 years old; needs a guardian'],
    ['2008-02-29', '2026-03-01', '18 years old'],
    ['2026-11-20', '2026-11-19', ''],
  ])('of one born %s, on %s: %s', (born, on, words) => expect(ageInWords(localDate(born), localDate(on))).toBe(words))

  it('grows by one on each birthday and on no other day; on Mar 1 for those born on Feb 29', () => {
    const leapYears = fc.integer({ min: 476, max: 505 }).map(quarter => quarter * 4)
    fc.assert(
      fc.property(leapYears, fc.integer({ min: 1, max: 40_000 }), (year, days) => {
        const born = localDate(`${year}-02-29`)
        const on = addDays(born, days)
        const isBirthday = on.endsWith('-02-29') || (on.endsWith('-03-01') && addDays(on, -1).endsWith('-02-28'))
        expect(ageOn(born, on) - ageOn(born, addDays(on, -1))).toBe(isBirthday ? 1 : 0)
        expect(isMinor(born, on)).toBe(ageOn(born, on) < 18)
      }),
    )
  })
})
