import { describe, expect, it } from 'vitest'
import { InvoiceId } from '../lib/ids.ts'
import { cents } from '../lib/money.ts'
import { planRefund, planTakingBack } from './refund.ts'

const [ONE, TWO] = [InvoiceId.parse('00000000-0000-4000-8000-000000000001'), InvoiceId.parse('00000000-0000-4000-8000-000000000002')]
const at = (invoiceId: InvoiceId | null, amount: number) => ({ invoiceId, amount: cents(amount) })

describe('giving money back', () => {
  const standing = [at(TWO, 4000), at(ONE, 3000), at(null, 500)]
  it.each([
    [500, [[null, 500]]],
    [
      501,
      [
        [null, 500],
        [TWO, 1],
      ],
    ],
    [
      7500,
      [
        [null, 500],
        [TWO, 4000],
        [ONE, 3000],
      ],
    ],
    [7501, []],
  ])('takes %i cents off the account first, then off the invoices in their order', (amount, parts) => {
    expect(planRefund(standing, cents(amount)).map(part => [part.from.invoiceId, part.amount])).toEqual(parts)
  })
})

describe('taking a voided payment back', () => {
  const entry = (invoiceId: InvoiceId | null, amount: number, given: { isReversed?: boolean } = {}) => ({
    ...at(invoiceId, amount),
    reverses: null,
    isReversed: given.isReversed ?? false,
  })
  it('takes back what still stands where it stands, the newest entry first, each by at most its size', () => {
    const entries = [entry(ONE, -9000), entry(ONE, 4000), entry(null, -4000), entry(null, 1500), entry(ONE, -1500)]
    expect(planTakingBack(entries).map(part => [part.entry.invoiceId, part.entry.amount, part.amount])).toEqual([
      [ONE, -1500, 1500],
      [ONE, -9000, 5000],
      [null, -4000, 2500],
    ])
  })
  it('leaves alone where it stands no more', () => {
    expect(planTakingBack([entry(ONE, -9000), entry(ONE, 9000), entry(null, -9000)]).map(part => [part.entry.invoiceId, part.amount])).toEqual([[null, 9000]])
  })
})
