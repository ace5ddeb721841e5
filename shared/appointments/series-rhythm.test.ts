import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { firstDayOf, rhythmFrom } from './series-rhythm.ts'
import type { Rhythm } from './series-schema.ts'

const weekdaysOnly = (weekday: number) => weekday <= 5
const from = (frequency: string, lastWeekdays: number[], isWorkday = weekdaysOnly) =>
  rhythmFrom({ frequency, lastWeekdays, isWorkday, after: localDate('2026-11-19') })
const weekly = (weekdays: number[], everyWeeks = 1): Rhythm => ({ kind: 'weekly', weekdays, everyWeeks })

describe('the rhythm of a series', () => {
  it.each<[string, number[], Rhythm]>([
    ['', [2], weekly([2])],
    ['once a week', [4], weekly([4])],
    ['once a week', [], weekly([5])],
    ['once a week', [6], weekly([1])],
    ['twice a week', [1], weekly([1, 4])],
    ['2x/week', [2], weekly([2, 5])],
    ['twice a week', [5], weekly([3, 5])],
    ['twice a week', [5, 2], weekly([2, 5])],
    ['twice a week', [2, 2], weekly([2, 5])],
    ['three times a week', [1], weekly([1, 3, 5])],
    ['every day', [1], { kind: 'every-days', days: 1 }],
    ['every other day', [1], { kind: 'every-days', days: 2 }],
    ['5 times per week', [3], weekly([1, 2, 3, 4, 5])],
    ['every other week', [4], weekly([4], 2)],
    ['once a month', [4], weekly([4], 4)],
    ['every 3 weeks', [4], weekly([4], 3)],
    ['every 10 days', [4], { kind: 'every-days', days: 10 }],
    ['every 3 days', [4], { kind: 'every-days', days: 3 }],
  ])('is read from “%s” after visits on %j', (frequency, last, rhythm) => {
    expect(from(frequency, last)).toEqual(rhythm)
  })
  it('keeps a Saturday where the clinic works then, and plans for a clinic that never opens all the same', () => {
    expect(from('once a week', [6], () => true)).toEqual(weekly([6]))
    expect(from('once a week', [6], () => false)).toEqual(weekly([6]))
  })
})

describe('the first day of a series', () => {
  const open =
    (...closed: string[]) =>
    (day: string) =>
      !closed.includes(day)
  it('comes after today, in the rhythm, on an open day', () => {
    expect(firstDayOf(weekly([4]), localDate('2026-11-19'), open('2026-11-26'))).toBe('2026-12-03')
    expect(firstDayOf(weekly([1, 4], 2), localDate('2026-11-19'), open())).toBe('2026-11-23')
    expect(firstDayOf({ kind: 'every-days', days: 10 }, localDate('2026-11-19'), open('2026-11-20'))).toBe('2026-11-21')
    expect(firstDayOf(weekly([4]), localDate('2026-11-19'), () => false)).toBe('2026-11-26')
  })
})
