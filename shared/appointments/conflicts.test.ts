import { describe, expect, it } from 'vitest'
import { localDateTime } from '../lib/dates.ts'
import { type BookedVisit, conflictsOf } from './conflicts.ts'

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
