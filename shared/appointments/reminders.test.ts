import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { bringWords, callProgress, isToCall, nextWorkingDay } from './reminders.ts'
import { type CheckInItem, Reminder } from './schema.ts'

const called = (outcome: 'confirmed' | 'left-message' | 'no-answer' | 'wrong-number' | null) =>
  Reminder.shape.lastCall.parse(outcome && { at: '2026-11-19T16:00:00.000Z', outcome, remark: '', who: 'Rosa Quintero' })

describe('who is still to be called', () => {
  it.each([
    ['booked', null, true],
    ['booked', 'no-answer', true],
    ['booked', 'wrong-number', true],
    ['booked', 'left-message', false],
    ['confirmed', null, false],
    ['confirmed', 'confirmed', false],
    // Unconfirmed again after the call was taken back elsewhere: what was agreed stands.
    ['booked', 'confirmed', false],
  ] as const)('%s, last call %s: %s', (status, outcome, expected) => expect(isToCall({ status, lastCall: called(outcome) })).toBe(expected))

  it('counts those reached', () => {
    const list = [
      { status: 'booked' as const, lastCall: null },
      { status: 'booked' as const, lastCall: called('left-message') },
      { status: 'confirmed' as const, lastCall: null },
    ]
    expect(callProgress(list)).toEqual({ total: 3, called: 2, toCall: 1 })
    expect(callProgress([])).toEqual({ total: 0, called: 0, toCall: 0 })
  })
})

const missing = (...kinds: CheckInItem['kind'][]): CheckInItem[] => kinds.map(kind => ({ kind, sentence: '', key: '' }))

it.each<[CheckInItem['kind'][], string]>([
  [[], ''],
  [['balance', 'address'], ''],
  [['policy'], 'Bring the insurance card.'],
  [['intake', 'prescription'], 'Bring the health history form, filled in and the prescription.'],
  [['consent', 'consent'], 'Come 10 minutes early to sign.'],
  [['consent', 'policy', 'guardian'], 'Bring the insurance card, a parent or guardian comes along, and come 10 minutes early to sign.'],
])('what to bring for %j', (kinds, words) => expect(bringWords(missing(...kinds))).toBe(words))

it('the next working day steps over closed ones', () => {
  const day = (on: string, closedBecause = '') => ({ day: localDate(on), closedBecause })
  const days = [day('2026-11-25'), day('2026-11-26', 'Thanksgiving'), day('2026-11-27'), day('2026-11-28')]
  expect(nextWorkingDay(days, localDate('2026-11-25'))).toBe('2026-11-27')
  expect(nextWorkingDay(days.slice(0, 2), localDate('2026-11-25'))).toBeNull()
})
