import { describe, expect, it } from 'vitest'
import { addDays, ClockTime, type LocalDate, type LocalDateTime, localDate, localDateTime, weekdayOf } from '../lib/dates.ts'
import { PractitionerId } from '../lib/ids.ts'
import type { ScheduleDay } from '../schedule/schema.ts'
import { freeTimesNear, type NearBy } from './series-alternatives.ts'

const practitionerId = PractitionerId.parse('00000000-0000-4000-8000-000000000001')
const time = (text: string) => ClockTime.parse(text)
const worked = [
  { from: time('09:00'), to: time('12:00') },
  { from: time('13:00'), to: time('17:00') },
]
const dayAt = (day: LocalDate): [LocalDate, ScheduleDay] => [
  day,
  { day, closedBecause: '', open: worked, worked: weekdayOf(day) > 5 ? [] : [{ practitionerId, times: worked }] },
]
const near: NearBy = {
  days: new Map(Array.from({ length: 20 }, (_, index) => dayAt(addDays(localDate('2026-11-19'), index)))),
  claims: new Map(),
  practitionerId,
  stepMinutes: 15,
}
const visit = { startsAt: localDateTime('2026-11-19T10:00'), minutes: 60, bufferMinutes: 0, roomId: null, patientId: 'marisol', practitionerId }
const freeBut =
  (...taken: string[]) =>
  (startsAt: LocalDateTime) =>
    !taken.some(start => startsAt.startsWith(start))

describe('free times near a visit that cannot stay', () => {
  it('are of its day, the nearest first and not side by side, then of the next working days at its time', () => {
    expect(freeTimesNear(visit, near, freeBut('2026-11-19T10'))).toEqual(['2026-11-19T09:45', '2026-11-19T11:00', '2026-11-20T10:00', '2026-11-23T10:00'])
  })
  it('lie within the hours worked: not over lunch, not past the evening', () => {
    expect(freeTimesNear(visit, near, freeBut('2026-11-19T09', '2026-11-19T10', '2026-11-2', '2026-11-30', '2026-12'))).toEqual([
      '2026-11-19T11:00',
      '2026-11-19T13:00',
      '2026-11-19T14:00',
      '2026-11-19T15:00',
    ])
  })
  it('are asked about only where nobody takes them, the visit itself aside', () => {
    const ted = { ...visit, patientId: 'ted', startsAt: localDateTime('2026-11-19T11:00'), minutes: 60 }
    const asked: string[] = []
    const claims = new Map([[localDate('2026-11-19'), [visit, ted]]])
    freeTimesNear(visit, { ...near, claims }, startsAt => asked.push(startsAt) > 0)
    expect(asked.slice(0, 3)).toEqual(['2026-11-19T09:45', '2026-11-19T13:00', '2026-11-19T14:00'])
  })
  it('are only of other days where the day is full, and none where nobody works', () => {
    expect(freeTimesNear(visit, near, freeBut('2026-11-19'))).toEqual(['2026-11-20T10:00', '2026-11-23T10:00', '2026-11-24T10:00', '2026-11-25T10:00'])
    expect(freeTimesNear(visit, { ...near, days: new Map() }, () => true)).toEqual([])
    expect(freeTimesNear(visit, near, () => false)).toEqual([])
  })
})
