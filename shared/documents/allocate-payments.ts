import type { LocalDate } from '../lib/dates.ts'
import { type Cents, cents, sumCents } from '../lib/money.ts'

/** Money received for an invoice: whole cents, the day, and the way in words (`Check 1042`). */
export type Received = { readonly amount: Cents; readonly paidOn: LocalDate; readonly method: string }
/** What of it belongs to one charged line: the last payment’s day, and every way it was paid. */
export type LinePaid = { readonly paid: Cents; readonly paidOn: LocalDate | null; readonly method: string }

/**
 * Spreads an invoice’s payments over its lines, in the order charged and by date received, to the cent: the lines together hold exactly what was paid.
 * Throws `RangeError` when more was paid than charged, which the records never allow.
 */
export function allocatePayments(charges: readonly Cents[], payments: readonly Received[]): readonly LinePaid[] {
  const queue = payments.map(payment => ({ ...payment, left: payment.amount })).toSorted((a, b) => a.paidOn.localeCompare(b.paidOn))
  const lines = charges.map(charge => payLine(charge, queue))
  if (queue.some(payment => payment.left > 0)) throw new RangeError(`Paid ${sumCents(payments.map(payment => payment.amount))} of ${sumCents(charges)} cents.`)
  return lines
}

function payLine(charge: Cents, queue: readonly { left: Cents; readonly paidOn: LocalDate; readonly method: string }[]): LinePaid {
  let open: number = charge
  let paidOn: LocalDate | null = null
  const methods: string[] = []
  for (const payment of queue) {
    const share = Math.min(open, payment.left)
    if (share === 0) continue
    open -= share
    payment.left = cents(payment.left - share)
    paidOn = payment.paidOn
    if (!methods.includes(payment.method)) methods.push(payment.method)
  }
  return { paid: cents(charge - open), paidOn, method: methods.join(', ') }
}
