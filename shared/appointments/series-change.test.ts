import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, atTime, ClockTime, clockOf, dayOf, daysBetween, localDate, localDateTime } from '../lib/dates.ts'
import { PractitionerId } from '../lib/ids.ts'
import type { AppointmentStatus } from './schema.ts'
import { affectedVisits, changedTime } from './series-change.ts'
import type { SeriesChange, SeriesScope } from './series-schema.ts'

const visit = (day: string, status: AppointmentStatus = 'booked', hasNote = false) => ({ id: day, startsAt: localDateTime(`${day}T10:00`), status, hasNote })
const series = [
  visit('2026-11-03', 'checked-out', true),
  visit('2026-11-10', 'no-show'),
  visit('2026-11-17'),
  visit('2026-11-24', 'confirmed'),
  visit('2026-12-01', 'cancelled'),
  visit('2026-12-08'),
  visit('2026-12-15', 'booked', true),
]
const affected = (id: string, scope: SeriesScope) => {
  const { visits, kept } = affectedVisits(series, { id, scope, today: localDate('2026-11-19') })
  return [visits.map(one => one.id), kept]
}
const move = (startsAt: string): SeriesChange => ({
  kind: 'move',
  startsAt: localDateTime(startsAt),
  minutes: 60,
  practitionerId: PractitionerId.parse('00000000-0000-4000-8000-000000000001'),
  roomId: null,
})

describe('the visits a change concerns', () => {
  it.each<[string, SeriesScope, string[], number]>([
    ['2026-11-24', 'one', ['2026-11-24'], 0],
    ['2026-11-24', 'later', ['2026-11-24', '2026-12-08'], 2],
    ['2026-11-24', 'all', ['2026-11-24', '2026-12-08'], 5],
    ['2026-11-17', 'one', ['2026-11-17'], 0],
    ['2026-11-17', 'later', ['2026-11-17', '2026-11-24', '2026-12-08'], 2],
    ['2026-11-03', 'one', [], 1],
  ])('from %s, %s', (id, scope, ids, kept) => {
    expect(affected(id, scope)).toEqual([ids, kept])
  })
})

describe('a moved series', () => {
  it('goes by as many days to one clock time, and nowhere when cancelled', () => {
    const from = localDateTime('2026-11-24T10:00')
    const asked = { from, change: move('2026-11-26T14:30') }
    expect(changedTime(from, asked)).toBe('2026-11-26T14:30')
    expect(changedTime(localDateTime('2026-12-08T09:00'), asked)).toBe('2026-12-10T14:30')
    expect(changedTime(from, { from, change: { kind: 'cancel', reason: 'Moved away' } })).toBeNull()
  })
  it('keeps days and wall time apart from what the clocks do, over ten years in every US zone', () => {
    const zones = [
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Phoenix',
      'America/Los_Angeles',
      'America/Anchorage',
      'America/Adak',
      'Pacific/Honolulu',
    ]
    const day = fc.integer({ min: 0, max: 3652 }).map(days => addDays(localDate('2026-01-01'), days))
    const clock = fc.integer({ min: 3, max: 23 }).map(hour => ClockTime.parse(`${String(hour).padStart(2, '0')}:15`))
    fc.assert(
      fc.property(day, day, fc.integer({ min: -60, max: 60 }), clock, fc.constantFrom(...zones), (anchor, other, days, time, zone) => {
        const from = atTime(anchor, ClockTime.parse('09:00'))
        const before = atTime(other, ClockTime.parse('09:00'))
        const to = changedTime(before, { from, change: move(atTime(addDays(anchor, days), time)) }) ?? before
        expect(daysBetween(other, dayOf(to))).toBe(days)
        expect(clockOf(to)).toBe(time)
        const there = Temporal.PlainDateTime.from(to).toZonedDateTime(zone)
        expect(there.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(to)
      }),
      { numRuns: 200 },
    )
  })
})
