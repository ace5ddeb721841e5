import { describe, expect, it } from 'vitest'
import { type ClockTime, localDate } from '../lib/dates.ts'
import { BlockId, PractitionerId } from '../lib/ids.ts'
import type { DayHours, WeekHours } from '../practice/hours.ts'
import { blockedTimes } from './blocked-times.ts'
import { daysOfMonth, monthDays } from './month-days.ts'
import type { Block } from './schema.ts'
import { scheduleDays, type WorkingRules } from './working-time.ts'

const DANA = PractitionerId.parse('00000000-0000-4000-8000-000000000001')
const LEE = PractitionerId.parse('00000000-0000-4000-8000-000000000002')
const hours = (...times: readonly string[]): DayHours => times.map(time => ({ from: time.slice(0, 5) as ClockTime, to: time.slice(6) as ClockTime }))
const WEEK: WeekHours = [...Array.from({ length: 4 }, () => hours('08:00-12:30', '13:15-18:00')), hours('08:00-13:00'), hours('09:00-13:00'), []]
const rules = (change: Partial<WorkingRules> = {}): WorkingRules => ({
  opensAt: '08:00',
  closesAt: '18:00',
  hours: WEEK,
  openHolidays: [],
  practitioners: [{ id: DANA, hours: null }],
  ...change,
})
const closure = (change: Partial<Block> = {}): Block => ({
  id: BlockId.parse('00000000-0000-4000-8000-000000000009'),
  practitionerId: null,
  roomId: null,
  kind: 'closure',
  title: 'water damage',
  firstOn: localDate('2026-11-19'),
  lastOn: localDate('2026-11-19'),
  from: null,
  to: null,
  weekdays: [],
  everyWeeks: 1,
  skipped: [],
  ...change,
})
function dayOf(day: string, given: { rules?: Partial<WorkingRules>; blocks?: readonly Block[] } = {}) {
  const on = localDate(day)
  const [found] = scheduleDays(rules(given.rules), blockedTimes(given.blocks ?? [], on, on), { from: on, to: on })
  if (!found) throw new Error('No day.')
  const spans = (times: DayHours) => times.map(({ from, to }) => `${from}-${to}`).join(' ')
  return { why: found.closedBecause, open: spans(found.open), worked: found.worked.map(({ times }) => spans(times)) }
}

describe('working time', () => {
  it('is the clinic’s week, or every day from opening to closing', () => {
    expect(dayOf('2026-11-19')).toEqual({ why: '', open: '08:00-12:30 13:15-18:00', worked: ['08:00-12:30 13:15-18:00'] })
    expect(dayOf('2026-11-22')).toEqual({ why: 'Closed on Sundays', open: '', worked: [''] })
    expect(dayOf('2026-11-22', { rules: { hours: null } })).toEqual({ why: '', open: '08:00-18:00', worked: ['08:00-18:00'] })
  })

  it('stops for federal holidays and the weekday they are observed on, unless the clinic works then', () => {
    expect(dayOf('2026-11-26')).toEqual({ why: 'Thanksgiving', open: '', worked: [''] })
    expect(dayOf('2026-07-03').why).toBe('Independence Day (observed)')
    expect(dayOf('2026-07-03', { rules: { openHolidays: ['Independence Day'] } })).toMatchObject({ why: '', open: '08:00-13:00' })
    expect(dayOf('2026-11-26', { rules: { openHolidays: ['Christmas Day'] } }).why).toBe('Thanksgiving')
    expect(dayOf('2026-11-26', { rules: { practitioners: [{ id: LEE, hours: WEEK }] } }).worked).toEqual([''])
  })

  it('stops for closures, wholly or for a part of the day', () => {
    expect(dayOf('2026-11-19', { blocks: [closure()] })).toEqual({ why: 'Closed: water damage', open: '', worked: [''] })
    expect(dayOf('2026-11-19', { blocks: [closure({ title: '' })] }).why).toBe('Closed')
    expect(dayOf('2026-11-19', { blocks: [closure({ kind: 'training', title: '' })] }).why).toBe('Closed: Training')
    const afternoon = closure({ from: '12:00' as ClockTime, to: '14:00' as ClockTime })
    expect(dayOf('2026-11-19', { blocks: [afternoon] })).toEqual({ why: '', open: '08:00-12:00 14:00-18:00', worked: ['08:00-12:00 14:00-18:00'] })
    expect(dayOf('2026-11-20', { blocks: [closure({ lastOn: null, from: '07:00' as ClockTime, to: '13:00' as ClockTime })] }).why).toBe('Closed: water damage')
    expect(dayOf('2026-11-26', { blocks: [closure({ lastOn: null })] }).why).toBe('Thanksgiving')
    expect(dayOf('2026-11-22', { blocks: [closure({ lastOn: null })] }).why).toBe('Closed: water damage')
  })

  it('follows a practitioner’s own hours, also where the clinic is usually closed', () => {
    const own: WeekHours = [...WEEK.slice(0, 6), hours('10:00-14:00')]
    const practitioners = [
      { id: DANA, hours: null },
      { id: LEE, hours: own },
    ]
    expect(dayOf('2026-11-22', { rules: { practitioners } })).toEqual({ why: '', open: '', worked: ['', '10:00-14:00'] })
  })

  it('leaves out a practitioner’s own blocks, and nobody’s for a room', () => {
    const practitioners = [
      { id: DANA, hours: null },
      { id: LEE, hours: null },
    ]
    const training = closure({ practitionerId: LEE, kind: 'training', from: '09:00' as ClockTime, to: '10:00' as ClockTime })
    const room = closure({ roomId: '00000000-0000-4000-8000-000000000003' as never })
    expect(dayOf('2026-11-19', { rules: { practitioners }, blocks: [training, room] })).toEqual({
      why: '',
      open: '08:00-12:30 13:15-18:00',
      worked: ['08:00-12:30 13:15-18:00', '08:00-09:00 10:00-12:30 13:15-18:00'],
    })
    expect(dayOf('2026-11-19', { blocks: [closure({ practitionerId: DANA, kind: 'sick' })] })).toMatchObject({ why: '', worked: [''] })
  })
})

describe('a month at a glance', () => {
  it('knows its days, what is booked and what is worked', () => {
    const range = daysOfMonth('2028-02')
    expect(range).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    const days = monthDays(scheduleDays(rules(), [], range), [{ day: localDate('2028-02-29'), visits: 2, minutes: 105 }])
    expect(days).toHaveLength(29)
    expect(days.at(-1)).toEqual({ day: '2028-02-29', visits: 2, bookedMinutes: 105, workedMinutes: 555, closedBecause: '' })
    expect(days[20]).toMatchObject({ visits: 0, bookedMinutes: 0, workedMinutes: 0, closedBecause: 'Presidents’ Day' })
  })
})
