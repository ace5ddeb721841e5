import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { daysOfWeek, firstTimeOn, hoursShown, minuteOf, placeVisits, slotAt, timeAt } from './calendar-layout.ts'

const visit = (startsAt: string, minutes: number) => ({ startsAt: localDateTime(startsAt), minutes })
const lanesOf = (visits: Parameters<typeof placeVisits>[0]) => placeVisits(visits).map(one => [one.lane, one.lanes])

describe('the calendar’s layout', () => {
  it('puts visits that do not overlap into one lane', () => {
    const visits = [visit('2026-11-19T09:00', 60), visit('2026-11-19T10:00', 60)]
    expect(lanesOf(visits)).toEqual([
      [0, 1],
      [0, 1],
    ])
    expect(placeVisits(visits)[0]?.start).toBe(540)
  })

  it('puts overlapping visits side by side, and starts a new group after them', () => {
    expect(lanesOf([visit('2026-11-19T09:00', 60), visit('2026-11-19T09:30', 60), visit('2026-11-19T11:00', 30)])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ])
  })

  it('keeps practitioners in their order where visits begin together', () => {
    const [second, first] = [
      { ...visit('2026-11-19T09:00', 60), who: 1 },
      { ...visit('2026-11-19T09:00', 30), who: 0 },
    ]
    expect(placeVisits([second, first], one => one.who).map(one => one.visit.who)).toEqual([0, 1])
  })

  it('never draws two visits of one lane over each other, and never more lanes than meet', () => {
    const visits = fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 24 })), { maxLength: 30 })
    fc.assert(
      fc.property(visits, slots => {
        const placed = placeVisits(slots.map(([start, length]) => visit(timeAt(localDate('2026-11-19'), start * 15), length * 5)))
        for (const a of placed) {
          expect(a.lane).toBeLessThan(a.lanes)
          for (const b of placed) {
            if (a === b || a.lane !== b.lane) continue
            const [first, second] = a.start <= b.start ? [a, b] : [b, a]
            expect(first.start + first.visit.minutes).toBeLessThanOrEqual(second.start)
          }
        }
      }),
    )
  })

  it('shows the worked hours with half an hour after them, wider for an early visit, and 8 to 6 where nothing is worked', () => {
    expect(hoursShown([{ from: 480, to: 1050 }], [])).toEqual({ from: 480, to: 1080 })
    expect(hoursShown([{ from: 480, to: 1050 }], [visit('2026-11-19T06:45', 60)])).toEqual({ from: 360, to: 1080 })
    expect(hoursShown([], [])).toEqual({ from: 480, to: 1080 })
  })

  it('shows Sunday only where it is needed', () => {
    const thursday = localDate('2026-11-19')
    expect(daysOfWeek(thursday, false)).toHaveLength(6)
    expect(daysOfWeek(thursday, true)).toHaveLength(7)
    expect(daysOfWeek(localDate('2026-11-22'), false)).toHaveLength(7)
  })

  it('snaps a pointer to the desk’s step and stays inside the grid', () => {
    const grid = { left: 100, top: 50, width: 600 }
    const shown = { columns: 6, from: 480, to: 1080, px: 1.2, step: 15 }
    expect(slotAt({ x: 310, y: 50 + 67 * 1.2 }, grid, shown)).toEqual({ column: 2, minute: 540 })
    expect(slotAt({ x: 310, y: 50 + 67 * 1.2 }, grid, { ...shown, step: 5 })).toEqual({ column: 2, minute: 545 })
    expect(slotAt({ x: 5, y: -500 }, grid, shown)).toEqual({ column: 0, minute: 480 })
    expect(slotAt({ x: 5000, y: 5000 }, grid, shown)).toEqual({ column: 5, minute: 1065 })
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
