import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvoiceId } from '../lib/ids.ts'
import { cents } from '../lib/money.ts'
import { leftToSplit, splitProblem, suggestSplits } from './splits.ts'

const invoice = (n: number, balance: number) => ({
  id: InvoiceId.parse(`00000000-0000-4000-8000-00000000000${n}`),
  number: `INV-2026-000${n}`,
  balance: cents(balance),
})
const OPEN = [invoice(1, 9000), invoice(2, 4500), invoice(3, 100)]

describe('a payment for several invoices', () => {
  it.each([
    [100, [100]],
    [9000, [9000]],
    [9001, [9000, 1]],
    [13_600, [9000, 4500, 100]],
    [20_000, [9000, 4500, 100]],
    [0, []],
  ])('of %i cents is suggested for the oldest first', (amount, parts) => {
    expect(suggestSplits(OPEN, cents(amount)).map(split => split.amount)).toEqual(parts)
  })
  it('is always suggested so that nothing stands against it, and nothing is lost', () => {
    const balances = fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 9 })
    fc.assert(
      fc.property(balances, fc.integer({ min: 0, max: 200_000 }), (owed, amount) => {
        const open = owed.map((balance, index) => invoice(index + 1, balance))
        const splits = suggestSplits(open, cents(amount))
        expect(splitProblem(cents(amount), splits, open)).toBeNull()
        expect(leftToSplit(cents(amount), splits)).toBe(Math.max(0, amount - owed.reduce((sum, balance) => sum + balance, 0)))
      }),
    )
  })
  it('says which part is at fault', () => {
    const [one, two] = OPEN
    if (!one || !two) throw new Error('no invoices')
    const split = (id: InvoiceId, amount: number) => ({ invoiceId: id, amount: cents(amount) })
    expect(splitProblem(cents(20_000), [split(one.id, 100), split(two.id, 4501)], OPEN)).toEqual({
      at: 1,
      words: 'The balance of INV-2026-0002 is $45.00. Take that or less.',
    })
    expect(splitProblem(cents(99), [split(one.id, 100)], OPEN)).toEqual({ at: null, words: '$0.01 more is spread than was received.' })
    expect(splitProblem(cents(300), [split(one.id, 100), split(one.id, 100)], OPEN)).toEqual({ at: 1, words: 'INV-2026-0001 is named twice.' })
    expect(splitProblem(cents(300), [split(invoice(9, 1).id, 100)], OPEN)?.words).toBe('This invoice is not open on the patient’s account or household.')
  })
})
