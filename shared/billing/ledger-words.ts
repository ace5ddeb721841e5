import { formatDate, type LocalDate } from '../lib/dates.ts'
import { formatMoney } from '../lib/money.ts'
import type { Invoice, LedgerEntry, Payment, PaymentMethod } from './schema.ts'

/** How money changed hands, as the end of a sentence: “by card”. */
export const BY_METHOD: Readonly<Record<PaymentMethod, string>> = {
  card: 'by card',
  cash: 'in cash',
  check: 'by check',
  hsa: 'by HSA card',
  insurance: 'by insurance',
  other: 'in another way',
}

/** The invoice an entry stands on, as far as its words need it. */
export type EntryInvoice = Pick<Invoice, 'kind'> & { readonly serviceOn: LocalDate }
type Worded = Pick<LedgerEntry, 'kind' | 'amount' | 'invoiceId' | 'method' | 'payer' | 'reference' | 'reverses'>

const joined = (...parts: readonly string[]) => parts.filter(part => part !== '').join(', ')

function chargeInWords(invoice: EntryInvoice | null): string {
  if (!invoice) return 'Charge'
  const day = formatDate(invoice.serviceOn)
  return { visit: `Charge for the visit of ${day}`, missed: `Fee for the missed visit of ${day}`, sale: `Sale of ${day}` }[invoice.kind]
}

function moneyInWords({ method, reference, payer }: Worded): string {
  return joined(method ? BY_METHOD[method] : '', reference, payer === '' ? '' : `by ${payer}`)
}

function takenBack(entry: Worded): string {
  const what = { charge: 'Charge', payment: 'Payment', credit: 'Credit', refund: 'Refund', package: 'Use of a package', ...LET_GO }[entry.kind]
  const detail = entry.kind === 'payment' ? moneyInWords(entry) : ''
  return joined(`${what} taken back`, detail)
}

const LET_GO = { discount: 'Discount', 'write-off': 'Write-off', adjustment: 'Adjustment', 'credit-note': 'Credit note' } as const

type Received = Pick<Payment, 'method' | 'reference' | 'paidOn'> & { readonly amount: Payment['amount'] }

/** A payment in one line: “$120.00 by card, Visa 4417, Nov 19, 2026”. */
export function receivedInWords({ amount, method, reference, paidOn }: Received): string {
  return joined(`${formatMoney(amount)} ${BY_METHOD[method]}`, reference, formatDate(paidOn))
}

/** What an entry of the ledger did, in plain words: “Charge for the visit of Nov 12, 2026”, “Paid by card, Visa 4417”. `invoice` is the one it stands on. */
export function entryInWords(entry: Worded, invoice: EntryInvoice | null): string {
  const { kind, invoiceId, reference, amount } = entry
  if (entry.reverses !== null) return takenBack(entry)
  if (kind === 'charge') return chargeInWords(invoice)
  if (kind === 'payment') return joined(`Paid ${moneyInWords(entry)}`, invoiceId === null ? 'kept on the account' : '')
  if (kind === 'refund') return joined(`Refunded ${moneyInWords(entry)}`, invoiceId === null ? 'from the account' : '')
  if (kind === 'package') return joined('Taken from a package', reference)
  if (kind !== 'credit') return `${LET_GO[kind]}${kind === 'credit-note' && reference !== '' ? ` ${reference}` : ''}`
  if (invoiceId === null) return amount > 0 ? 'Credit used' : 'Kept on the account as credit'
  return amount > 0 ? 'Moved to credit on the account' : 'Paid from credit'
}
