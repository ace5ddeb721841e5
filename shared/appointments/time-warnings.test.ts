import { describe, expect, it } from 'vitest'
import { type ClockTime, localDate, localDateTime } from '../lib/dates.ts'
import type { BlockId, PractitionerId, RoomId } from '../lib/ids.ts'
import type { DayHours } from '../practice/hours.ts'
import type { BlockedTime, ScheduleDay } from '../schedule/schema.ts'
import { timeWarnings } from './time-warnings.ts'

const dana = '1' as PractitionerId
const oak = '2' as RoomId
const DAY = localDate('2026-11-19')
type Pair = readonly [string, string]
const hours = (...times: readonly Pair[]): DayHours => times.map(([from, to]) => ({ from: from as ClockTime, to: to as ClockTime }))
const open = hours(['08:00', '18:00'])
const dayOf = (changes: Partial<ScheduleDay> = {}): ScheduleDay => ({
  day: DAY,
  closedBecause: '',
  open,
  worked: [{ practitionerId: dana, times: open }],
  ...changes,
})
const block = (changes: Partial<BlockedTime> = {}): BlockedTime => ({
  blockId: '3' as BlockId,
  practitionerId: dana,
  roomId: null,
  kind: 'training',
  title: 'Training',
  startsAt: localDateTime(`${DAY}T13:00`),
  minutes: 120,
  isWholeDay: false,
  repeats: false,
  ...changes,
})
const at = (time: string, given: { minutes?: number; days?: readonly ScheduleDay[]; blocks?: readonly BlockedTime[]; on?: string; now?: string } = {}) =>
  timeWarnings(
    {
      startsAt: localDateTime(`${given.on ?? DAY}T${time}`),
      minutes: given.minutes ?? 60,
      practitionerId: dana,
      practitionerName: 'Dana Whitfield',
      roomId: oak,
    },
    {
      days: given.days ?? [dayOf()],
      blocks: given.blocks ?? [],
      now: localDateTime(given.now ?? `${DAY}T07:00`),
      timeZone: 'America/Denver',
    },
  ).map(({ kind, level, sentence }) => `${kind} ${level}: ${sentence}`)

