import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Amount, Cents, cents, formatAmount, formatMoney, parseMoney, sumCents, timesUnits } from './money.ts'

describe('amounts a person types', () => {
  it.each([
    ['42', 4200],
    ['$42.00', 4200],
    ['$ 1,250.5', 125050],
    ['1250.50', 125050],
    ['0.07', 7],
    ['5.', 500],
    [' 12 ', 1200],
    ['1,000,000', 100_000_000],
  ])('%s', (typed, amount) => {
    expect(parseMoney(typed)).toBe(amount)
  })

  it.each(['', ' ', '.', 'free', '-5', '1.234', '1,25', '12,34.00', '1e3', '4 2', '٤٢', '$', '999,999,999,999,999,999'])('“%s” is none', typed => {
    expect(parseMoney(typed)).toBeUndefined()
  })

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), amount => {
        expect(parseMoney(formatMoney(cents(amount)))).toBe(amount)
        expect(parseMoney(formatAmount(cents(amount)))).toBe(amount)
      }),
    )
  })

  it('never break the reader', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[$\d,. ]{0,40}$/)), typed => {
        const amount = parseMoney(typed)
        expect(amount === undefined || Number.isSafeInteger(amount)).toBe(true)
      }),
    )
  })
})

it.each([
  [0, '$0.00'],
  [5, '$0.05'],
  [4200, '$42.00'],
  [123_456_789, '$1,234,567.89'],
  [-4200, '−$42.00'],
])('%i cents are written %s', (amount, written) => {
  expect(formatMoney(cents(amount))).toBe(written)
  expect(formatAmount(cents(amount))).toBe(written.replace('$', ''))
})

it('adds and multiplies to the cent', () => {
  const amounts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents), { maxLength: 30 })
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 32 }), (list, units) => {
      expect(sumCents(list.toReversed())).toBe(sumCents(list))
      const [fee = cents(0)] = list
      expect(timesUnits(fee, units)).toBe(sumCents(Array.from({ length: units }, () => fee)))
    }),
  )
  expect(sumCents([])).toBe(0)
})

it('refuses what is no whole number of cents', () => {
  for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) expect(() => cents(value)).toThrow(RangeError)
  expect(Amount.safeParse(-1).success).toBe(false)
  expect(Cents.safeParse(-1).success).toBe(true)
  expect([Amount.safeParse(100_000_000).success, Amount.safeParse(100_000_001).success]).toEqual([true, false])
})
