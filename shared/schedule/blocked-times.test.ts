import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, type ClockTime, type LocalDate, localDate, mondayOf, weekdayOf } from '../lib/dates.ts'
import { BlockId } from '../lib/ids.ts'
import { tidied, visitsInTheWay } from './block-words.ts'
import { blockedDays, blockedTimes, firstBlockedDay } from './blocked-times.ts'
import { atMinute, dayNumber, dayOfNumber, minuteOf, weekdayOfNumber } from './minutes.ts'
import type { Block } from './schema.ts'

const ID = BlockId.parse('00000000-0000-4000-8000-000000000001')
const lunch = (change: Partial<Block> = {}): Block => ({
  id: ID,
  practitionerId: null,
  roomId: null,
  kind: 'break',
  title: 'Lunch',
  firstOn: localDate('2026-11-16'),
  lastOn: null,
  from: '12:30' as ClockTime,
  to: '13:15' as ClockTime,
  weekdays: [1, 2, 3, 4],
  everyWeeks: 1,
  skipped: [],
  ...change,
})
const day = fc.integer({ min: 0, max: 365 * 30 }).map(days => addDays(localDate('2010-01-01'), days))
const recurrence = fc.record({
  firstOn: day,
  length: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: null }),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  everyWeeks: fc.integer({ min: 1, max: 9 }),
})

/** Day by day, as a person would count on a wall calendar. */
function naively(block: Block, from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const isWithin = on >= block.firstOn && (block.lastOn === null || on <= block.lastOn)
    const weeks = Temporal.PlainDate.from(mondayOf(block.firstOn)).until(mondayOf(on), { largestUnit: 'days' }).days / 7
    const isDay = block.weekdays.length === 0 || block.weekdays.includes(weekdayOf(on))
    if (isWithin && weeks % block.everyWeeks === 0 && isDay && !block.skipped.includes(on)) days.push(on)
  }
  return days
}

describe('counted minutes', () => {
  it('agree with the calendar on every day of two centuries', () => {
    for (let number = dayNumber(localDate('1900-01-01')), at = Temporal.PlainDate.from('1900-01-01'); at.year < 2100; number += 17, at = at.add({ days: 17 })) {
      if (dayOfNumber(number) !== at.toString() || weekdayOfNumber(number) !== at.dayOfWeek) throw new Error(at.toString())
    }
    expect(atMinute(minuteOf(`${localDate('1969-12-31')}T23:59` as never))).toBe('1969-12-31T23:59')
    expect([dayNumber(localDate('1970-01-01')), dayNumber(localDate('2024-02-29')) + 1]).toEqual([0, dayNumber(localDate('2024-03-01'))])
  })
})

describe('the days of a block', () => {
  it('are those a wall calendar would show, over years', () => {
    fc.assert(
      fc.property(recurrence, day, fc.integer({ min: 0, max: 120 }), ({ firstOn, length, ...rest }, from, days) => {
        const block = lunch({ firstOn, lastOn: length === null ? null : addDays(firstOn, length), ...rest })
        const to = addDays(from, days)
        const all = naively(block, from, to)
        expect(blockedDays(block, from, to)).toEqual(all)
        const skipped = all.filter((_, index) => index % 3 === 0)
        expect(blockedDays({ ...block, skipped }, from, to)).toEqual(naively({ ...block, skipped }, from, to))
        for (const gone of skipped) expect(blockedTimes([{ ...block, skipped }], gone, gone)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('keep their wall time over both clock changes', () => {
    const times = blockedTimes([lunch({ weekdays: [7], firstOn: localDate('2026-03-01') })], localDate('2026-03-01'), localDate('2026-11-08'))
    expect(times).toHaveLength(37)
    expect(new Set(times.map(({ startsAt, minutes }) => `${startsAt.slice(11)} ${minutes}`))).toEqual(new Set(['12:30 45']))
  })

  it('are named, whole and in order', () => {
    const vacation = lunch({
      kind: 'vacation',
      title: '',
      from: null,
      to: null,
      weekdays: [],
      firstOn: localDate('2026-11-18'),
      lastOn: localDate('2026-11-20'),
    })
    const times = blockedTimes([lunch(), vacation], localDate('2026-11-18'), localDate('2026-11-20'))
    expect(times.map(({ startsAt, title, isWholeDay, minutes }) => [startsAt, title, isWholeDay, minutes])).toEqual([
      ['2026-11-18T00:00', 'Vacation', true, 1440],
      ['2026-11-18T12:30', 'Lunch', false, 45],
      ['2026-11-19T00:00', 'Vacation', true, 1440],
      ['2026-11-19T12:30', 'Lunch', false, 45],
      ['2026-11-20T00:00', 'Vacation', true, 1440],
    ])
  })

  it('may be none at all', () => {
    const never = lunch({ firstOn: localDate('2026-11-20'), lastOn: localDate('2026-11-22'), weekdays: [2] })
    expect(firstBlockedDay(never, never.firstOn)).toBeUndefined()
    expect(firstBlockedDay(lunch({ everyWeeks: 52, weekdays: [1] }), localDate('2026-11-17'))).toBe('2027-11-15')
    expect(firstBlockedDay(lunch({ weekdays: [1], skipped: [localDate('2026-11-16')] }), localDate('2026-11-16'))).toBe('2026-11-23')
  })

  it('leave out only days that were theirs, each once', () => {
    const days = ['2026-11-23', '2026-11-16', '2026-11-16', '2026-11-22', '2026-11-09'].map(localDate)
    expect(tidied(lunch({ skipped: days })).skipped).toEqual(['2026-11-16', '2026-11-23'])
  })
})

describe('visits in the way', () => {
  const visit = (startsAt: string, minutes = 60, roomId: string | null = null) => ({ startsAt: startsAt as never, minutes, practitionerId: 'dana', roomId })

  it('share a minute with the block; touching is not sharing', () => {
    const visits = [visit('2026-11-19T11:30'), visit('2026-11-19T11:35'), visit('2026-11-19T13:10'), visit('2026-11-19T13:15'), visit('2026-11-20T12:30')]
    expect(visitsInTheWay(lunch(), visits).map(({ startsAt }) => startsAt)).toEqual(['2026-11-19T11:35', '2026-11-19T13:10'])
  })

  it('are those of the practitioner or in the room', () => {
    const someone = { practitionerId: 'lee' as never, roomId: 'room' as never }
    expect(visitsInTheWay(lunch(someone), [visit('2026-11-19T12:30'), visit('2026-11-19T12:30', 60, 'room')])).toHaveLength(1)
  })

  it('may have begun the evening before', () => {
    const wholeDay = lunch({ from: null, to: null, weekdays: [], firstOn: localDate('2026-11-20'), lastOn: localDate('2026-11-20') })
    expect(visitsInTheWay(wholeDay, [visit('2026-11-19T23:30'), visit('2026-11-19T22:00'), visit('2026-11-20T23:59')])).toHaveLength(2)
  })
})
