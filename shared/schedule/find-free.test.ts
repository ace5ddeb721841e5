import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashOf } from '../appointments/conflicts.ts'
import { overlaps } from '../appointments/overlap.ts'
import { addDays, addMinutes, atTime, type ClockTime, clockOf, dayOf, type LocalDateTime, localDate, localDateTime, weekdayOf } from '../lib/dates.ts'
import { BlockId, PatientId, PractitionerId, RoomId } from '../lib/ids.ts'
import { blockedTimes } from './blocked-times.ts'
import { clockTrouble } from './clock-change.ts'
import { freeTimes, isFreeAt, type Wish } from './find-free.ts'
import { type Claimed, type FreeCalendar, freeCalendar } from './free-calendar.ts'
import { clockOfMinutes } from './minutes.ts'
import type { Block, FreeTime } from './schema.ts'
import { scheduleDays } from './working-time.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const PRACTITIONERS = [1, 2].map(number => ({ id: PractitionerId.parse(id(number)), name: number === 1 ? 'Dana Whitfield' : 'Lee Ito', visitTypeIds: [] }))
const PATIENTS = [11, 12, 13].map(number => PatientId.parse(id(number)))
const ROOMS = [21, 22].map(number => RoomId.parse(id(number)))
const ZONE = 'America/Denver'
const MONDAY = localDate('2026-11-16')
const [DANA, MARISOL, ROOM] = [PRACTITIONERS[0]?.id, PATIENTS[0], ROOMS[0]]

type Given = {
  readonly claims?: readonly Claimed[]
  readonly blocks?: readonly Block[]
  readonly rooms?: readonly RoomId[]
  readonly from?: string
  readonly days?: number
  readonly step?: number
  readonly opensAt?: string
}

function calendar({ claims = [], blocks = [], rooms = [], from = MONDAY, days = 3, step = 15, opensAt = '08:00' }: Given): FreeCalendar {
  const range = { from: localDate(from), to: addDays(localDate(from), days - 1) }
  const blocked = blockedTimes(blocks, range.from, range.to)
  const rules = { opensAt, closesAt: '18:00', hours: null, openHolidays: [], practitioners: PRACTITIONERS.map(each => ({ id: each.id, hours: null })) }
  return freeCalendar({
    days: scheduleDays(rules, blocked, range),
    blocks: blocked,
    claims,
    practitioners: PRACTITIONERS,
    roomIds: rooms,
    stepMinutes: step,
    timeZone: ZONE,
  })
}
const wish = (change: Partial<Wish> = {}): Wish => ({
  patientId: null,
  practitionerId: null,
  roomId: null,
  visitTypeId: null,
  minutes: 60,
  bufferMinutes: 0,
  weekdays: [],
  fromTime: null,
  toTime: null,
  after: localDateTime('2026-11-16T00:00'),
  ...change,
})
const short = ({ startsAt, practitionerName, roomId }: FreeTime) => `${startsAt} ${practitionerName}${roomId === null ? '' : ` in ${roomId.slice(-2)}`}`

/** Minute by minute over the grid, with the rule that refuses bookings. */
function bruteForce(given: FreeCalendar, asked: Wish): string[] {
  const rooms = given.roomIds.length === 0 ? [null] : asked.roomId === null ? given.roomIds : [asked.roomId]
  return given.days.flatMap(({ day, worked, closedBecause }) => {
    if (closedBecause !== '' || (asked.weekdays.length > 0 && !asked.weekdays.includes(weekdayOf(day)))) return []
    const found = PRACTITIONERS.flatMap((practitioner, order) => {
      if (asked.practitionerId !== null && asked.practitionerId !== practitioner.id) return []
      const starts = Array.from({ length: 1440 / given.stepMinutes }, (_, index) => atTime(day, clockOfMinutes(index * given.stepMinutes))).flatMap(
        startsAt => {
          const endsAt = addMinutes(startsAt, asked.minutes)
          const fits = (from: string, to: string) => clockOf(startsAt) >= from && dayOf(endsAt) === day && clockOf(endsAt) <= to
          if (startsAt < asked.after || !fits(asked.fromTime ?? '00:00', asked.toTime ?? '23:59')) return []
          if (!worked.find(each => each.practitionerId === practitioner.id)?.times.some(({ from, to }) => fits(from, to))) return []
          const room = rooms.find(roomId => {
            const wanted = { ...asked, startsAt, practitionerId: practitioner.id, roomId, patientId: asked.patientId ?? 'nobody' }
            const isKept = given.blocks.some(block => block.roomId !== null && block.roomId === roomId && overlaps(block, wanted))
            return !isKept && given.claims.every(claim => clashOf(wanted, claim, ZONE) === null)
          })
          return room === undefined ? [] : [{ startsAt, order, words: short({ startsAt, roomId: room, practitionerName: practitioner.name } as FreeTime) }]
        },
      )
      return [starts.find(({ startsAt }) => clockOf(startsAt) < '12:00'), starts.find(({ startsAt }) => clockOf(startsAt) >= '12:00')].flatMap(
        start => start ?? [],
      )
    })
    return found.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.order - b.order).map(({ words }) => words)
  })
}

