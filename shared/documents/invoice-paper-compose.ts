import type { Invoice, LedgerEntry } from '../billing/schema.ts'
import { formatDate } from '../lib/dates.ts'
import { Amount, cents, formatMoney } from '../lib/money.ts'
import type { CreditNotePaper, InvoicePaper } from './invoice-paper.ts'
import type { SumRow } from './receipt.ts'
import { itemsOf, packageRows, reductionRows, row } from './receipt-rows.ts'
import { paymentWords } from './receipt-words.ts'

const ABOUT: Readonly<Record<Invoice['kind'], string>> = { visit: 'Visit', missed: 'Missed visit', sale: 'Sale' }

type InvoiceMoney = Omit<InvoicePaper, 'letterhead' | 'number' | 'version' | 'replaces' | 'issuedOn' | 'taxId' | 'billTo' | 'patientName'>

/** The money of an invoice on paper: full charges, each discount by its reason, other reductions by kind, each payment with its day, the balance. */
export function invoiceMoney(invoice: Invoice): InvoiceMoney {
  const { kind, issuedOn, serviceOn, total, balance, status, voidReason } = invoice
  const payments = invoice.payments.filter(({ voidedAt, amount }) => voidedAt === null && amount > 0)
  const isVoid = status === 'void'
  const sums: SumRow[] = [
    row('Total', total, true),
    ...discountRows(invoice.entries),
    ...reductionRows(invoice.entries.filter(entry => entry.kind !== 'discount')),
    ...packageRows(invoice.entries),
    ...payments.map(payment => row(`${paymentWords(payment)}, ${formatDate(payment.paidOn)}`, payment.amount, false)),
    row('Balance', balance, true),
  ]
  return {
    invoicedOn: issuedOn,
    serviceOn,
    about: ABOUT[kind],
    items: itemsOf(invoice),
    sums: isVoid ? [row('Total', total, true), row('Balance', balance, true)] : sums,
    balance,
    answer: isVoid ? 'Void. Nothing is owed.' : balance > 0 ? `Please pay ${formatMoney(balance)}` : total === 0 ? 'Nothing to pay' : 'Settled',
    voidWords: isVoid ? `This invoice is void: ${voidReason}` : '',
  }
}

/** One row for each discount that stands, by its reason. Reasons of write-offs and adjustments are the clinic’s own and stay off the paper. */
function discountRows(entries: readonly LedgerEntry[]): SumRow[] {
  return entries
    .filter(({ kind, reverses, isReversed }) => kind === 'discount' && reverses === null && !isReversed)
    .map(({ amount, reason }) => row(/discount/i.test(reason) ? reason : ['Discount', reason].filter(text => text !== '').join(', '), amount, false))
}

type CreditMoney = Pick<CreditNotePaper, 'creditedOn' | 'invoiceNumber' | 'invoicedOn' | 'amount' | 'reason' | 'sums' | 'takenBackWords'>

/** A credit note on paper: what the invoice charged, what was let go by this and other credit notes, and what is left of the charge. */
export function creditNoteMoney(invoice: Invoice, note: LedgerEntry): CreditMoney {
  const amount = cents(0 - note.amount)
  const other = invoice.entries.filter(({ kind, id, reverses }) => kind === 'credit-note' && id !== note.id && reverses !== note.id)
  const before = cents(other.reduce((sum, entry) => sum + entry.amount, 0))
  const stands = note.isReversed ? 0 : note.amount
  const takenBack = invoice.entries.find(({ reverses }) => reverses === note.id)
  return {
    creditedOn: note.on,
    invoiceNumber: invoice.number,
    invoicedOn: invoice.issuedOn,
    amount: Amount.parse(amount),
    reason: note.reason,
    sums: [
      row(`Charged, ${invoice.number}`, invoice.total, false),
      ...(before === 0 ? [] : [row('Other credit notes', before, false)]),
      row('This credit note', cents(stands), true),
      row('Left of the charge', cents(invoice.total + before + stands), true),
    ],
    takenBackWords: takenBack ? `Taken back on ${formatDate(takenBack.on)}: ${takenBack.reason}` : '',
  }
}
