import type { billingRequests } from '../../shared/billing/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { getAccount } from './account.ts'
import { findPayment } from './account-repository.ts'
import { applyCredit } from './apply-credit.ts'
import { chargeMissed } from './charge-missed.ts'
import { checkOut } from './check-out.ts'
import { creditNote } from './credit-note.ts'
import { listInvoices } from './list-invoices.ts'
import { previewCheckOut } from './preview-check-out.ts'
import { receivePayment } from './receive-payment.ts'
import { reduce } from './reduce.ts'
import { refund } from './refund.ts'
import { getInvoice } from './repository.ts'
import { reverseEntry } from './reverse-entry.ts'
import { answerSameDay } from './same-day.ts'
import { sell } from './sell.ts'
import { upgradePackage } from './sell-upgrade.ts'
import { takePayment } from './take-payment.ts'
import { voidInvoice } from './void-invoice.ts'
import { voidPayment } from './void-payment.ts'

/** Answers about money. */
export const billingHandlers: Handlers<keyof typeof billingRequests> = {
  'billing.previewCheckOut': (services, { appointmentId }) => previewCheckOut(services, appointmentId),
  'billing.checkOut': (services, visit) => checkOut(services, visit),
  'billing.getInvoice': ({ db }, { invoiceId }) => getInvoice(db, invoiceId),
  'billing.listInvoices': (services, list) => listInvoices(services, list),
  'billing.takePayment': (services, payment) => takePayment(services, payment),
  'billing.voidPayment': (services, payment) => voidPayment(services, payment),
  'billing.voidInvoice': (services, invoice) => voidInvoice(services, invoice),
  'billing.chargeMissed': (services, visit) => chargeMissed(services, visit),
  'billing.answerSameDay': (services, answer) => answerSameDay(services, answer),
  'billing.sell': sell,
  'billing.upgradePackage': upgradePackage,
  'billing.getAccount': (services, { patientId }) => getAccount(services, patientId),
  'billing.getPayment': ({ db }, { paymentId }) => findPayment(db, paymentId),
  'billing.receivePayment': (services, payment) => receivePayment(services, payment),
  'billing.applyCredit': (services, credit) => applyCredit(services, credit),
  'billing.refund': (services, money) => refund(services, money),
  'billing.reduce': (services, part) => reduce(services, part),
  'billing.creditNote': (services, note) => creditNote(services, note),
  'billing.reverseEntry': (services, entry) => reverseEntry(services, entry),
}
