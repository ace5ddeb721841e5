import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from '../lib/money.ts'
import { selfPayDiscount, settlementOf } from './discount.ts'

const self = { kind: 'self-pay' } as const

describe('the self-pay discount', () => {
  it.each([
    [12_000, 10_000, { amount: 1200, reason: 'Self-pay discount 10 %' }],
    [12_000, 12_500, { amount: 1500, reason: 'Self-pay discount 12.5 %' }],
    [3_333, 10_000, { amount: 333, reason: 'Self-pay discount 10 %' }],
    [3_335, 10_000, { amount: 334, reason: 'Self-pay discount 10 %' }],
    [12_000, 100_000, { amount: 12_000, reason: 'Self-pay discount 100 %' }],
    [12_000, 0, null],
    [0, 10_000, null],
  ])('of %i cents at %i thousandths of a percent', (total, share, expected) => {
    expect(selfPayDiscount(cents(total), { selfPayDiscount: share }, self)).toEqual(expected)
  })
  it('is for nobody else', () => {
    expect(selfPayDiscount(cents(12_000), { selfPayDiscount: 10_000 }, { kind: 'commercial' })).toBeNull()
  })
  it('is never more than the fee', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 100_000 }), (total, share) => {
        const amount = selfPayDiscount(cents(total), { selfPayDiscount: share }, self)?.amount ?? 0
        expect(amount).toBeLessThanOrEqual(total)
        expect(Math.abs(amount - (total * share) / 100_000)).toBeLessThanOrEqual(0.5)
      }),
    )
  })
})

describe('what is due', () => {
  const used = { value: cents(10_000), discount: cents(2000) }
  it.each([
    ['nothing taken off', { used: null, discount: 0, credit: 0 }, { discount: 0, credit: 0, due: 12_000 }],
    ['a discount', { used: null, discount: 1200, credit: 0 }, { discount: 1200, credit: 0, due: 10_800 }],
    ['a discount, then credit', { used: null, discount: 1200, credit: 3000 }, { discount: 1200, credit: 3000, due: 7800 }],
    ['more credit than is left', { used: null, discount: 1200, credit: 50_000 }, { discount: 1200, credit: 10_800, due: 0 }],
    ['more discount than the fee', { used: null, discount: 50_000, credit: 100 }, { discount: 12_000, credit: 0, due: 0 }],
    [
      'a package, which leaves nothing',
      { used, discount: 1200, credit: 3000 },
      { packageValue: 10_000, packageDiscount: 2000, discount: 0, credit: 0, due: 0 },
    ],
  ])('with %s', (_, wish, expected) => {
    expect(settlementOf(cents(12_000), wish)).toMatchObject(expected)
  })
  it('and what is taken off make the fee, whatever is wished', () => {
    const amount = fc.integer({ min: 0, max: 50_000 })
    fc.assert(
      fc.property(amount, amount, amount, fc.option(fc.tuple(amount, amount)), (total, discount, credit, share) => {
        const [value = 0, rest = 0] = share ?? []
        const part = Math.min(value, total)
        const pack = share && { value: cents(part), discount: cents(Math.min(rest, total - part)) }
        const settled = settlementOf(cents(total), { used: pack, discount, credit })
        expect(Object.values(settled).reduce((sum, each) => sum + each, 0)).toBe(total)
        expect(Math.min(...Object.values(settled))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
