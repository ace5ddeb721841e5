import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { cents } from '../lib/money.ts'
import { expiryOf, type Standing, stateOf } from './state.ts'
import { amountInWords, leftAndExpiry, whyNotUsable } from './words.ts'

const day = localDate('2026-11-19')
const held: Standing = { isVoid: false, isUpgraded: false, isEnded: false, left: 3, owed: 0, expiresOn: localDate('2026-11-19') }

describe('how a package stands', () => {
  it.each([
    [{}, 'usable'],
    [{ expiresOn: localDate('2026-11-18') }, 'expired'],
    [{ expiresOn: null }, 'usable'],
    [{ owed: 1 }, 'unpaid'],
    [{ left: 0 }, 'used-up'],
    [{ isEnded: true, left: 0 }, 'ended'],
    [{ isUpgraded: true }, 'upgraded'],
    [{ isVoid: true, isUpgraded: true }, 'void'],
  ] as const)('%o: %s', (given, state) => {
    expect(stateOf({ ...held, ...given }, day)).toBe(state)
  })
  it.each([
    ['2026-11-19', 6, '2027-05-19'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-11-19', null, null],
  ] as const)('bought on %s for %s months, its last day is %s', (boughtOn, months, expiry) => {
    expect(expiryOf(localDate(boughtOn), months)).toBe(expiry)
  })
})

describe('its words', () => {
  it('count one and many', () => {
    expect([amountInWords(1, 'visits'), amountInWords(6, 'visits'), amountInWords(1, 'minutes'), amountInWords(1200, 'minutes')]).toEqual([
      '1 visit',
      '6 visits',
      '1 minute',
      '1,200 minutes',
    ])
    expect(leftAndExpiry({ left: 3, amount: 6, counts: 'visits', expiresOn: localDate('2027-01-31') })).toBe('3 of 6 visits left · expires Jan 31, 2027')
    expect(leftAndExpiry({ left: 0, amount: 1, counts: 'visits', expiresOn: null })).toBe('0 of 1 visit left')
  })
  it('name the way out of each refusal', () => {
    const one = { name: 'Six visits', owed: cents(5000), expiresOn: day, invoiceNumber: 'INV-2026-0007' }
    expect(whyNotUsable({ ...one, state: 'usable' })).toBeNull()
    expect(whyNotUsable({ ...one, state: 'unpaid' })).toBe('Six visits is not paid in full yet: $50.00 is owed on INV-2026-0007. Take that payment first.')
    expect(whyNotUsable({ ...one, state: 'expired' })).toBe('Six visits expired on Nov 19, 2026. The clinic’s owner can extend it in Billing, Packages.')
    for (const state of ['used-up', 'ended', 'upgraded', 'void'] as const)
      expect(whyNotUsable({ ...one, state })).toMatch(/^(Nothing is left of|The sale of )?\s?Six visits/)
  })
})
