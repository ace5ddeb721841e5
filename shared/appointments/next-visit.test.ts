import { describe, expect, it } from 'vitest'
import { type ClockTime, localDate, localDateTime } from '../lib/dates.ts'
import { holidayOn } from '../schedule/holidays.ts'
import { daysBetweenVisits, findNextVisit, type NextVisitSearch, nextVisitSentence } from './next-visit.ts'

const hours = (...times: readonly (readonly [string, string])[]) => times.map(([from, to]) => ({ from: from as ClockTime, to: to as ClockTime }))
const search = (given: Partial<NextVisitSearch>): NextVisitSearch => ({
  last: { startsAt: localDateTime('2026-11-19T10:45'), minutes: 60 },
  everyDays: 7,
  today: localDate('2026-11-19'),
  worked: day => ({ closedBecause: holidayOn(day) ?? '', times: hours(['08:00', '17:30']) }),
  isFree: () => true,
  ...given,
})
const sentence = (given: Partial<NextVisitSearch>) => {
  const found = findNextVisit(search(given))
  return found && nextVisitSentence(found, { number: 6, allowed: 6 })
}

describe('rhythm of a prescription', () => {
  it.each([
    ['once a week', 7],
    ['1x/week', 7],
    ['weekly', 7],
    ['', 7],
    ['twice a week', 3],
    ['2 times per week', 3],
    ['2x a week for 4 weeks', 3],
    ['three visits a week', 2],
    ['every other week', 14],
    ['every 2 weeks', 14],
    ['every three days', 3],
    ['once a month', 28],
    ['monthly', 28],
  ])('“%s” is %i days', (words, days) => expect(daysBetweenVisits(words)).toBe(days))
})

describe('the next visit', () => {
  it('keeps weekday, time and length, and steps over a holiday in words', () => {
    expect(sentence({})).toBe('Thu, Dec 3, 10:45 am, visit 6 of 6. Nov 26 is Thanksgiving.')
  })
  it('takes the nearest free time of the day when the usual one is taken', () => {
    const taken = ['2026-12-03T10:45', '2026-12-03T10:30', '2026-12-03T11:00']
    expect(sentence({ isFree: at => !taken.includes(at) })).toBe('Thu, Dec 3, 10:15 am, visit 6 of 6. Nov 26 is Thanksgiving. 10:45 am is taken.')
  })
  it('goes on to the next week when a day is full, and gives up after three months', () => {
    expect(sentence({ isFree: at => !at.startsWith('2026-12-03') })).toContain('Thu, Dec 10, 10:45 am, visit 6 of 6. Nov 26 is Thanksgiving. Dec 3 is full.')
    expect(sentence({ isFree: () => false })).toBeUndefined()
  })
  it('never offers the past: a patient away for months comes back on the same weekday', () => {
    const found = findNextVisit(search({ last: { startsAt: localDateTime('2026-03-05T09:00'), minutes: 60 } }))
    expect(found?.startsAt).toBe('2026-12-03T09:00')
  })
  it('moves twice-a-week visits off the weekend', () => {
    expect(findNextVisit(search({ everyDays: 3 }))?.day).toBe('2026-11-23')
    expect(findNextVisit(search({ everyDays: 3, today: localDate('2026-12-01') }))?.day).toBe('2026-12-02')
  })
  it('stays within hours', () => {
    const late = findNextVisit(search({ last: { startsAt: localDateTime('2026-11-18T17:00'), minutes: 60 } }))
    expect(late?.startsAt).toBe('2026-11-25T16:30')
  })
  it('keeps to the practitioner’s days and hours, and says what was in the way', () => {
    const worked = (day: string) => ({ closedBecause: '', times: day === '2026-11-26' ? [] : hours(['08:00', '11:30'], ['13:00', '17:00']) })
    expect(sentence({ worked })).toBe('Thu, Dec 3, 10:30 am, visit 6 of 6. Nov 26 is a day off. 10:45 am is outside the hours worked that day.')
    expect(sentence({ worked: day => ({ closedBecause: day === '2026-11-26' ? 'Closed: water damage' : '', times: hours(['08:00', '18:00']) }) })).toBe(
      'Thu, Dec 3, 10:45 am, visit 6 of 6. Nov 26 is closed: water damage.',
    )
  })
  it('says when it goes beyond the prescription', () => {
    const found = findNextVisit(search({}))
    expect(found && nextVisitSentence(found, { number: 7, allowed: 6 })).toContain(', beyond the 6 prescribed.')
    expect(found && nextVisitSentence(found, { number: 3, allowed: null })).toContain(', visit 3.')
  })
})
