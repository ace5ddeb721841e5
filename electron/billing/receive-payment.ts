import { refusedPaymentDay } from '../../shared/billing/ledger-days.ts'
import { leftToSplit, type Split, splitProblem } from '../../shared/billing/splits.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PaymentId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { getPatient } from '../patients/repository.ts'
import { assertSettles } from './account-household.ts'
import { enter } from './ledger-repository.ts'
import { insertPayment } from './payments-repository.ts'
import { getInvoice } from './repository.ts'

/**
 * Takes a payment and spreads it over invoices of the patient or the household; what is left lies on the account as credit. Throws `rule_broken` above a
 * balance, on a void invoice and outside the household, and `invalid_input` for a day that cannot be.
 */
export function receivePayment(services: Services, input: Parsed<'billing.receivePayment'>): Output<'billing.receivePayment'> {
  const { db, clock } = services
  const { patientId, payment, paidOn, splits } = input
  getPatient(db, patientId)
  const invoices = splits.map(({ invoiceId }) => getInvoice(db, invoiceId))
  for (const invoice of invoices) {
    if (invoice.status === 'void') throw new DomainError('rule_broken', `${invoice.number} is void and takes no payments.`)
    assertSettles(db, patientId, invoice)
  }
  refuseSplits(payment.amount, splits, invoices)
  const day = refusedPaymentDay(
    paidOn,
    invoices.map(({ serviceOn }) => serviceOn),
    clock.today(),
  )
  if (day !== null) throw new DomainError('invalid_input', day, { paidOn: day })
  const paymentId = PaymentId.parse(services.newId())
  insertPayment(services, { id: paymentId, patientId, ...payment, paidOn })
  const paid = { paymentId, kind: 'payment', on: paidOn } as const
  for (const [index, { invoiceId, amount }] of splits.entries())
    enter(services, { ...paid, patientId: invoices[index]?.patientId ?? patientId, invoiceId, amount: cents(0 - amount) })
  enter(services, { ...paid, patientId, invoiceId: null, amount: cents(0 - leftToSplit(payment.amount, splits)) })
  return { paymentId }
}

function refuseSplits(amount: Cents, splits: readonly Split[], open: Parameters<typeof splitProblem>[2]) {
  const problem = splitProblem(amount, splits, open)
  if (problem) throw new DomainError('rule_broken', problem.words, { [problem.at === null ? 'payment.amount' : `splits.${problem.at}.amount`]: problem.words })
}