describe('a time in the calendar', () => {
  it('has nothing against it within hours, to the minute', () => {
    expect([at('08:00'), at('17:00')]).toEqual([[], []])
    expect(at('17:05')).toEqual(['hours note: Outside opening hours: the clinic is open 8:00 am to 6:00 pm.'])
    expect(at('07:55')).toHaveLength(1)
  })
  it('is outside hours where it reaches over midnight', () => {
    expect(at('23:45', { minutes: 480, days: [dayOf(), dayOf({ day: localDate('2026-11-20') })] })).toEqual([
      'hours note: Outside opening hours: the clinic is open 8:00 am to 6:00 pm.',
    ])
  })
  it('names the practitioner’s own hours, breaks and free days', () => {
    const working = (...times: readonly Pair[]) => ({ days: [dayOf({ worked: [{ practitionerId: dana, times: hours(...times) }] })] })
    expect(at('13:00', working(['08:00', '12:00']))).toEqual(['hours note: Outside Dana Whitfield’s hours: 8:00 am to 12:00 pm on Thu, Nov 19.'])
    expect(at('12:15', working(['08:00', '12:00'], ['13:00', '18:00']))).toEqual([
      'break note: Dana Whitfield has a break then and works 8:00 am to 12:00 pm and 1:00 pm to 6:00 pm.',
    ])
    expect(at('09:00', working())).toEqual(['hours note: Dana Whitfield does not work on Thu, Nov 19. The clinic is open 8:00 am to 6:00 pm.'])
  })
  it('is closed on holidays and closures, also where it only reaches into one', () => {
    const thanksgiving = dayOf({ closedBecause: 'Thanksgiving', open: [], worked: [] })
    expect(at('09:00', { days: [thanksgiving] })).toEqual(['closed overrule: Thu, Nov 19 is Thanksgiving. Choose another day.'])
    expect(at('09:00', { days: [dayOf({ closedBecause: 'Closed on Thursdays', open: [], worked: [] })] })).toEqual([
      'closed overrule: The clinic is closed on Thursdays (Thu, Nov 19). Choose another day.',
    ])
    expect(at('09:00', { days: [dayOf({ closedBecause: 'Closed: Water damage', open: [], worked: [] })] })).toEqual([
      'closed overrule: The clinic is closed Thu, Nov 19: Water damage. Choose another day.',
    ])
    const eve = dayOf({ day: localDate('2026-11-18') })
    expect(at('23:30', { on: '2026-11-18', now: '2026-11-18T07:00', days: [eve, thanksgiving] })).toContain(
      'closed overrule: Thu, Nov 19 is Thanksgiving. Choose another day.',
    )
    expect(at('23:00', { on: '2026-11-18', now: '2026-11-18T07:00', days: [eve, thanksgiving] })).toEqual([
      'hours note: Outside opening hours: the clinic is open 8:00 am to 6:00 pm.',
    ])
  })
  it('is kept free by blocks of the practitioner, the room and the clinic, said once', () => {
    const cut = [dayOf({ worked: [{ practitionerId: dana, times: hours(['08:00', '13:00'], ['15:00', '18:00']) }] })]
    expect(at('14:00', { days: cut, blocks: [block()] })).toEqual([
      'block overrule: Dana Whitfield: Training Thu, Nov 19, 1:00 to 3:00 pm. Choose another time.',
    ])
    expect(at('12:00', { days: cut, blocks: [block()] })).toEqual([])
    expect(at('14:00', { blocks: [block({ practitionerId: '9' as PractitionerId }), block({ practitionerId: null, roomId: '8' as RoomId })] })).toEqual([])
    expect(at('14:00', { blocks: [block({ practitionerId: null, roomId: oak, title: 'Painting', kind: 'other' })] })).toEqual([
      'block overrule: The room: Painting Thu, Nov 19, 1:00 to 3:00 pm. Choose another time.',
    ])
    expect(at('14:00', { blocks: [block({ practitionerId: null, kind: 'closure', title: 'Water damage' })] })).toEqual([
      'closed overrule: The clinic: Water damage Thu, Nov 19, 1:00 to 3:00 pm. Choose another time.',
    ])
    expect(at('12:00', { days: cut, blocks: [block({ kind: 'break', title: 'Lunch', startsAt: localDateTime(`${DAY}T12:30`), minutes: 30 })] })).toEqual([
      'break note: Dana Whitfield: Lunch Thu, Nov 19, 12:30 to 1:00 pm.',
    ])
  })
  it('says a vacation by the day, and hours that lie outside it too', () => {
    const away = block({ kind: 'vacation', title: 'Vacation', startsAt: localDateTime(`${DAY}T00:00`), minutes: 1440, isWholeDay: true })
    expect(at('09:00', { days: [dayOf({ worked: [{ practitionerId: dana, times: [] }] })], blocks: [away] })).toEqual([
      'block overrule: Dana Whitfield: Vacation Thu, Nov 19. Choose another day.',
    ])
    expect(at('17:30', { blocks: [block({ startsAt: localDateTime(`${DAY}T17:00`), minutes: 60 })] })).toHaveLength(2)
  })
  it('may be past, or at a clock change', () => {
    expect(at('09:00', { now: `${DAY}T09:01` })).toEqual(['past note: Thu, Nov 19, 9:00 am is in the past.'])
    const sunday = { on: '2026-03-08', now: '2026-03-01T09:00', days: [] }
    expect(at('02:15', sunday)).toEqual(['clock refused: Sun, Mar 8, 2:15 am does not exist: the clocks go forward at 2:00 am. Choose 3:00 am or later.'])
    expect(at('01:15', { on: '2026-11-01', now: '2026-10-01T09:00', days: [] })).toEqual([
      'clock note: Sun, Nov 1, 1:15 am comes twice, because the clocks go back. The first 1:15 am is meant.',
    ])
  })
})
