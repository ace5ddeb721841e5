import type { Invoice, LedgerEntry } from '../billing/schema.ts'
import { formatDate } from '../lib/dates.ts'
import { type Cents, cents, sumCents } from '../lib/money.ts'
import type { PaperItem, SumRow } from './receipt.ts'

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
  ['package', 'Paid from a package'],
] as const satisfies readonly (readonly [LedgerEntry['kind'], string])[]

/** What was taken off beyond payments, kind by kind; what was taken back again is left out. */
export function reductionRows(entries: readonly Pick<LedgerEntry, 'kind' | 'amount'>[]): SumRow[] {
  return REDUCTIONS.flatMap(([kind, label]) => {
    const amount = cents(entries.filter(entry => entry.kind === kind).reduce((sum, entry) => sum + entry.amount, 0))
    return amount === 0 ? [] : [row(label, amount, false)]
  })
}
