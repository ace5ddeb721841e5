import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from '../lib/money.ts'
import { type BenefitFields, benefitOf } from './benefit.ts'

const limit = (amount: number, usedElsewhere = 0): BenefitFields => ({
  kind: 'pip',
  limit: cents(amount),
  usedElsewhere: cents(usedElsewhere),
  usedElsewhereOn: null,
})

describe('a benefit limit', () => {
  it('says what is billed, what is left and for how many visits', () => {
    const benefit = benefitOf(limit(500_000), { billed: cents(214_000), visits: 15, toCome: 4 })
    expect(benefit).toMatchObject({ left: 286_000, visitsLeft: 20, state: 'ok', warning: '' })
    expect(benefit.words).toBe('Billed $2,140.00 of $5,000.00 · $2,860.00 left, about 20 visits')
  })

  it('warns at 80 %, and before visits to come would use it up', () => {
    expect(benefitOf(limit(500_000), { billed: cents(399_999), visits: 40, toCome: 0 }).state).toBe('ok')
    expect(benefitOf(limit(500_000), { billed: cents(400_000), visits: 40, toCome: 0 })).toMatchObject({
      state: 'low',
      warning: expect.stringContaining('nearly used'),
    })
    expect(benefitOf(limit(500_000), { billed: cents(100_000), visits: 5, toCome: 21 })).toMatchObject({
      state: 'low',
      visitsLeft: 20,
      warning: '21 visits to come, and the PIP limit reaches for about 20. Talk to the patient before it runs out.',
    })
  })

  it('counts what others used, and is used up at nothing left', () => {
    const benefit = benefitOf(limit(500_000, 300_000), { billed: cents(214_000), visits: 15, toCome: 0 })
    expect(benefit).toMatchObject({ left: 0, state: 'over', used: 514_000 })
    expect(benefit.words).toBe('Billed $2,140.00 and $3,000.00 elsewhere of $5,000.00 · $140.00 over')
  })

  it('never leaves less than nothing, and visits left always fit into what is left', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000), fc.integer({ min: 1, max: 200 }), (most, elsewhere, billed, visits) => {
        const { left, visitsLeft } = benefitOf(limit(most + 1, elsewhere), { billed: cents(billed), visits, toCome: 0 })
        expect(left).toBeGreaterThanOrEqual(0)
        if (visitsLeft !== null) expect(visitsLeft * Math.ceil(billed / visits)).toBeLessThanOrEqual(left)
      }),
    )
  })
})
