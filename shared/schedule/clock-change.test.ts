import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, addMinutes, type LocalDateTime, localDate, localDateTime } from '../lib/dates.ts'
import { clockTrouble, exactEndOf, instantOf, minutesBetween, sharesTime } from './clock-change.ts'

const DENVER = 'America/Denver'
const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
] as const
const at = localDateTime

describe('a wall time at a clock change', () => {
  it('does not exist in spring, and says when to come instead', () => {
    expect(clockTrouble(at('2026-03-08T02:30'), DENVER)).toEqual({
      kind: 'gap',
      sentence: 'Sun, Mar 8, 2:30 am does not exist: the clocks go forward at 2:00 am. Choose 3:00 am or later.',
    })
    expect(clockTrouble(at('2026-03-08T02:00'), DENVER)?.kind).toBe('gap')
    expect([at('2026-03-08T01:59'), at('2026-03-08T03:00')].map(time => clockTrouble(time, DENVER))).toEqual([null, null])
  })
  it('comes twice in fall, and the first is meant', () => {
    expect(clockTrouble(at('2026-11-01T01:30'), DENVER)).toEqual({
      kind: 'twice',
      sentence: 'Sun, Nov 1, 1:30 am comes twice, because the clocks go back. The first 1:30 am is meant.',
    })
    expect(instantOf(at('2026-11-01T01:30'), DENVER)).toBe('2026-11-01T07:30:00.000Z')
    expect([at('2026-11-01T00:59'), at('2026-11-01T02:00')].map(time => clockTrouble(time, DENVER))).toEqual([null, null])
  })
  it('is ordinary where the clocks never change', () => {
    for (const zone of ['America/Phoenix', 'Pacific/Honolulu'])
      for (const time of ['2026-03-08T02:30', '2026-11-01T01:30']) expect(clockTrouble(at(time), zone)).toBeNull()
  })
})

describe('a visit over a clock change', () => {
  it('ends an hour later on the wall in spring, an hour earlier in fall', () => {
    expect(exactEndOf({ startsAt: at('2026-03-08T01:30'), minutes: 60 }, DENVER)).toBe('2026-03-08T03:30')
    expect(exactEndOf({ startsAt: at('2026-11-01T01:30'), minutes: 60 }, DENVER)).toBe('2026-11-01T01:30')
    expect(exactEndOf({ startsAt: at('2026-10-31T23:45'), minutes: 480 }, DENVER)).toBe('2026-11-01T06:45')
  })
  it('leaves the second hour of fall free, and takes the hour after the gap of spring', () => {
    const fall = { startsAt: at('2026-11-01T01:30'), minutes: 60 }
    expect(sharesTime(fall, { startsAt: at('2026-11-01T02:00'), minutes: 60 }, DENVER)).toBe(false)
    expect(sharesTime(fall, { startsAt: at('2026-11-01T01:00'), minutes: 60 }, DENVER)).toBe(true)
    const spring = { startsAt: at('2026-03-08T01:30'), minutes: 60 }
    expect(sharesTime(spring, { startsAt: at('2026-03-08T03:00'), minutes: 60 }, DENVER)).toBe(true)
    expect(sharesTime(spring, { startsAt: at('2026-03-08T03:30'), minutes: 60 }, DENVER)).toBe(false)
  })
  it('counts the hours of notice that really pass', () => {
    const [before, after] = [instantOf(at('2026-10-31T09:00'), DENVER), instantOf(at('2026-11-01T09:00'), DENVER)]
    expect(minutesBetween(before, after)).toBe(25 * 60)
  })
})

/** The clock changes of a zone from 2024 to 2034. */
function changesOf(zone: string): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = []
  const end = Temporal.ZonedDateTime.from(`2034-12-31T00:00[${zone}]`)
  let next = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${zone}]`).getTimeZoneTransition('next')
  while (next && Temporal.ZonedDateTime.compare(next, end) < 0) {
    changes.push(next)
    next = next.getTimeZoneTransition('next')
  }
  return changes
}

const realStart = (startsAt: LocalDateTime, zone: string) => Temporal.PlainDateTime.from(startsAt).toZonedDateTime(zone).epochMilliseconds / 60_000

describe.each(ZONES)('ten years of %s', zone => {
  const changes = changesOf(zone)
  it('have two clock changes a year, or none', () => {
    expect(changes).toHaveLength(zone === 'America/Phoenix' || zone === 'Pacific/Honolulu' ? 0 : 22)
  })
  const days = changes.length > 0 ? changes.map(change => localDate(change.toPlainDate().toString())) : [localDate('2026-03-08'), localDate('2026-11-01')]
  const slot = fc.record({ start: fc.integer({ min: -1500, max: 1700 }), minutes: fc.integer({ min: 1, max: 108 }).map(steps => steps * 5) })
  const day = fc.constantFrom(...days)
  it('agree with real time about who meets whom', () => {
    fc.assert(
      fc.property(day, slot, slot, (on, a, b) => {
        const midnight = localDateTime(`${on}T00:00`)
        const [one, other] = [a, b].map(({ start, minutes }) => ({ startsAt: addMinutes(midnight, start), minutes }))
        if (!one || !other) throw new Error('Two slots.')
        const [from, until] = [realStart(one.startsAt, zone), realStart(other.startsAt, zone)]
        const shared = Math.min(from + one.minutes, until + other.minutes) - Math.max(from, until)
        expect(sharesTime(one, other, zone)).toBe(shared > 0)
        expect(sharesTime(other, one, zone)).toBe(shared > 0)
        const next = { startsAt: exactEndOf(one, zone), minutes: 30 }
        if (clockTrouble(next.startsAt, zone) === null) expect(sharesTime(one, next, zone)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
  it('refuse exactly the minutes that the day does not have', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 287 }), (on, step) => {
        const time = addMinutes(localDateTime(`${on}T00:00`), step * 5)
        const wall = Temporal.PlainDateTime.from(time)
        const back = wall.toZonedDateTime(zone).toPlainDateTime()
        expect(clockTrouble(time, zone)?.kind === 'gap').toBe(!back.equals(wall))
        expect(clockTrouble(addMinutes(localDateTime(`${addDays(on, 3)}T00:00`), step * 5), zone)).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})
