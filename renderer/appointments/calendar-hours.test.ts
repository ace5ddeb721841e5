import { describe, expect, it } from 'vitest'
import { ClockTime, localDate } from '../../shared/lib/dates.ts'
import { PractitionerId } from '../../shared/lib/ids.ts'
import type { ScheduleDay } from '../../shared/schedule/schema.ts'
import { closedSpans, hoursNote, usualHours, workedSpans } from './calendar-hours.ts'

const dana = PractitionerId.parse('00000000-0000-4000-8000-000000000001')
const hours = (...spans: readonly (readonly [string, string])[]) => spans.map(([from, to]) => ({ from: ClockTime.parse(from), to: ClockTime.parse(to) }))
const day = (open: ScheduleDay['open'], danas: ScheduleDay['open'] = open, closedBecause = ''): ScheduleDay => ({
  day: localDate('2026-11-20'),
  closedBecause,
  open,
  worked: [{ practitionerId: dana, times: danas }],
})
const shown = { from: 480, to: 1080 }
const words = (of: ScheduleDay, who: PractitionerId | null) =>
  closedSpans(of, who, shown).map(({ from, to, words: said }) => `${from / 60} to ${to / 60} ${said}`)

describe('hours nobody is booked in', () => {
  it('names lunch, other breaks and closed hours', () => {
    expect(words(day(hours(['08:00', '12:30'], ['13:15', '18:00'])), null)).toEqual(['12.5 to 13.25 Lunch'])
    expect(words(day(hours(['08:00', '10:00'], ['10:30', '13:00'])), null)).toEqual(['10 to 10.5 Break', '13 to 18 Closed'])
  })

  it('tells a practitioner who is not in from a closed clinic', () => {
    const open = hours(['08:00', '17:00'])
    expect(words(day(open, hours(['10:00', '17:00'])), dana)).toEqual(['8 to 10 Not in', '17 to 18 Closed'])
    expect(words(day(open, []), dana)).toEqual(['8 to 18 Out all day'])
  })

  it('fills a closed day with its reason', () => {
    expect(words(day([], [], 'Thanksgiving'), dana)).toEqual(['8 to 18 Thanksgiving'])
  })
})

describe('what is unusual about a day', () => {
  const usual = { from: 480, to: 1080 }
  const note = (of: ScheduleDay) => hoursNote(of, workedSpans(of, null), usual)

  it('says when a day begins later or ends earlier than the others', () => {
    expect(note(day(hours(['08:00', '18:00'])))).toBe('')
    expect(note(day(hours(['08:00', '12:30'], ['13:15', '18:00'])))).toBe('')
    expect(note(day(hours(['08:00', '13:00'])))).toBe('Closed from 1:00')
    expect(note(day(hours(['10:00', '18:00'])))).toBe('Closed until 10:00')
    expect(note(day(hours(['09:00', '13:00'])))).toBe('Open 9:00 to 1:00')
    expect(note(day([], [], 'Thanksgiving'))).toBe('Thanksgiving')
    expect(note(day([]))).toBe('Closed')
  })

  it('takes the most common beginning and end for usual', () => {
    expect(usualHours([[{ from: 480, to: 1080 }], [{ from: 480, to: 1080 }], [{ from: 480, to: 780 }], []])).toEqual(usual)
    expect(usualHours([[], []])).toBeNull()
  })
})
