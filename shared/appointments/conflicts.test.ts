import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMinutes, localDateTime } from '../lib/dates.ts'
import { clockTrouble, exactEndOf, instantOf } from '../schedule/clock-change.ts'
import { type BookedVisit, type Claim, clashOf, conflictsOf } from './conflicts.ts'

const slot = (time: string, minutes: number) => ({ startsAt: localDateTime(`2026-11-19T${time}`), minutes })
const DENVER = { timeZone: 'America/Denver' }
const booked = (change: Partial<BookedVisit> = {}): BookedVisit => ({
  id: 'a',
  patientId: 'marisol',
  patientName: 'Marisol Reyes',
  practitionerId: 'dana',
  practitionerName: 'Dana Whitfield',
  status: 'booked',
  roomId: null,
  roomName: '',
  bufferMinutes: 0,
  ...slot('10:45', 60),
  ...change,
})
const wanted = { ...slot('11:00', 60), patientId: 'tom', practitionerId: 'dana', roomId: null, bufferMinutes: 0 }

describe('conflicts', () => {
  it('name the visit in the way', () => {
    expect(conflictsOf(wanted, [booked()], DENVER)).toMatchObject([
      { kind: 'practitioner', sentence: 'Dana Whitfield is with Marisol Reyes Thu, Nov 19, 10:45 to 11:45 am. Choose another time.' },
    ])
    expect(conflictsOf({ ...wanted, patientId: 'marisol', practitionerId: 'lee' }, [booked()], DENVER)).toMatchObject([
      { kind: 'patient', sentence: 'Marisol Reyes is already booked with Dana Whitfield Thu, Nov 19, 10:45 to 11:45 am.' },
    ])
  })

  it('let another patient see another therapist at the same time', () => {
    expect(conflictsOf({ ...wanted, practitionerId: 'lee' }, [booked()], DENVER)).toEqual([])
  })

  it('ignore cancelled and missed visits, and the visit being moved', () => {
    expect(conflictsOf(wanted, [booked({ status: 'cancelled' }), booked({ status: 'no-show' })], DENVER)).toEqual([])
    expect(conflictsOf(wanted, [booked()], { ...DENVER, ignore: 'a' })).toEqual([])
  })

  it('come in order of time', () => {
    const visits = [booked({ id: 'late', ...slot('11:30', 30) }), booked({ id: 'early' })]
    expect(conflictsOf(wanted, visits, DENVER).map(conflict => conflict.with.id)).toEqual(['early', 'late'])
  })
})

describe('rooms and the time after a visit', () => {
  it('keep a room to one patient, and name it', () => {
    const inOak = booked({ roomId: 'oak', roomName: 'Oak' })
    expect(conflictsOf({ ...wanted, practitionerId: 'lee', roomId: 'oak' }, [inOak], DENVER)).toMatchObject([
      { kind: 'room', sentence: 'Oak is taken by Marisol Reyes Thu, Nov 19, 10:45 to 11:45 am. Choose another room or time.' },
    ])
    expect(conflictsOf({ ...wanted, practitionerId: 'lee', roomId: 'birch' }, [inOak], DENVER)).toEqual([])
    expect(conflictsOf({ ...wanted, practitionerId: 'lee', roomId: null }, [booked()], DENVER)).toEqual([])
  })
  it('keep the minutes after a visit free, on either side, but not for the patient', () => {
    const before = booked({ bufferMinutes: 15 })
    expect(conflictsOf({ ...wanted, ...slot('11:45', 60) }, [before], DENVER)).toMatchObject([
      {
        kind: 'practitioner',
        sentence: 'Dana Whitfield is busy until 12:00 pm: 15 minutes are kept free after Marisol Reyes, Thu, Nov 19, 10:45 to 11:45 am. Choose another time.',
      },
    ])
    expect(conflictsOf({ ...wanted, ...slot('12:00', 60) }, [before], DENVER)).toEqual([])
    expect(conflictsOf({ ...wanted, ...slot('09:45', 60), bufferMinutes: 15 }, [booked()], DENVER)).toMatchObject([
      {
        kind: 'practitioner',
        sentence: '15 minutes are kept free after this visit, and Dana Whitfield is with Marisol Reyes Thu, Nov 19, 10:45 to 11:45 am. Choose another time.',
      },
    ])
    expect(conflictsOf({ ...wanted, ...slot('11:45', 30), patientId: 'marisol', practitionerId: 'lee' }, [before], DENVER)).toEqual([])
  })
  it('says a visit over a clock change as it really ends', () => {
    const late = booked({ startsAt: localDateTime('2026-03-08T01:30'), minutes: 60 })
    expect(conflictsOf({ ...wanted, startsAt: localDateTime('2026-03-08T03:00'), minutes: 30 }, [late], DENVER)).toMatchObject([
      { sentence: 'Dana Whitfield is with Marisol Reyes Sun, Mar 8, 1:30 to 3:30 am. Choose another time.' },
    ])
  })
})

describe('two visits', () => {
  const claim = fc.record({
    start: fc.integer({ min: 0, max: 120 }).map(steps => steps * 5),
    minutes: fc.integer({ min: 1, max: 24 }).map(steps => steps * 5),
    bufferMinutes: fc.constantFrom(0, 10, 15),
    patientId: fc.constantFrom('ann', 'bob', 'cat'),
    practitionerId: fc.constantFrom('dana', 'lee'),
    roomId: fc.constantFrom('oak', 'birch', null),
  })
  const at = (start: number) => addMinutes(localDateTime('2026-10-31T20:00'), start)
  const asClaim = ({ start, ...rest }: Omit<Claim, 'startsAt'> & { readonly start: number }): Claim => ({ ...rest, startsAt: at(start) })
  const real = ({ startsAt }: Claim) => Date.parse(instantOf(startsAt, DENVER.timeZone)) / 60_000

  it('clash in one direction as in the other, and exactly when they need something at once', () => {
    fc.assert(
      fc.property(claim, claim, (one, other) => {
        const [a, b] = [asClaim(one), asClaim(other)]
        const kind = clashOf(a, b, DENVER.timeZone)
        expect(clashOf(b, a, DENVER.timeZone)).toBe(kind)
        const meet = (bufferA: number, bufferB: number) => real(a) < real(b) + b.minutes + bufferB && real(b) < real(a) + a.minutes + bufferA
        const isSame = a.practitionerId === b.practitionerId || (a.roomId !== null && a.roomId === b.roomId)
        expect(kind !== null).toBe((a.patientId === b.patientId && meet(0, 0)) || (isSame && meet(a.bufferMinutes, b.bufferMinutes)))
      }),
      { numRuns: 1500 },
    )
  })
  it('one right after the other, and after the minutes kept free, never clash', () => {
    fc.assert(
      fc.property(claim, claim, (one, other) => {
        const a = asClaim(one)
        const b = { ...asClaim(other), startsAt: exactEndOf({ startsAt: a.startsAt, minutes: a.minutes + a.bufferMinutes }, DENVER.timeZone) }
        if (clockTrouble(b.startsAt, DENVER.timeZone) === null) expect(clashOf(a, b, DENVER.timeZone)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})
