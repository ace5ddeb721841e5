import { describe, expect, it } from 'vitest'
import type { NextVisit } from '../../shared/appointments/schema.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { PractitionerId, VisitTypeId } from '../../shared/lib/ids.ts'
import type { VisitType } from '../../shared/practice/schema.ts'
import type { FreeTime } from '../../shared/schedule/schema.ts'
import { isNewHere, laterOf, nextQuarter, offeredTimes, searchOf, startOf, typedName, usualMinutes, usualVisitType } from './booking-choice.ts'

const typeId = (number: number) => VisitTypeId.parse(`00000000-0000-4000-8000-00000000010${number}`)
const dana = PractitionerId.parse('00000000-0000-4000-8000-000000000001')
const theo = PractitionerId.parse('00000000-0000-4000-8000-000000000002')
const type = (number: number, given: Partial<VisitType> = {}): VisitType => ({
  id: typeId(number),
  name: `Type ${number}`,
  minutes: 30 * number,
  bufferMinutes: 0,
  colour: 'teal',
  isForFirstVisit: false,
  isActive: true,
  ...given,
})
const first = type(1, { isForFirstVisit: true })
const types = [first, type(2), type(3)]
const visit = (day: string, given: { status?: 'finished' | 'cancelled' | 'no-show' | 'booked'; number?: number } = {}) => ({
  startsAt: localDateTime(`${day}T09:00`),
  status: given.status ?? 'finished',
  visitTypeId: given.number ? typeId(given.number) : null,
})

describe('the service offered first', () => {
  it('is the one for first visits to somebody who was never here', () => {
    expect(usualVisitType(types, [])).toBe(first)
    expect(usualVisitType(types, [visit('2026-11-01', { status: 'cancelled', number: 3 }), visit('2026-11-08', { status: 'no-show' })])).toBe(first)
    expect(isNewHere([visit('2026-11-01', { status: 'booked' })])).toBe(false)
  })
  it('is the patient’s last one, whatever the order they are listed in', () => {
    expect(usualVisitType(types, [visit('2026-11-01', { number: 2 }), visit('2026-11-08', { number: 3 })])?.id).toBe(typeId(3))
    expect(usualVisitType(types, [visit('2026-11-08', { number: 3 }), visit('2026-11-01', { number: 2 })])?.id).toBe(typeId(3))
  })
  it('is not the first-visit type again, nor one the clinic gave up', () => {
    expect(usualVisitType(types, [visit('2026-11-01', { number: 1 })])?.id).toBe(typeId(2))
    expect(usualVisitType([first, type(2), type(3, { isActive: false })], [visit('2026-11-01', { number: 3 })])?.id).toBe(typeId(2))
  })
  it('is an ordinary one while nobody is chosen, and none in a clinic without any', () => {
    expect(usualVisitType(types, undefined)?.id).toBe(typeId(2))
    expect(usualVisitType([], [])).toBeNull()
  })
})

describe('the length offered first', () => {
  it.each([
    ['as drawn in the calendar', { drawn: 90, type: type(1), suggested: 60 }, 90],
    ['the service’s where one only pressed', { drawn: 60, type: type(1), suggested: 45 }, 30],
    ['the patient’s usual without a service', { drawn: null, type: null, suggested: 45 }, 45],
    ['an hour otherwise', { drawn: null, type: null, suggested: null }, 60],
  ])('is %s', (_, from, minutes) => {
    expect(usualMinutes(from)).toBe(minutes)
  })
})

describe('the search for a free time', () => {
  const any = { practitionerId: 'anyone' as const, weekdays: [], part: 'any' as const, from: null }
  it('begins with the next quarter of an hour, also over midnight', () => {
    expect(nextQuarter(localDateTime('2026-11-19T11:52'))).toBe('2026-11-19T12:00')
    expect(nextQuarter(localDateTime('2026-11-19T11:45'))).toBe('2026-11-19T11:45')
    expect(nextQuarter(localDateTime('2026-11-19T23:50'))).toBe('2026-11-20T00:00')
  })
  it('never looks into the past, and from a later day on when asked', () => {
    const now = localDateTime('2026-11-19T11:52')
    expect(searchOf({ ...any, from: localDate('2026-11-10') }, now).after).toBe('2026-11-19T12:00')
    expect(searchOf({ ...any, from: localDate('2026-12-01') }, now).after).toBe('2026-12-01T00:00')
    expect(laterOf(localDateTime('2026-11-19T12:00'), localDateTime('2026-11-19T09:00'))).toBe('2026-11-19T12:00')
  })
  it('divides the day at noon', () => {
    const now = localDateTime('2026-11-19T11:52')
    expect(searchOf({ ...any, part: 'morning', practitionerId: theo, weekdays: [2] }, now)).toMatchObject({
      practitionerId: theo,
      weekdays: [2],
      fromTime: null,
      toTime: '12:00',
    })
    expect(searchOf({ ...any, part: 'afternoon' }, now)).toMatchObject({ practitionerId: null, fromTime: '12:00', toTime: null })
  })
})

describe('the times offered', () => {
  const free = (startsAt: string, practitionerId = dana): FreeTime => ({
    startsAt: localDateTime(startsAt),
    minutes: 60,
    practitionerId,
    practitionerName: practitionerId === dana ? 'Dana Whitfield' : 'Theo Marsh',
    roomId: null,
    sentence: '',
  })
  const next: NextVisit = {
    startsAt: localDateTime('2026-12-03T10:45'),
    day: localDate('2026-12-03'),
    minutes: 60,
    practitionerId: dana,
    sentence: 'Thu, Dec 3, 10:45 am, visit 6 of 6. Nov 26 is Thanksgiving.',
  }
  it('begin with the next one in the patient’s rhythm, which stands there once', () => {
    const offered = offeredTimes(next, [free('2026-11-20T09:00'), free('2026-12-03T10:45')], () => 'Dana Whitfield')
    expect(offered.map(time => time.startsAt)).toEqual(['2026-12-03T10:45', '2026-11-20T09:00'])
    expect(offered[0]?.remark).toBe('with Dana Whitfield, visit 6 of 6. Nov 26 is Thanksgiving.')
  })
  it('keep the same time of somebody else apart', () => {
    expect(offeredTimes(next, [free('2026-12-03T10:45', theo)])).toHaveLength(2)
  })
  it('are the free ones alone without a suggestion', () => {
    expect(offeredTimes(null, [free('2026-11-20T09:00', theo)])).toEqual([
      { startsAt: '2026-11-20T09:00', practitionerId: theo, roomId: null, remark: 'with Theo Marsh' },
    ])
  })
})

it('a typed day and time are one wall time, or nothing yet', () => {
  expect(startOf('2026-11-20', '09:15')).toBe('2026-11-20T09:15')
  expect(startOf('2026-11-20', null)).toBeNull()
  expect(startOf('2026-02-30', '09:15')).toBeNull()
})

it.each([
  ['marisol reyes', 'Marisol', 'Reyes'],
  ['Reyes, Marisol', 'Marisol', 'Reyes'],
  ['mary ann o’neil-smith', 'Mary Ann', 'O’neil-Smith'],
  ['cher', 'Cher', ''],
  ['555 0142', '', ''],
])('“%s” is read as a name', (typed, firstName, lastName) => {
  expect(typedName(typed)).toEqual({ firstName, lastName })
})
