import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMinutes, localDateTime } from '../lib/dates.ts'
import { endOf, overlaps, timeSpan } from './overlap.ts'

const slot = (time: string, minutes: number) => ({ startsAt: localDateTime(`2026-11-19T${time}`), minutes })
describe('overlap', () => {
  it.each([
    ['touching at the end', '09:45', 60, false],
    ['touching at the start', '11:45', 30, false],
    ['one minute into it', '09:46', 60, true],
    ['inside', '11:00', 15, true],
    ['around', '09:00', 240, true],
    ['the same', '10:45', 60, true],
  ])('%s', (_, time, minutes, expected) => {
    expect(overlaps(slot(time, minutes), slot('10:45', 60))).toBe(expected)
  })

  it('reaches over midnight', () => {
    expect(overlaps(slot('23:30', 60), { startsAt: localDateTime('2026-11-20T00:15'), minutes: 30 })).toBe(true)
  })

  it('is symmetric, and true exactly when some minute is in both', () => {
    const any = fc.record({ start: fc.integer({ min: 0, max: 600 }), minutes: fc.integer({ min: 1, max: 240 }) })
    const at = ({ start, minutes }: { start: number; minutes: number }) => ({ startsAt: addMinutes(localDateTime('2026-03-07T20:00'), start), minutes })
    fc.assert(
      fc.property(any, any, (a, b) => {
        const shared = Math.min(a.start + a.minutes, b.start + b.minutes) - Math.max(a.start, b.start)
        expect(overlaps(at(a), at(b))).toBe(shared > 0)
        expect(overlaps(at(b), at(a))).toBe(shared > 0)
        expect(endOf(at(a)) > at(a).startsAt).toBe(true)
      }),
    )
  })
})

it('writes a span of time', () => {
  expect(timeSpan(slot('10:45', 60))).toBe('10:45 to 11:45 am')
  expect(timeSpan(slot('11:30', 60))).toBe('11:30 am to 12:30 pm')
})
