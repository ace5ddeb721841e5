import { receivedInWords } from '../../shared/billing/ledger-words.ts'
import type { Invoice, Payment, PaymentMethod } from '../../shared/billing/schema.ts'
import { joinWords } from '../../shared/body-chart/regions.ts'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { METHODS } from '../ui/ledger-methods.ts'
import type { Choice } from '../ui/select-field.tsx'

/** The answers at check-out: a way of paying, or later. */
export type PaidBy = PaymentMethod | 'later'

/** The answers at check-out, in the order they are drawn. */
export const PAID_BY: readonly Choice<PaidBy>[] = [
  ...METHODS.filter(({ value }) => value !== 'other' && value !== 'insurance'),
  { value: 'later', label: 'Later' },
]

/** `$120.00 by card, Visa 4417, Nov 19, 2026` */
export const paymentInWords = (payment: Payment): string => receivedInWords(payment)

/** Payments that still count. */
export const standingPayments = (invoice: Invoice): Payment[] => invoice.payments.filter(payment => payment.voidedAt === null)

/** What the desk has entered about the payment. */
export type PaymentEntered = { amount: Cents | null; paidBy: PaidBy; reference: string }

/** The words of the one button: what is taken, and what is printed with it. */
export function takeWords(due: Cents, { amount, paidBy }: PaymentEntered, withSuperbill: boolean): string {
  const takes = due > 0 && paidBy !== 'later' && (amount ?? 0) > 0
  if (!takes) return withSuperbill ? 'Check out, print superbill' : 'Check out'
  return `Take ${formatMoney(amount ?? due)}${withSuperbill ? ', print superbill' : ''}`
}

/** `$120.00 less $12.00 (Self-pay discount 10 %)`: how the amount due comes about; empty where nothing is taken off. */
export function lessInWords(total: Cents, taken: readonly { readonly amount: Cents; readonly words: string }[]): string {
  const parts = taken.filter(({ amount }) => amount > 0).map(({ amount, words }) => `${formatMoney(amount)} ${words}`)
  return parts.length === 0 ? '' : `${formatMoney(total)} less ${joinWords(parts)}`
}
