import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counted, leftOf, restOf, shareOfUse, takeFrom, unspentOf } from './shares.ts'

const fresh = (price: number, amount: number): Counted => ({ amount, price, carriedAmount: 0, carriedValue: 0, usedAmount: 0, usedShare: 0, usedValue: 0 })
const used = (one: Counted, { amount, share, value }: { amount: number; share: number; value: number }): Counted => ({
  ...one,
  usedAmount: one.usedAmount + amount,
  usedShare: one.usedShare + share,
  usedValue: one.usedValue + value,
})

describe('what of the price belongs to a use', () => {
  it.each([
    { price: 40_000, amount: 6, shares: [6666, 6666, 6666, 6666, 6666, 6670] },
    { price: 100, amount: 3, shares: [33, 33, 34] },
    { price: 2, amount: 3, shares: [0, 0, 2] },
    { price: 9000, amount: 1, shares: [9000] },
  ])('$price cents over $amount visits: $shares', ({ price, amount, shares }) => {
    let one = fresh(price, amount)
    const found = shares.map(() => {
      const use = takeFrom({ ...one, counts: 'visits' }, { total: 100_000, minutes: 60 })
      one = used(one, use)
      return use.share
    })
    expect(found).toEqual(shares)
  })
  it('is by minutes for a package of minutes; the last use takes the rest', () => {
    const first = takeFrom({ ...fresh(20_000, 90), counts: 'minutes' }, { total: 18_000, minutes: 60 })
    expect(first).toEqual({ amount: 60, share: 13_333, value: 13_333, discount: 4667 })
    expect(takeFrom({ ...used(fresh(20_000, 90), first), counts: 'minutes' }, { total: 18_000, minutes: 60 })).toEqual({
      amount: 30,
      share: 6667,
      value: 6667,
      discount: 2333,
    })
  })
  it('pays at most the visit, and keeps what that did not need', () => {
    const use = takeFrom({ ...fresh(20_000, 2), counts: 'visits' }, { total: 9000, minutes: 20 })
    expect(use).toEqual({ amount: 1, share: 10_000, value: 9000, discount: 0 })
    const one = used(fresh(20_000, 2), use)
    expect([restOf(one), unspentOf(one)]).toEqual([11_000, 1000])
  })
})

type Kept = { amount: number; share: number; value: number; isCarried: boolean }

/** The sums of a package anew from its uses, one by one. */
function recounted(one: Counted, uses: readonly Kept[]): Counted {
  const sum = (isCarried: boolean, key: 'amount' | 'share' | 'value') =>
    uses.filter(use => use.isCarried === isCarried).reduce((total, use) => total + use[key], 0)
  const carried = { carriedAmount: sum(true, 'amount'), carriedValue: sum(true, 'value') }
  return { ...one, ...carried, usedAmount: sum(false, 'amount'), usedShare: sum(false, 'share'), usedValue: sum(false, 'value') }
}

describe('the price of a package', () => {
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('use' as const), total: fc.integer({ min: 0, max: 40_000 }), minutes: fc.integer({ min: 0, max: 120 }) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('give back' as const), which: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('upgrade' as const), amount: fc.integer({ min: 1, max: 10 }), price: fc.integer({ min: 1, max: 50_000 }) }),
    },
  )
  it('is what its uses paid and the rest, to the cent, through uses, uses given back and upgrades; what is left is never negative', () => {
    const start = {
      price: fc.integer({ min: 1, max: 1_000_000 }),
      amount: fc.integer({ min: 1, max: 12 }),
      counts: fc.constantFrom('visits' as const, 'minutes' as const),
    }
    fc.assert(
      fc.property(fc.record(start), fc.array(step, { maxLength: 30 }), ({ price, amount, counts }, steps) => {
        let one = fresh(price, amount)
        let uses: Kept[] = []
        for (const next of steps) {
          if (next.kind === 'use' && leftOf(one) > 0) {
            const use = takeFrom({ ...one, counts }, next)
            expect(use.value).toBeLessThanOrEqual(next.total)
            expect(use.value + use.discount).toBeLessThanOrEqual(next.total)
            expect(Math.min(use.share, use.value, use.discount)).toBeGreaterThanOrEqual(0)
            uses.push({ ...use, isCarried: false })
          }
          if (next.kind === 'give back' && uses.length > 0) uses.splice(next.which % uses.length, 1)
          if (next.kind === 'upgrade') {
            uses = uses.map(use => ({ ...use, isCarried: true }))
            one = { ...one, amount: one.amount + next.amount, price: one.price + next.price }
          }
          one = recounted(one, uses)
          expect(leftOf(one)).toBeGreaterThanOrEqual(0)
          expect(uses.reduce((sum, use) => sum + use.value, 0) + restOf(one)).toBe(one.price)
        }
      }),
      { numRuns: 400 },
    )
  })
  it('goes to its visits without a cent left where each costs its share or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 60 }), (price, amount) => {
        let one = fresh(price, amount)
        while (leftOf(one) > 0) one = used(one, takeFrom({ ...one, counts: 'visits' }, { total: 2_000_000, minutes: 60 }))
        expect([one.usedValue, restOf(one), unspentOf(one)]).toEqual([price, 0, 0])
      }),
    )
  })
  it('lowered after uses gives no use less than nothing', () => {
    const one = { ...fresh(3000, 3), usedAmount: 1, usedShare: 3333, usedValue: 3333 }
    expect(shareOfUse(one, 1)).toBe(0)
    expect(restOf(one)).toBe(0)
  })
})