const anyOf = <T>(all: readonly T[]) => fc.constantFrom(...all)
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const claim: fc.Arbitrary<Claimed> = fc.record({
  startsAt: fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 90, max: 210 }))
    .map(([day, fives]) => atTime(addDays(MONDAY, day), clockOfMinutes(fives * 5))),
  minutes: fc.integer({ min: 1, max: 36 }).map(fives => fives * 5),
  bufferMinutes: anyOf([0, 10, 30]),
  practitionerId: anyOf(PRACTITIONERS.map(each => each.id)),
  roomId: orNull(anyOf(ROOMS)),
  patientId: anyOf(PATIENTS),
})
const block: fc.Arbitrary<Block> = fc.record({
  id: fc.constant(BlockId.parse(id(31))),
  practitionerId: orNull(anyOf(PRACTITIONERS.map(each => each.id))),
  roomId: orNull(anyOf(ROOMS)),
  kind: anyOf(['break', 'training'] as const),
  title: fc.constant(''),
  firstOn: anyOf([MONDAY, addDays(MONDAY, 1)]),
  lastOn: orNull(fc.constant(addDays(MONDAY, 1))),
  from: anyOf(['09:00', '12:00'] as ClockTime[]),
  to: anyOf(['12:30', '13:15'] as ClockTime[]),
  weekdays: fc.subarray([1, 2, 3]),
  everyWeeks: fc.constant(1),
  skipped: fc.constant([]),
})
const asked: fc.Arbitrary<Wish> = fc.record({
  patientId: orNull(anyOf(PATIENTS)),
  practitionerId: orNull(anyOf(PRACTITIONERS.map(each => each.id))),
  roomId: fc.constant(null),
  visitTypeId: fc.constant(null),
  minutes: fc.integer({ min: 1, max: 30 }).map(fives => fives * 5),
  bufferMinutes: anyOf([0, 15]),
  weekdays: fc.subarray([1, 2, 3, 4]),
  fromTime: orNull(anyOf(['10:00', '13:00'] as ClockTime[])),
  toTime: orNull(anyOf(['15:00', '17:30'] as ClockTime[])),
  after: anyOf(['2026-11-16T00:00', '2026-11-16T10:07', '2026-11-17T12:00']).map(localDateTime),
})

