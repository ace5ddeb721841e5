import type { InvoiceId } from '../lib/ids.ts'
import { type Cents, cents } from '../lib/money.ts'
import type { LedgerEntry } from './schema.ts'

/** Where money of a payment stands now: on an invoice, or (null) on the account. */
export type Standing = { readonly invoiceId: InvoiceId | null; readonly amount: Cents }

/**
 * From where an amount comes when it is given back: off the account first, then off the invoices in the order given (newest first). Empty where there is not
 * that much.
 */
export function planRefund<S extends Standing>(standing: readonly S[], amount: Cents): { readonly from: S; readonly amount: Cents }[] {
  const inOrder = [...standing.filter(({ invoiceId }) => invoiceId === null), ...standing.filter(({ invoiceId }) => invoiceId !== null)]
  let left: number = amount
  const plan = inOrder.flatMap(from => {
    const part = Math.min(from.amount, left)
    left -= part
    return part > 0 ? [{ from, amount: cents(part) }] : []
  })
  return left === 0 ? plan : []
}

type Moved = Pick<LedgerEntry, 'invoiceId' | 'amount' | 'reverses' | 'isReversed'>

/**
 * How a voided payment is taken back where it stands now: per place its newest entries first, each by at most its own size, since part of one may have moved on.
 */
export function planTakingBack<E extends Moved>(entries: readonly E[]): { readonly entry: E; readonly amount: Cents }[] {
  const places = new Set(entries.map(({ invoiceId }) => invoiceId))
  return [...places].flatMap(place => {
    const here = entries.filter(({ invoiceId }) => invoiceId === place)
    let left = 0 - here.reduce((sum, { amount }) => sum + amount, 0)
    return here
      .filter(({ amount, reverses, isReversed }) => amount < 0 && reverses === null && !isReversed)
      .toReversed()
      .flatMap(entry => {
        const part = Math.min(0 - entry.amount, Math.max(0, left))
        left -= part
        return part > 0 ? [{ entry, amount: cents(part) }] : []
      })
  })
}
