import type { Invoice, LedgerEntry } from '../billing/schema.ts'
import type { InvoiceId, PaymentId } from '../lib/ids.ts'

/** What a receipt is given for: money received or given back; or an invoice that a package, money on the account or a discount settled. */
export type ReceiptOf = { readonly paymentId: PaymentId } | { readonly invoiceId: InvoiceId }

type Settled = Pick<Invoice, 'id' | 'status' | 'balance' | 'payments' | 'entries'>

/**
 * The entries that still settle an invoice: packages, payments and credit; of discounts only those that leave nothing to pay. In the order entered. Money that
 * was paid on this very invoice stays a payment, also where it lay on the account in between.
 */
export function settlingEntries({ status, balance, payments, entries }: Settled): LedgerEntry[] {
  if (status === 'void') return []
  const standing = new Set(payments.filter(({ voidedAt }) => voidedAt === null).map(({ id }) => id))
  const paidHere = new Set(entries.filter(({ kind }) => kind === 'payment').map(({ paymentId }) => paymentId))
  return entries.filter(({ kind, amount, paymentId, reverses, isReversed }) => {
    if (amount >= 0 || reverses !== null || isReversed) return false
    if (kind === 'discount') return balance === 0
    if (kind === 'package') return true
    return (kind === 'payment' || (kind === 'credit' && !paidHere.has(paymentId))) && paymentId !== null && standing.has(paymentId)
  })
}

/** The receipt to print for an invoice: that of its newest payment; that of the invoice where something else settled it since; null where nothing did. */
export function receiptOf(invoice: Settled): ReceiptOf | null {
  const entries = settlingEntries(invoice)
  const newest = entries.findLast(({ kind }) => kind !== 'discount') ?? entries.at(-1)
  if (!newest) return null
  return newest.kind === 'payment' && newest.paymentId !== null ? { paymentId: newest.paymentId } : { invoiceId: invoice.id }
}
