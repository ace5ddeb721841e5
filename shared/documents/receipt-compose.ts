import type { Invoice } from '../billing/schema.ts'
import { formatDate, type LocalDate, localDate } from '../lib/dates.ts'
import type { PaymentId } from '../lib/ids.ts'
import { Amount, type Cents, cents, formatMoney, sumCents } from '../lib/money.ts'
import type { PaperItem, Receipt, SumRow } from './receipt.ts'
import { itemsOf, type MovedMoney, moneyRows, packageRows, reductionRows, row } from './receipt-rows.ts'
import { type PaymentOnPaper, paymentWords } from './receipt-words.ts'

/** What a receipt is made from: the payments of the day it stands for, where they went, and the invoices they went to with all their entries. */
export type ReceiptFacts = {
  readonly payments: readonly PaymentOnPaper[]
  readonly entries: readonly MovedMoney[]
  readonly invoices: readonly Invoice[]
  /** Earlier payments on the same invoices. */
  readonly others: ReadonlyMap<PaymentId, PaymentOnPaper>
  readonly patientId: Invoice['patientId']
}

/** What a receipt says of money. */
export type ReceiptMoney = Pick<Receipt, 'amount' | 'answer' | 'items' | 'sums'>

const MOST_LINES = 12
const minus = (amount: number) => cents(0 - amount)

/**
 * The money on the receipt of payments: as it stood at the end of the day they were received, so that a copy made later says the same. What was settled
 * later has receipts of its own.
 */
export function receivedMoney(facts: ReceiptFacts): ReceiptMoney {
  const { payments, invoices } = facts
  const ids = new Set(payments.map(({ id }) => id))
  const day = lastDay(facts)
  const standing = invoices.map(invoice => ({ invoice, entries: invoice.entries.filter(({ on }) => on <= day) }))
  const all = standing.flatMap(({ entries }) => entries)
  const owed = sumCents(all.map(({ amount }) => amount))
  const received = sumCents(payments.map(({ amount }) => amount))
  const onAccount = minus(sumCents(facts.entries.filter(({ invoiceId, on }) => invoiceId === null && on <= day).map(({ amount }) => amount)))
  const settled = minus(sumCents(all.filter(({ paymentId }) => paymentId !== null && ids.has(paymentId)).map(({ amount }) => amount)))
  const givenBack = cents(received - settled - onAccount)
  const charged = sumCents(all.filter(({ kind }) => kind === 'charge').map(({ amount }) => amount))
  const sums: SumRow[] = [
    ...(charged === 0 ? [] : [row('Total', charged, true)]),
    ...reductionRows(all),
    ...packageRows(all),
    ...moneyRows(
      all.filter(({ paymentId }) => paymentId === null || !ids.has(paymentId)),
      facts.others,
    ),
    ...payments.map(payment => row(paymentWords(payment), payment.amount, false)),
    ...(givenBack > 0 ? [row('Given back the same day', minus(givenBack), false)] : []),
    ...(onAccount > 0 ? [row('Left on your account', onAccount, charged === 0)] : []),
    ...(charged === 0 ? [] : [row('Balance', owed, true)]),
  ]
  return { amount: Amount.parse(received), answer: answerOf(owed, onAccount), items: receivedItems(facts, ids, { onAccount, day }), sums }
}

// A payment may be dated before its invoice, and entered after its day.
function lastDay({ payments, invoices, entries }: ReceiptFacts): LocalDate {
  const first = entries.filter(({ kind }) => kind === 'payment').map(({ on }) => on)
  const days = [...payments.map(({ paidOn }) => paidOn), ...invoices.map(({ issuedOn }) => issuedOn), ...first.slice(0, 1)]
  return days.toSorted().at(-1) ?? localDate('2199-12-31')
}

function answerOf(owed: Cents, onAccount: Cents): string {
  if (owed > 0) return `${formatMoney(owed)} still to pay`
  return onAccount > 0 ? `${formatMoney(onAccount)} on your account` : 'Paid in full'
}

// One invoice is listed line by line; several, or very many lines, invoice by invoice with what of this payment went to each.
function receivedItems(facts: ReceiptFacts, ids: ReadonlySet<PaymentId>, { onAccount, day }: { onAccount: Cents; day: LocalDate }): PaperItem[] {
  const [only, ...more] = facts.invoices
  if (!only) return [{ name: 'Payment on your account', detail: '', quantity: 1, price: onAccount, amount: onAccount }]
  const lines = itemsOf(only)
  if (more.length === 0 && lines.length <= MOST_LINES) return lines
  return facts.invoices.map(invoice => {
    const paid = sumCents(
      invoice.entries.filter(({ paymentId, on }) => paymentId !== null && ids.has(paymentId) && on <= day).map(({ amount }) => minus(amount)),
    )
    const whose = invoice.patientId === facts.patientId ? '' : `, ${invoice.patientName}`
    return {
      name: `${aboutInvoice(invoice)}${whose}, ${invoice.number}`,
      detail: `${formatMoney(paid)} of this payment`,
      quantity: 1,
      price: invoice.total,
      amount: invoice.total,
    }
  })
}

/** “Visit of Nov 3, 2026”: an invoice in a list of invoices. */
export function aboutInvoice({ kind, serviceOn }: Pick<Invoice, 'kind' | 'serviceOn'>): string {
  const what = { visit: 'Visit', missed: 'Missed visit', sale: 'Sale' }[kind]
  return `${what} of ${formatDate(serviceOn)}`
}

/** What a refund receipt is made from: the refund, the payment it gives back, and where the money came from. */
export type RefundFacts = {
  readonly refund: PaymentOnPaper
  readonly payment: PaymentOnPaper
  /** The entries of this refund only. */
  readonly entries: readonly MovedMoney[]
  readonly invoices: readonly Invoice[]
}

/** The money on the receipt of a refund: which payment it gives back, and from which invoices or the account it was taken. */
export function refundedMoney({ refund, payment, entries, invoices }: RefundFacts): ReceiptMoney {
  const detail = `Paid ${formatDate(payment.paidOn)}, ${inSentence(paymentWords(payment))}`
  const taken = entries.filter(({ kind }) => kind === 'refund')
  const items = [...new Set(taken.map(({ invoiceId }) => invoiceId))].flatMap((invoiceId): PaperItem[] => {
    const amount = sumCents(taken.filter(entry => entry.invoiceId === invoiceId).map(entry => entry.amount))
    const invoice = invoices.find(({ id }) => id === invoiceId)
    const name = invoice ? `${aboutInvoice(invoice)}, ${invoice.number}` : 'Money on your account'
    return amount > 0 ? [{ name, detail, quantity: 0, price: amount, amount }] : []
  })
  const whole: PaperItem = { name: 'Payment', detail, quantity: 0, price: refund.amount, amount: refund.amount }
  return {
    amount: Amount.parse(refund.amount),
    answer: `Refund of the payment of ${formatDate(payment.paidOn)}`,
    items: items.length > 0 ? items : [whole],
    sums: [row('Total', refund.amount, true), row(paymentWords(refund), refund.amount, false)],
  }
}

const inSentence = (words: string) => (/^[A-Z][a-z]/.test(words) ? `by ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words)