describe('free times', () => {
  it('are the first of every morning and afternoon that booking would accept, on small calendars searched minute by minute', () => {
    const property = fc.property(
      fc.array(claim, { maxLength: 30 }),
      fc.array(block, { maxLength: 2 }),
      fc.record({ wish: asked, rooms: anyOf([[], ROOMS, ROOMS.slice(0, 1)]), step: anyOf([5, 15, 30]) }),
      (claims, blocks, given) => {
        const days = calendar({ claims, blocks, rooms: given.rooms, step: given.step })
        expect(freeTimes(days, given.wish, 100).map(short)).toEqual(bruteForce(days, given.wish))
      },
    )
    fc.assert(property, { numRuns: 150 })
  })

  it('say when and with whom, soonest first, and spread over the days', () => {
    expect(freeTimes(calendar({}), wish(), 5).map(({ sentence }) => sentence)).toEqual([
      'Mon, Nov 16, 8:00 am with Dana Whitfield',
      'Mon, Nov 16, 8:00 am with Lee Ito',
      'Mon, Nov 16, 12:00 pm with Dana Whitfield',
      'Mon, Nov 16, 12:00 pm with Lee Ito',
      'Tue, Nov 17, 8:00 am with Dana Whitfield',
    ])
  })

  it('are offered with two practitioners at once, not with everybody', () => {
    const few = calendar({})
    const practitioners = [1, 2, 3, 4].map(number => ({ id: PractitionerId.parse(id(number)), name: `Practitioner ${number}`, visitTypeIds: [] }))
    const days = few.days.map(day => ({ ...day, worked: practitioners.map(each => ({ practitionerId: each.id, times: day.open })) }))
    expect(freeTimes({ ...few, days, practitioners }, wish(), 5).map(short)).toEqual([
      '2026-11-16T08:00 Practitioner 1',
      '2026-11-16T08:00 Practitioner 2',
      '2026-11-16T12:00 Practitioner 1',
      '2026-11-16T12:00 Practitioner 2',
      '2026-11-17T08:00 Practitioner 1',
    ])
  })

  it('lie within the wanted window as a whole, and after the wanted moment', () => {
    const late = { fromTime: '16:00' as ClockTime, toTime: '17:00' as ClockTime, after: localDateTime('2026-11-16T16:01') }
    expect(freeTimes(calendar({}), wish(late), 1).map(({ startsAt }) => startsAt)).toEqual(['2026-11-17T16:00'])
  })

  it('are none on Thanksgiving, and none where the wish is longer than any day', () => {
    expect(freeTimes(calendar({ from: '2026-11-26', days: 1 }), wish({ after: localDateTime('2026-11-26T00:00') }), 3)).toEqual([])
    expect(freeTimes(calendar({ days: 14 }), wish({ minutes: 605 }), 3)).toEqual([])
  })

  it('name no room where the clinic has none, the wanted one, or the first that is free', () => {
    const taken = {
      startsAt: localDateTime('2026-11-16T08:00'),
      minutes: 600,
      bufferMinutes: 0,
      practitionerId: DANA,
      roomId: ROOM,
      patientId: MARISOL,
    } as Claimed
    const after = localDateTime('2026-11-16T00:00')
    const inRooms = (change: Partial<Wish>) => freeTimes(calendar({ claims: [taken], rooms: ROOMS }), wish({ after, ...change }), 1).map(short)
    expect(inRooms({})).toEqual(['2026-11-16T08:00 Lee Ito in 22'])
    expect(inRooms({ roomId: ROOM as RoomId })).toEqual(['2026-11-17T08:00 Dana Whitfield in 21'])
  })

  it('leave out what was refused before', () => {
    const leftOut = ['2026-11-16T08:00', '2026-11-16T08:15'].map(localDateTime)
    expect(freeTimes(calendar({}), wish({ leftOut }), 1).map(({ startsAt }) => startsAt)).toEqual(['2026-11-16T08:30'])
  })

  it.each(['2026-03-08', '2026-11-01'])('are at hours the clock shows once, also when it changes on %s', day => {
    const after = localDateTime(`${day}T00:00`)
    const starts = (minutes: number, claims: readonly Claimed[] = []) =>
      Array.from({ length: 96 }, (_, index) => addMinutes(after, index * 15))
        .map(earliest => freeTimes(calendar({ from: day, days: 1, opensAt: '00:00', claims }), wish({ after: earliest, minutes }), 1)[0]?.startsAt)
        .filter((startsAt): startsAt is LocalDateTime => startsAt !== undefined)
    expect(starts(30).filter(startsAt => clockTrouble(startsAt, ZONE) !== null)).toEqual([])
    expect(new Set(starts(30).map(startsAt => startsAt.slice(11, 13))).has(day === '2026-03-08' ? '02' : '01')).toBe(false)
    expect(starts(30)).toContain(`${day}T03:00`)
  })

  it('know that a visit over the spring change really ends an hour later on the clock', () => {
    const both = PRACTITIONERS.map(
      (each, index): Claimed => ({
        startsAt: localDateTime('2026-03-08T01:30'),
        minutes: 60,
        bufferMinutes: 0,
        practitionerId: each.id,
        roomId: null,
        patientId: PATIENTS[index] ?? PatientId.parse(id(11)),
      }),
    )
    const days = calendar({ from: '2026-03-08', days: 1, opensAt: '00:00', claims: both })
    expect(freeTimes(days, wish({ after: localDateTime('2026-03-08T01:30') }), 1)[0]?.startsAt).toBe('2026-03-08T03:30')
  })
})

describe('a given time', () => {
  it('is free or not, on the grid or off it', () => {
    const claims = [
      { startsAt: localDateTime('2026-11-16T10:00'), minutes: 60, bufferMinutes: 10, practitionerId: DANA, roomId: null, patientId: MARISOL } as Claimed,
    ]
    const isFree = (time: string, change: Partial<Wish> = {}) =>
      isFreeAt(calendar({ claims }), wish(change), { startsAt: localDateTime(`2026-11-16T${time}`), practitionerId: DANA ?? PractitionerId.parse(id(1)) })
    expect(['11:10', '11:05', '09:00', '09:05', '17:00', '17:05', '07:55'].map(time => isFree(time))).toEqual([true, false, true, false, true, false, false])
    expect(isFree('08:55', { bufferMinutes: 10 })).toBe(false)
    expect(
      isFreeAt(calendar({ claims }), wish({ patientId: MARISOL as PatientId }), {
        startsAt: localDateTime('2026-11-16T10:30'),
        practitionerId: PractitionerId.parse(id(2)),
      }),
    ).toBe(false)
  })
})
