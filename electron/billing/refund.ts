import { refusedRefundDay } from '../../shared/billing/ledger-days.ts'
import { planRefund } from '../../shared/billing/refund.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PaymentId } from '../../shared/lib/ids.ts'
import { cents, formatMoney, sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { refuseBeyondUnused } from '../packages/credit-repository.ts'
import { takeCreditNoteNumber } from './credit-note.ts'
import { enter, standingOfPayment } from './ledger-repository.ts'
import { getPayment, insertPayment } from './payments-repository.ts'
import { getInvoice } from './repository.ts'

/**
 * Gives money of a payment back: off the account first, then off its invoices, newest first, which are owed again unless a credit note lets that part go.
 * Throws `rule_broken` for more than was not given back yet, a void payment or a refund, and `invalid_input` for a day that cannot be.
 */
export function refund(services: Services, input: Parsed<'billing.refund'>): Output<'billing.refund'> {
  const { db, clock } = services
  const { paymentId, refundedOn, reason } = input
  const payment = getPayment(db, paymentId)
  if (payment.kind === 'refunded') throw new DomainError('rule_broken', 'This is a refund itself. Choose the payment it was given back of.')
  if (payment.voidedAt !== null) throw new DomainError('rule_broken', 'This payment is void, so there is nothing to give back.')
  const day = refusedRefundDay(refundedOn, payment.paidOn, clock.today())
  if (day !== null) throw new DomainError('invalid_input', day, { refundedOn: day })
  const standing = standingOfPayment(db, paymentId)
  const plan = planRefund(standing, input.refund.amount)
  if (plan.length === 0) refuseAmount(sumCents(standing.map(({ amount }) => amount)))
  const refundId = PaymentId.parse(services.newId())
  insertPayment(services, { id: refundId, patientId: payment.patientId, ...input.refund, paidOn: refundedOn, refundOf: paymentId, reason })
  for (const { from, amount } of plan) {
    const { patientId, invoiceId } = from
    enter(services, { patientId, invoiceId, paymentId, refundId, kind: 'refund', amount, on: refundedOn, reason })
    if (invoiceId === null || !input.creditNote) continue
    refuseBeyondUnused(db, getInvoice(db, invoiceId), amount)
    enter(services, { patientId, invoiceId, kind: 'credit-note', amount: cents(0 - amount), number: takeCreditNoteNumber(services), reason })
  }
  return { refundId }
}

function refuseAmount(left: ReturnType<typeof sumCents>): never {
  const sentence = left === 0 ? 'All of this payment was given back already.' : `Of this payment ${formatMoney(left)} can be given back. Enter that or less.`
  throw new DomainError('rule_broken', sentence, { 'refund.amount': sentence })
}
