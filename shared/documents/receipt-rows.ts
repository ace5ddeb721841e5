import type { Invoice, LedgerEntry } from '../billing/schema.ts'
import { formatDate } from '../lib/dates.ts'
import type { PaymentId } from '../lib/ids.ts'
import { type Cents, cents, sumCents } from '../lib/money.ts'
import type { PaperItem, SumRow } from './receipt.ts'
import { type PaymentOnPaper, paymentWords } from './receipt-words.ts'

/** A sum below the items. */
export const row = (label: string, amount: Cents, isStrong: boolean): SumRow => ({ label, amount, isStrong })

/** What an invoice charges, line by line at full fees: services with their units, the fee of a missed visit, things sold and their sales tax. */
export function itemsOf(invoice: Pick<Invoice, 'kind' | 'lines' | 'items' | 'serviceOn' | 'total'>): PaperItem[] {
  const on = formatDate(invoice.serviceOn)
  if (invoice.kind === 'missed') return [{ name: 'Fee for a missed visit', detail: on, quantity: 1, price: invoice.total, amount: invoice.total }]
  const services = invoice.lines.map(({ name, units, unitFee, charge }) => ({ name, detail: on, quantity: units, price: unitFee, amount: charge }))
  const sold = invoice.items.map(({ name, quantity, unitPrice, amount }) => ({ name, detail: '', quantity, price: unitPrice, amount }))
  const tax = sumCents(invoice.items.map(item => item.tax))
  return [...services, ...sold, ...(tax === 0 ? [] : [{ name: 'Sales tax', detail: '', quantity: 0, price: tax, amount: tax }])]
}

const REDUCTIONS = [
  ['discount', 'Discount'],
  ['write-off', 'Written off'],
  ['adjustment', 'Adjustment'],
  ['credit-note', 'Credit note'],
] as const satisfies readonly (readonly [LedgerEntry['kind'], string])[]

/** What was let go, kind by kind; what was taken back again is left out. */
export function reductionRows(entries: readonly Pick<LedgerEntry, 'kind' | 'amount'>[]): SumRow[] {
  return REDUCTIONS.flatMap(([kind, label]) => {
    const amount = cents(entries.filter(entry => entry.kind === kind).reduce((sum, entry) => sum + entry.amount, 0))
    return amount === 0 ? [] : [row(label, amount, false)]
  })
}

/** The part of an entry that says where money went. */
export type MovedMoney = Pick<LedgerEntry, 'id' | 'kind' | 'amount' | 'invoiceId' | 'paymentId' | 'on' | 'reason' | 'reverses' | 'payer'>

/** What packages paid, each by its name: “Package (Five visits)”; what was given back to one is left out. */
export function packageRows(entries: readonly MovedMoney[]): SumRow[] {
  const ofPackages = entries.filter(({ kind }) => kind === 'package')
  const nameOf = ({ reason, reverses }: MovedMoney) => (reverses === null ? reason : ofPackages.find(({ id }) => id === reverses)?.reason) ?? ''
  return summed(ofPackages.map(entry => [`Package (${nameOf(entry)})`, 0 - entry.amount]))
}

/** Payments that settle the entries’ invoices, each by its way and day; what lay on an account before, by whose account that was. */
export function moneyRows(entries: readonly MovedMoney[], payments: ReadonlyMap<PaymentId, PaymentOnPaper>): SumRow[] {
  return summed(
    entries.flatMap(({ paymentId, amount }) => {
      const payment = paymentId === null ? undefined : payments.get(paymentId)
      if (!payment) return []
      const own = entries.filter(entry => entry.paymentId === paymentId)
      return [[own.some(({ kind }) => kind === 'payment') ? `${paymentWords(payment)}, ${formatDate(payment.paidOn)}` : fromAccount(own), 0 - amount]]
    }),
  )
}

function fromAccount(entries: readonly MovedMoney[]): string {
  const payer = entries.find(entry => entry.payer !== '')?.payer
  return payer === undefined ? 'From your account' : `From the account of ${payer}`
}

function summed(parts: readonly (readonly [label: string, amount: number])[]): SumRow[] {
  const byLabel = new Map<string, number>()
  for (const [label, amount] of parts) byLabel.set(label, (byLabel.get(label) ?? 0) + amount)
  return [...byLabel].flatMap(([label, amount]) => (amount > 0 ? [row(label, cents(amount), false)] : []))
}
