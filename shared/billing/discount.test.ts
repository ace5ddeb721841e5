import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from '../lib/money.ts'
import { selfPayDiscount } from './discount.ts'

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
