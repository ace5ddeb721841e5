import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { cents, sumCents } from '../lib/money.ts'
import { allocatePayments } from './allocate-payments.ts'

const day = (text: string) => localDate(text)

describe('allocatePayments', () => {
  it('fills the lines in the order charged', () => {
    const lines = allocatePayments([cents(9600), cents(4200)], [{ amount: cents(10_000), paidOn: day('2026-10-06'), method: 'Card' }])
    expect(lines).toEqual([
      { paid: 9600, paidOn: '2026-10-06', method: 'Card' },
      { paid: 400, paidOn: '2026-10-06', method: 'Card' },
    ])
  })

  it('names every way a line was paid and the last day', () => {
    const lines = allocatePayments(
      [cents(9600)],
      [
        { amount: cents(600), paidOn: day('2026-10-20'), method: 'Check 1042' },
        { amount: cents(5000), paidOn: day('2026-10-06'), method: 'Card' },
      ],
    )
    expect(lines).toEqual([{ paid: 5600, paidOn: '2026-10-20', method: 'Card, Check 1042' }])
  })

  it('leaves a line unpaid when the money is used up, and a free line without a date', () => {
    const lines = allocatePayments([cents(0), cents(4200), cents(1500)], [{ amount: cents(4200), paidOn: day('2026-10-06'), method: 'Cash' }])
    expect(lines.map(line => [line.paid, line.paidOn, line.method])).toEqual([
      [0, null, ''],
      [4200, '2026-10-06', 'Cash'],
      [0, null, ''],
    ])
  })

  it('refuses more than was charged', () => {
    expect(() => allocatePayments([cents(100)], [{ amount: cents(101), paidOn: day('2026-10-06'), method: 'Cash' }])).toThrow(RangeError)
  })

  it('always holds exactly what was paid, and no line more than its charge', () => {
    const charges = fc.array(fc.integer({ min: 0, max: 50_000 }), { maxLength: 8 })
    const shares = fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 6 })
    fc.assert(
      fc.property(charges, shares, (charged, wanted) => {
        let left = charged.reduce((sum, charge) => sum + charge, 0)
        const payments = wanted.flatMap((amount, index) => {
          const taken = Math.min(amount, left)
          left -= taken
          return taken > 0 ? [{ amount: cents(taken), paidOn: day(`2026-10-${String(28 - index).padStart(2, '0')}`), method: `Way ${index % 2}` }] : []
        })
        const lines = allocatePayments(charged.map(cents), payments)
        expect(sumCents(lines.map(line => line.paid))).toBe(sumCents(payments.map(payment => payment.amount)))
        lines.forEach((line, index) => {
          expect(line.paid).toBeLessThanOrEqual(charged[index] ?? 0)
          expect(line.paidOn === null).toBe(line.paid === 0)
        })
      }),
    )
  })
})
