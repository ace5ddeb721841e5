import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMinutes, localDateTime } from '../lib/dates.ts'
import { type BookedVisit, conflictsOf, endOf, overlaps, timeSpan } from './overlap.ts'

const slot = (time: string, minutes: number) => ({ startsAt: localDateTime(`2026-11-19T${time}`), minutes })
const booked = (change: Partial<BookedVisit> = {}): BookedVisit => ({
  id: 'a',
  patientId: 'marisol',
  patientName: 'Marisol Reyes',
  practitionerId: 'dana',
  practitionerName: 'Dana Whitfield',
  status: 'booked',
  ...slot('10:45', 60),
  ...change,
})
const wanted = { ...slot('11:00', 60), patientId: 'tom', practitionerId: 'dana' }

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

describe('conflicts', () => {
  it('name the visit in the way', () => {
    expect(conflictsOf(wanted, [booked()])).toMatchObject([
      { kind: 'practitioner', sentence: 'Dana Whitfield is with Marisol Reyes Thu, Nov 19, 10:45 to 11:45 am. Choose another time.' },
    ])
    expect(conflictsOf({ ...wanted, patientId: 'marisol', practitionerId: 'lee' }, [booked()])).toMatchObject([
      { kind: 'patient', sentence: 'Marisol Reyes is already booked with Dana Whitfield Thu, Nov 19, 10:45 to 11:45 am.' },
    ])
  })

  it('let another patient see another therapist at the same time', () => {
    expect(conflictsOf({ ...wanted, practitionerId: 'lee' }, [booked()])).toEqual([])
  })

  it('ignore cancelled and missed visits, and the visit being moved', () => {
    expect(conflictsOf(wanted, [booked({ status: 'cancelled' }), booked({ status: 'no-show' })])).toEqual([])
    expect(conflictsOf(wanted, [booked()], 'a')).toEqual([])
  })

  it('come in order of time', () => {
    const visits = [booked({ id: 'late', ...slot('11:30', 30) }), booked({ id: 'early' })]
    expect(conflictsOf(wanted, visits).map(conflict => conflict.with.id)).toEqual(['early', 'late'])
  })
})

it('writes a span of time', () => {
  expect(timeSpan(slot('10:45', 60))).toBe('10:45 to 11:45 am')
  expect(timeSpan(slot('11:30', 60))).toBe('11:30 am to 12:30 pm')
})
