import type { Invoice } from '../billing/schema.ts'
import type { LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import { Amount, cents, formatMoney, sumCents } from '../lib/money.ts'
import type { ReceiptMoney } from './receipt-compose.ts'
import { settlingEntries } from './receipt-of.ts'
import { itemsOf, moneyRows, packageRows, reductionRows, row } from './receipt-rows.ts'

/**
 * The money on the receipt of an invoice that something else than a payment settled: the full charge, what was taken off, what packages, money on the account
 * and earlier payments paid, and the balance. As it stood at the end of the day of the last of these, so that a copy made later says the same; a payment after
 * that has a receipt of its own. Throws `rule_broken` where the invoice is void, or nothing but payments settles it.
 */
export function settledMoney(invoice: Invoice): ReceiptMoney & { readonly on: LocalDate } {
  const { number, status, payments } = invoice
  if (status === 'void') throw new DomainError('rule_broken', `${number} is void. There is nothing to give a receipt for.`)
  const settling = settlingEntries(invoice).filter(({ kind }) => kind !== 'payment')
  const ahead = settling.filter(({ kind }) => kind !== 'discount')
  const day = (ahead.length > 0 ? ahead : settling)
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  if (day === undefined) throw new DomainError('rule_broken', `Neither a package nor credit pays ${number}. Print the receipt of its payment, or the invoice.`)
  const standing = new Map(payments.filter(({ voidedAt }) => voidedAt === null).map(payment => [payment.id, payment]))
  const entries = invoice.entries.filter(({ on, paymentId }) => on <= day && (paymentId === null || standing.has(paymentId)))
  const owed = sumCents(entries.map(({ amount }) => amount))
  const paidHere = new Set(entries.filter(({ kind }) => kind === 'payment').map(({ paymentId }) => paymentId))
  const paidAhead = entries.filter(({ kind, paymentId }) => kind === 'package' || (paymentId !== null && !paidHere.has(paymentId)))
  const amount = cents(0 - sumCents(paidAhead.map(entry => entry.amount)))
  return {
    on: day,
    amount: Amount.parse(amount),
    answer: owed > 0 ? `${formatMoney(owed)} still to pay` : amount > 0 ? 'Paid in full' : 'Nothing to pay',
    items: itemsOf(invoice),
    sums: [row('Total', invoice.total, true), ...reductionRows(entries), ...packageRows(entries), ...moneyRows(entries, standing), row('Balance', owed, true)],
  }
}
