import { describe, expect, it } from 'vitest'
import { cents } from '../lib/money.ts'
import { isLate, missedPolicy, noticeInWords } from './missed.ts'

const RULES = { cancelNoticeHours: 24, noShowFee: cents(6000), lateCancelFee: cents(4500), noShowUsesVisit: false }
const cancelled = { status: 'cancelled', minutesBefore: 180, wasLate: false, hasArrived: false, hasPrescription: true } as const

it.each([
  [25, '25 minutes before'],
  [1, '1 minute before'],
  [60, '1 hour before'],
  [239, '3 hours before'],
  [47 * 60 + 59, '47 hours before'],
  [48 * 60, '2 days before'],
  [0, 'after it was to begin'],
  [-30, 'after it was to begin'],
])('%s minutes of notice are said as “%s”', (minutes, words) => expect(noticeInWords(minutes)).toBe(words))

it('is late with less notice than asked for; exactly enough is enough, and no notice asked for is never late', () => {
  expect([1439, 1440, -5].map(minutes => isLate(minutes, RULES))).toEqual([true, false, true])
  expect(isLate(-5, { cancelNoticeHours: 0 })).toBe(false)
})

describe('the clinic’s policy', () => {
  it('for a late cancellation', () => {
    expect(missedPolicy(cancelled, RULES)).toEqual({
      isLate: true,
      fee: 4500,
      usesVisit: false,
      sentence: 'Cancelled 3 hours before: the clinic’s fee is $45.00. It does not use a visit of the prescription.',
    })
    expect(missedPolicy({ ...cancelled, hasPrescription: false }, { ...RULES, lateCancelFee: cents(0) }).sentence).toBe(
      'Cancelled 3 hours before, with less than 24 hours of notice. The clinic charges no fee for it.',
    )
  })
  it('for somebody who came and leaves untreated: no fee', () => {
    expect(missedPolicy({ ...cancelled, minutesBefore: 7, hasArrived: true }, RULES)).toEqual({
      isLate: false,
      fee: 0,
      usesVisit: false,
      sentence: 'The patient came: there is no fee. It does not use a visit of the prescription.',
    })
  })
  it('for one in time, and one that was made before', () => {
    expect(missedPolicy({ ...cancelled, minutesBefore: 3000, hasPrescription: false }, RULES)).toMatchObject({
      isLate: false,
      fee: 0,
      sentence: 'Cancelled 2 days before, in time: there is no fee.',
    })
    expect(missedPolicy({ ...cancelled, minutesBefore: null, wasLate: true, hasPrescription: false }, RULES)).toMatchObject({
      isLate: true,
      fee: 4500,
      sentence: 'Cancelled late: the clinic’s fee is $45.00.',
    })
  })
  it('for a no-show, which may use a visit where a cancellation never does', () => {
    const missed = { ...cancelled, status: 'no-show' } as const
    expect(missedPolicy(missed, { ...RULES, noShowUsesVisit: true })).toEqual({
      isLate: false,
      fee: 6000,
      usesVisit: true,
      sentence: 'No-show: the clinic’s fee is $60.00. It uses a visit of the prescription.',
    })
    expect(missedPolicy({ ...missed, hasPrescription: false }, { ...RULES, noShowFee: cents(0) }).sentence).toBe('No-show: the clinic charges no fee for it.')
    expect(missedPolicy(cancelled, { ...RULES, noShowUsesVisit: true }).usesVisit).toBe(false)
  })
})
