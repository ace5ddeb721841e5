import { describe, expect, it } from 'vitest'
import { Appointment, type AppointmentStatus } from '../../shared/appointments/schema.ts'
import { localDateTime } from '../../shared/lib/dates.ts'
import { BlockedTime } from '../../shared/schedule/schema.ts'
import { countWords, dayRows, quietWords, workingToday } from './day-rows.ts'
import { type Around, fitWords, nextStepOf, reasonWords, shortPhone, standingOf, stepWords } from './visit-words.ts'

const id = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
const visit = (given: Partial<Record<keyof Appointment, unknown>> = {}): Appointment =>
  Appointment.parse({
    id: id(1),
    patientId: id(2),
    episodeId: null,
    practitionerId: id(3),
    startsAt: '2026-11-19T14:00',
    minutes: 60,
    remark: '',
    patientName: 'Grace Yoon',
    chartNumber: 'AC-0001',
    phone: '(503) 555-0164',
    practitionerName: 'Dana Whitfield',
    roomName: '',
    visitTypeName: '',
    seriesId: null,
    isLateCancel: false,
    revision: 1,
    condition: 'Jaw and neck',
    status: 'booked',
    arrivedAt: null,
    startedAt: null,
    cancelReason: '',
    visitNumber: null,
    visitsAllowed: null,
    prescription: null,
    isPrescriptionChosen: false,
    chosenPrescriptionId: null,
    prescriptionChoices: [],
    isFirstVisit: false,
    noteId: null,
    noteState: 'none',
    invoiceId: null,
    balance: 0,
    ...given,
  })
const AROUND: Around = { now: localDateTime('2026-11-19T11:52'), isInTurn: false, needsIntake: false, isCalled: false, fits: 0 }

describe('the next step of a visit', () => {
  it.each<[AppointmentStatus, Partial<Around>, string]>([
    ['booked', {}, 'Call 555-0164'],
    ['booked', { isCalled: true }, 'Mark arrived'],
    ['booked', { isInTurn: true, needsIntake: true }, 'Mark arrived'],
    ['booked', { needsIntake: true }, 'Print intake'],
    ['booked', { now: localDateTime('2026-11-19T13:29') }, 'Call 555-0164'],
    ['booked', { now: localDateTime('2026-11-19T13:30'), needsIntake: true }, 'Mark arrived'],
    ['confirmed', {}, 'Mark arrived'],
    ['confirmed', { needsIntake: true }, 'Print intake'],
    ['arrived', {}, 'Start session'],
    ['in-session', {}, 'Open note'],
    ['finished', {}, 'Sign note'],
    ['checked-out', {}, 'Book next'],
    ['no-show', {}, 'Book again'],
    ['cancelled', { fits: 2 }, 'Fill the gap'],
    ['cancelled', { fits: 2, now: localDateTime('2026-11-19T14:01') }, 'Book again'],
  ])('%s, %j: %s', (status, around, words) => {
    const one = visit({ status })
    expect(stepWords(nextStepOf(one, { ...AROUND, ...around }), one)).toBe(words)
  })
  it('is no call where no number is on file', () => expect(nextStepOf(visit({ phone: '' }), AROUND)).toBe('arrive'))
})

it.each([
  ['(503) 555-0164', '555-0164'],
  ['+1 503 555 0164', '555-0164'],
  ['503.555.0164 ext. 12', '555-0164'],
  ['555-0164', '555-0164'],
  ['+49 89 5550164', '+49 89 5550164'],
])('says the number %s as %s', (phone, words) => expect(shortPhone(phone)).toBe(words))

it('says what is off and late, and who could take the time', () => {
  const off = visit({ status: 'cancelled', isLateCancel: true, cancelReason: 'Ill' })
  expect(standingOf(off, AROUND.now).words).toBe('Cancelled late')
  expect(reasonWords(off, { missing: [], fits: 2 })).toBe('Jaw and neck · 2 people on the waitlist fit · Ill')
  expect([0, 1].map(fitWords)).toEqual(['', '1 person on the waitlist fits'])
})

it('says how long a session has lasted', () => {
  const words = (startedAt: string) => standingOf(visit({ status: 'in-session', startedAt }), AROUND.now).words
  expect(words('2026-11-19T11:00')).toBe('In session, 52 min')
  expect(words('2026-11-19T11:53')).toBe('In session, 0 min')
})

it('names the missing intake of a first visit, and “Not here yet” once the time has come', () => {
  const first = visit({ isFirstVisit: true })
  expect(reasonWords(first, { missing: [{ kind: 'intake', sentence: '', key: '' }], fits: 0 })).toBe('New patient · Jaw and neck · intake form missing')
  expect(standingOf(first, AROUND.now).words).toBe('Not confirmed')
  expect(standingOf(first, localDateTime('2026-11-19T14:01')).words).toBe('Not here yet')
})

describe('the rows of a day', () => {
  const block = (given: Partial<Record<keyof BlockedTime, unknown>> = {}) =>
    BlockedTime.parse({
      blockId: id(9),
      practitionerId: null,
      roomId: null,
      kind: 'break',
      title: 'Lunch',
      startsAt: '2026-11-19T12:30',
      minutes: 45,
      isWholeDay: false,
      repeats: true,
      ...given,
    })
  const theo = visit({ id: id(5), practitionerId: id(4), practitionerName: 'Theo Marsh', startsAt: '2026-11-19T09:00', roomName: 'Room 1' })
  const visits = [theo, visit({ roomName: 'Room 1' }), visit({ id: id(6), status: 'no-show', startsAt: '2026-11-19T08:00' })]
  const words = (rows: ReturnType<typeof dayRows>) => rows.map(row => (row.kind === 'visit' ? row.visit.startsAt.slice(11) : quietWords(row.quiet)))

  it('stand in order of time, whole days first, a practitioner’s own with those of everybody', () => {
    const pauses = [{ startsAt: localDateTime('2026-11-19T10:00'), minutes: 15, title: 'Break' }]
    const blocks = [block(), block({ blockId: id(8), practitionerId: id(4), title: 'Vacation', isWholeDay: true, startsAt: '2026-11-19T00:00', minutes: 1440 })]
    expect(words(dayRows({ visits, blocks, pauses }, null))).toEqual([
      'Vacation all day',
      '08:00',
      '09:00',
      'Break until 10:15 am',
      'Lunch until 1:15 pm',
      '14:00',
    ])
    expect(words(dayRows({ visits, blocks, pauses }, theo.practitionerId))).toEqual([
      'Vacation all day',
      '09:00',
      'Break until 10:15 am',
      'Lunch until 1:15 pm',
    ])
    expect(words(dayRows({ visits, blocks, pauses }, visits[1]?.practitionerId ?? null))).toEqual([
      '08:00',
      'Break until 10:15 am',
      'Lunch until 1:15 pm',
      '14:00',
    ])
  })
  it('are counted', () => {
    expect(countWords(visits)).toBe('2 visits, 1 did not come · Room 1')
    expect(countWords([theo])).toBe('1 visit · Room 1')
    expect(workingToday(visits).map(({ name }) => name)).toEqual(['Dana Whitfield', 'Theo Marsh'])
  })
})
