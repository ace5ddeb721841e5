import type { InvoiceId } from '../lib/ids.ts'
import { type Cents, cents, formatMoney, sumCents } from '../lib/money.ts'

/** What of a payment goes to one invoice. */
export type Split = { readonly invoiceId: InvoiceId; readonly amount: Cents }
/** An invoice that can take part of a payment. */
export type Splittable = { readonly id: InvoiceId; readonly number: string; readonly balance: Cents }

/** Spreads a payment over open invoices in the order given, each filled before the next; what is left over goes to the account. */
export function suggestSplits(open: readonly Splittable[], amount: Cents): Split[] {
  let left: number = amount
  return open.flatMap(({ id, balance }) => {
    const part = Math.max(0, Math.min(balance, left))
    left -= part
    return part > 0 ? [{ invoiceId: id, amount: cents(part) }] : []
  })
}

/** What of a payment goes to no invoice; below 0 where more was spread than was received. */
export function leftToSplit(amount: Cents, splits: readonly Split[]): Cents {
  return cents(amount - sumCents(splits.map(split => split.amount)))
}

/** Why a payment cannot be spread so, with the place of the split at fault (null for all of them); null where it can. */
export function splitProblem(
  amount: Cents,
  splits: readonly Split[],
  open: readonly Splittable[],
): { readonly at: number | null; readonly words: string } | null {
  const seen = new Set<InvoiceId>()
  for (const [at, split] of splits.entries()) {
    const invoice = open.find(({ id }) => id === split.invoiceId)
    if (!invoice) return { at, words: 'This invoice is not open on the patient’s account or household.' }
    if (seen.has(split.invoiceId)) return { at, words: `${invoice.number} is named twice.` }
    if (split.amount > invoice.balance) return { at, words: `The balance of ${invoice.number} is ${formatMoney(invoice.balance)}. Take that or less.` }
    seen.add(split.invoiceId)
  }
  const over = leftToSplit(amount, splits)
  return over < 0 ? { at: null, words: `${formatMoney(cents(0 - over))} more is spread than was received.` } : null
}
