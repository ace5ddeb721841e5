import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { daysOfWeek, firstTimeOn, hoursShown, minuteOf, placeVisits, rangeWords, slotAt, timeAt } from './calendar-layout.ts'

const visit = (startsAt: string, minutes: number) => ({ startsAt, minutes }) as Appointment

describe('the calendar’s layout', () => {
  it('puts visits that do not overlap into one lane', () => {
    const placed = placeVisits([visit('2026-11-19T09:00', 60), visit('2026-11-19T10:00', 60)], 480)
    expect(placed.map(one => [one.lane, one.lanes])).toEqual([
      [0, 1],
      [0, 1],
    ])
    expect(placed[0]?.top).toBe(72)
  })

  it('puts overlapping visits side by side, and starts a new group after them', () => {
    const placed = placeVisits([visit('2026-11-19T09:00', 60), visit('2026-11-19T09:30', 60), visit('2026-11-19T11:00', 30)], 480)
    expect(placed.map(one => [one.lane, one.lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ])
  })

  it('never draws two visits of one lane over each other', () => {
    const visits = fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 24 })), { maxLength: 30 })
    fc.assert(
      fc.property(visits, slots => {
        const placed = placeVisits(
          slots.map(([start, length]) => visit(timeAt(localDate('2026-11-19'), start * 15), length * 5)),
          0,
        )
        for (const a of placed) {
          for (const b of placed) {
            if (a === b || a.lane !== b.lane) continue
            const [first, second] = a.top <= b.top ? [a, b] : [b, a]
            expect(first.top + first.height).toBeLessThanOrEqual(second.top + 1e-9)
          }
        }
      }),
    )
  })

  it('shows the clinic’s hours, wider for an early visit', () => {
    expect(hoursShown('08:00', '17:30', [])).toEqual({ from: 480, to: 1080 })
    expect(hoursShown('08:00', '17:30', [visit('2026-11-19T06:45', 60)])).toEqual({ from: 360, to: 1080 })
  })

  it('shows Sunday only where it is needed', () => {
    const thursday = localDate('2026-11-19')
    expect(rangeWords(daysOfWeek(thursday, []))).toBe('Nov 16 to Nov 21')
    expect(daysOfWeek(thursday, [visit('2026-11-22T10:00', 30)])).toHaveLength(7)
    expect(daysOfWeek(localDate('2026-11-22'), [])).toHaveLength(7)
  })

  it('snaps a pointer to a quarter of an hour and stays inside the grid', () => {
    const grid = { left: 100, top: 50, width: 600, height: 900 } as DOMRect
    expect(slotAt({ x: 310, y: 50 + 67 * 1.2 }, grid, { columns: 6, from: 480 })).toEqual({ column: 2, minute: 540 })
    expect(slotAt({ x: 5, y: 50 }, grid, { columns: 6, from: 480 }).column).toBe(0)
    expect(timeAt(localDate('2026-11-19'), 545)).toBe('2026-11-19T09:05')
    expect(minuteOf('2026-11-19T09:05')).toBe(545)
  })

  it('begins a new visit at opening time, today not in the past', () => {
    const [today, tomorrow] = [localDate('2026-11-19'), localDate('2026-11-20')]
    expect(firstTimeOn(tomorrow, '08:30', localDateTime('2026-11-19T11:52'))).toBe('2026-11-20T08:30')
    expect(firstTimeOn(today, '08:30', localDateTime('2026-11-19T11:52'))).toBe('2026-11-19T12:00')
    expect(firstTimeOn(today, '08:30', localDateTime('2026-11-19T11:45'))).toBe('2026-11-19T11:45')
    expect(firstTimeOn(today, '08:30', localDateTime('2026-11-19T07:10'))).toBe('2026-11-19T08:30')
  })
})
