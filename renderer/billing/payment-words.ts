import type { CheckOutPreview, Invoice, Payment, PaymentMethod } from '../../shared/billing/schema.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import type { Choice } from '../ui/select-field.tsx'

/** How the desk names each way of paying. */
export const METHOD_WORDS: Readonly<Record<PaymentMethod, string>> = {
  card: 'Card',
  cash: 'Cash',
  check: 'Check',
  hsa: 'HSA or FSA',
  insurance: 'Insurance',
  other: 'Other',
}

/** Ways of paying on an invoice already issued. */
export const METHODS: readonly Choice<PaymentMethod>[] = [
  { value: 'card', label: METHOD_WORDS.card },
  { value: 'cash', label: METHOD_WORDS.cash },
  { value: 'check', label: METHOD_WORDS.check },
  { value: 'hsa', label: 'HSA' },
  { value: 'insurance', label: METHOD_WORDS.insurance },
  { value: 'other', label: METHOD_WORDS.other },
]

/** The answers at check-out: a way of paying, or later. */
export type PaidBy = PaymentMethod | 'later'

/** The answers at check-out, in the order they are drawn. */
export const PAID_BY: readonly Choice<PaidBy>[] = [
  ...METHODS.filter(({ value }) => value !== 'other' && value !== 'insurance'),
  { value: 'later', label: 'Later' },
]

/** `$120.00 by card, Visa 4417, Nov 19, 2026` */
export function paymentInWords({ amount, method, reference, paidOn }: Payment): string {
  return [`${formatMoney(amount)} by ${method === 'hsa' ? 'HSA card' : METHOD_WORDS[method].toLowerCase()}`, reference, formatDate(paidOn)]
    .filter(part => part !== '')
    .join(', ')
}

/** Payments that still count. */
export const standingPayments = (invoice: Invoice): Payment[] => invoice.payments.filter(payment => payment.voidedAt === null)

/** What the desk has entered about the payment. */
export type PaymentEntered = { amount: Cents | null; paidBy: PaidBy; reference: string }

/** The words of the one button: what is taken, and what is printed with it. */
export function takeWords({ total }: Pick<CheckOutPreview, 'total'>, { amount, paidBy }: PaymentEntered, withSuperbill: boolean): string {
  const takes = total > 0 && paidBy !== 'later' && (amount ?? 0) > 0
  if (!takes) return withSuperbill ? 'Check out, print superbill' : 'Check out'
  return `Take ${formatMoney(amount ?? total)}${withSuperbill ? ', print superbill' : ''}`
}
