import { refusedPaymentDay } from '../../shared/billing/ledger-days.ts'
import type { Invoice, PaymentFields } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PaymentId } from '../../shared/lib/ids.ts'
import { cents, formatMoney } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { enter } from './ledger-repository.ts'
import { insertPayment } from './payments-repository.ts'
import { getInvoice } from './repository.ts'

/** Takes a payment. Throws `rule_broken` above the balance or on a void invoice, and `invalid_input` for a day that cannot be. */
export function takePayment(services: Services, { invoiceId, payment, paidOn }: Parsed<'billing.takePayment'>): Invoice {
  const invoice = getInvoice(services.db, invoiceId)
  const day = refusedPaymentDay(paidOn, [invoice.serviceOn], services.clock.today())
  if (day !== null) throw new DomainError('invalid_input', day, { paidOn: day })
  return receive(services, invoice, { ...payment, paidOn })
}

/** Writes a payment on an invoice that can take it, and returns the invoice after it. */
export function receive(services: Services, invoice: Invoice, payment: PaymentFields & { paidOn: LocalDate }): Invoice {
  if (invoice.status === 'void') throw new DomainError('rule_broken', `${invoice.number} is void and takes no payments.`)
  if (invoice.balance === 0) throw new DomainError('rule_broken', `${invoice.number} is paid. Nothing is owed on it.`)
  if (payment.amount > invoice.balance) {
    const sentence = `The balance of ${invoice.number} is ${formatMoney(invoice.balance)}. Take that or less.`
    throw new DomainError('rule_broken', sentence, { 'payment.amount': sentence })
  }
  const id = PaymentId.parse(services.newId())
  const { id: invoiceId, patientId } = invoice
  insertPayment(services, { id, patientId, ...payment })
  enter(services, { patientId, invoiceId, paymentId: id, kind: 'payment', amount: cents(0 - payment.amount), on: payment.paidOn })
  return getInvoice(services.db, invoiceId)
}
