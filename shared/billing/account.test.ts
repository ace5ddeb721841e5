import { describe, expect, it } from 'vitest'
import { AccountEntry, accountLines, withBalances } from './account.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const entry = (n: number, given: { kind: string; amount: number; invoice?: number; balanceAfter: number }) => {
  const { kind, amount, invoice, balanceAfter } = given
  const who = { recordedAt: '2026-11-19T16:52:00.000Z', recordedBy: 'Ana Ruiz', on: '2026-11-19', reason: '', reverses: null, isReversed: false }
  const money = { paymentId: kind === 'charge' ? null : id(9), reference: '', method: null, payer: '' }
  return AccountEntry.parse({
    ...money,
    ...who,
    id: id(n),
    kind,
    amount,
    balanceAfter,
    words: `Entry ${n}`,
    invoiceId: invoice === undefined ? null : id(invoice),
    invoiceNumber: invoice === undefined ? '' : `INV-${invoice}`,
  })
}

describe('an account', () => {
  it('runs on from entry to entry', () => {
    const amounts = [9000, -4000, -6000, 1000].map(amount => ({ amount: entry(1, { kind: 'charge', amount, balanceAfter: 0 }).amount }))
    expect(withBalances(amounts).map(({ balanceAfter }) => balanceAfter)).toEqual([9000, 5000, -1000, 0])
  })
  it('shows the two entries of a move as one line on its invoice, either way round', () => {
    const lines = accountLines([
      entry(1, { kind: 'charge', amount: 9000, invoice: 7, balanceAfter: 9000 }),
      entry(2, { kind: 'credit', amount: 4000, balanceAfter: 13_000 }),
      entry(3, { kind: 'credit', amount: -4000, invoice: 7, balanceAfter: 9000 }),
      entry(4, { kind: 'credit', amount: 500, invoice: 7, balanceAfter: 9500 }),
      entry(5, { kind: 'credit', amount: -500, balanceAfter: 9000 }),
      entry(6, { kind: 'credit', amount: -100, invoice: 7, balanceAfter: 8900 }),
    ])
    expect(lines.map(({ words, moved, invoiceNumber, balanceAfter }) => [words, moved, invoiceNumber, balanceAfter])).toEqual([
      ['Entry 1', null, 'INV-7', 9000],
      ['Entry 3', 4000, 'INV-7', 9000],
      ['Entry 4', 500, 'INV-7', 9000],
      ['Entry 6', null, 'INV-7', 8900],
    ])
  })
})
