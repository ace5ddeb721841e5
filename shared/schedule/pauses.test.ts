import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { DayHours } from '../practice/hours.ts'
import { pausesOf } from './pauses.ts'

const day = localDate('2026-11-19')
const hours = (...times: readonly (readonly [string, string])[]) => DayHours.parse(times.map(([from, to]) => ({ from, to })))

describe('the pauses of a day', () => {
  it('are what lies between two open stretches: lunch around noon, else a break', () => {
    expect(pausesOf(day, hours(['08:00', '10:00'], ['10:15', '12:30'], ['13:15', '18:00']))).toEqual([
      { startsAt: '2026-11-19T10:00', minutes: 15, title: 'Break' },
      { startsAt: '2026-11-19T12:30', minutes: 45, title: 'Lunch' },
    ])
  })
  it('are none on a closed day, a day in one stretch, and where two stretches touch', () => {
    expect(pausesOf(day, [])).toEqual([])
    expect(pausesOf(day, hours(['08:00', '18:00']))).toEqual([])
    expect(pausesOf(day, hours(['08:00', '12:00'], ['12:00', '18:00']))).toEqual([])
  })
  it('are no lunch when they are long', () => {
    expect(pausesOf(day, hours(['08:00', '11:00'], ['15:00', '18:00']))[0]?.title).toBe('Break')
  })
})
