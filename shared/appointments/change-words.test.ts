import { expect, it } from 'vitest'
import { localDateTime } from '../lib/dates.ts'
import { AppointmentId } from '../lib/ids.ts'
import { bookedWords, moveWords, overruledWords, statusWords } from './change-words.ts'

const here = { startsAt: localDateTime('2026-11-17T10:00'), minutes: 60, practitionerName: 'Dana Whitfield', roomName: '' }
const change = { id: AppointmentId.parse('00000000-0000-4000-8000-000000000001'), arrivedAt: null, startedAt: null, cancelReason: '', isLateCancel: false }

it('tells of a booking and a move, one sentence for each thing that changed', () => {
  expect(bookedWords({ ...here, roomName: 'Oak' })).toBe('Booked for Tue, Nov 17, 10:00 am with Dana Whitfield, 60 minutes, Oak')
  expect(moveWords(here, { startsAt: localDateTime('2026-11-19T13:15'), minutes: 75, practitionerName: 'Theo Marsh', roomName: 'Oak' })).toEqual([
    'Moved from Tue, Nov 17, 10:00 am to Thu, Nov 19, 1:15 pm',
    'Length 60 to 75 minutes',
    'From Dana Whitfield to Theo Marsh',
    'In Oak',
  ])
  expect(moveWords({ ...here, roomName: 'Oak' }, { ...here, roomName: 'Birch' })).toEqual(['From Oak to Birch'])
  expect(moveWords({ ...here, roomName: 'Oak' }, here)).toEqual(['No longer in Oak'])
  expect(moveWords(here, here)).toEqual([])
})

it('tells of each step of a visit', () => {
  expect(statusWords('booked', { ...change, status: 'confirmed' })).toBe('Confirmed')
  expect(statusWords('confirmed', { ...change, status: 'arrived', arrivedAt: localDateTime('2026-11-17T09:58') })).toBe('Arrived 9:58 am')
  expect(statusWords('arrived', { ...change, status: 'in-session', startedAt: localDateTime('2026-11-17T10:02') })).toBe('Session began 10:02 am')
  expect(statusWords('arrived', { ...change, status: 'booked' })).toBe('Back to “Booked”')
  expect(statusWords('confirmed', { ...change, status: 'no-show' })).toBe('Did not come')
  expect(statusWords('no-show', { ...change, status: 'confirmed' })).toBe('No-show taken back: confirmed')
  expect(statusWords('cancelled', { ...change, status: 'booked' })).toBe('Cancellation taken back: booked')
})

it('tells who cancelled, and with how much notice', () => {
  const cancelled = { ...change, status: 'cancelled' as const }
  expect(statusWords('booked', { ...cancelled, isLateCancel: true }, { by: 'patient', minutesBefore: 190 })).toBe(
    'Cancelled by the patient, 3 hours before (late)',
  )
  expect(statusWords('booked', cancelled, { by: 'clinic', minutesBefore: 190 })).toBe('Cancelled by the clinic')
  expect(statusWords('booked', cancelled)).toBe('Cancelled')
})

it('keeps what stood against a booking without its advice', () => {
  expect(overruledWords({ sentence: 'Thu, Nov 26 is Thanksgiving. Choose another day.' })).toBe('Allowed: Thu, Nov 26 is Thanksgiving.')
  expect(overruledWords({ sentence: 'The prescription expires Dec 10, 2026, before this visit. Ask Dr. Amari for a new one.' })).toBe(
    'Allowed: The prescription expires Dec 10, 2026, before this visit.',
  )
})
