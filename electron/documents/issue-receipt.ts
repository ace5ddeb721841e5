import { letterheadOf } from '../../shared/documents/paper-words.ts'
import { Receipt } from '../../shared/documents/receipt.ts'
import { receivedMoney, refundedMoney } from '../../shared/documents/receipt-compose.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { InvoiceId, PaymentId } from '../../shared/lib/ids.ts'
import { maskedTaxId } from '../../shared/practice/identifiers.ts'
import type { Services } from '../app/services.ts'
import { entriesOfPayment, type PostedEntry } from '../billing/ledger-repository.ts'
import { getPayment, type PaymentRow } from '../billing/payments-repository.ts'
import { getInvoice } from '../billing/repository.ts'
import type { Database } from '../db/open.ts'
import { getClinic } from '../practice/repository.ts'
import { issueAgain, type PaperIssue } from './issue-again.ts'
import { paperNumber } from './paper-number.ts'
import { nextVisitWords, packagesOnPaper, whoPays } from './receipt-people.ts'
import { findReceipt, insertDocumentPayments, paymentsOfOneReceipt } from './receipt-repository.ts'

/**
 * Freezes the receipt of a payment or a refund. Gives the one already made while the money on it is the same; package and next visit are as of its day.
 * Throws `rule_broken` for a voided payment.
 */
export function issueReceipt(services: Services, { paymentId }: { paymentId: PaymentId }): IssuedDocument {
  const { db, clock } = services
  const payment = getPayment(db, paymentId)
  if (payment.voidedAt !== null) throw new DomainError('rule_broken', 'This payment is void. There is nothing to give a receipt for.')
  const isRefund = payment.kind === 'refunded'
  const paymentIds = isRefund ? [payment.id] : paymentsOfOneReceipt(db, payment)
  const { money, invoiceIds } = isRefund
    ? moneyOfRefund(db, payment)
    : moneyOfPayments(
        db,
        paymentIds.map(id => getPayment(db, id)),
      )
  const today = clock.today()
  const issued = issueAgain<Receipt>(services, {
    kind: 'receipt',
    patientId: payment.patientId,
    total: money.amount,
    invoiceIds,
    before: findReceipt(db, paymentIds),
    number: () => paperNumber(db, 'RC', today),
    compose: issue => ({ ...headOf(services, payment, issue), ...money, kind: payment.kind }),
    read: frozen => Receipt.parse(frozen),
    whatCounts: (paper, earlierOn) => whatCounts(paper, earlierOn === today),
  })
  insertDocumentPayments(db, issued.id, paymentIds)
  return issued
}

/** On the day itself a package used or a visit booked since makes a new receipt; later only money does. */
function whatCounts({ items, sums, amount, answer, from, packages, nextVisit }: Receipt, isSameDay: boolean): object {
  return { items, sums, amount, answer, name: from.name, ...(isSameDay && { packages, nextVisit }) }
}

function headOf(services: Services, { patientId, paidOn }: PaymentRow, issue: PaperIssue): Omit<Receipt, 'kind' | 'amount' | 'answer' | 'items' | 'sums'> {
  const { db } = services
  const clinic = getClinic(db)
  return {
    ...issue,
    letterhead: letterheadOf(clinic, clinic.logo),
    on: paidOn,
    taxId: maskedTaxId(clinic.taxId),
    from: whoPays(db, patientId),
    packages: packagesOnPaper(db, patientId, issue.issuedOn),
    nextVisit: nextVisitWords(services, patientId),
  }
}

type Found = { readonly money: ReturnType<typeof receivedMoney>; readonly invoiceIds: readonly InvoiceId[] }

function moneyOfPayments(db: Database, payments: readonly PaymentRow[]): Found {
  const entries = payments.flatMap(({ id }) => entriesOfPayment(db, id))
  const invoiceIds = invoicesOf(entries.filter(({ kind }) => kind === 'payment'))
  const invoices = invoiceIds.map(id => getInvoice(db, id))
  const others = new Map(invoices.flatMap(invoice => invoice.payments).map(payment => [payment.id, payment]))
  const [first] = payments
  if (!first) throw new DomainError('not_found', 'That payment is no longer in the records.')
  return { money: receivedMoney({ payments, entries, invoices, others, patientId: first.patientId }), invoiceIds }
}

function moneyOfRefund(db: Database, refund: PaymentRow): Found {
  if (refund.refundOf === null) throw new DomainError('not_found', 'That payment is no longer in the records.')
  const payment = getPayment(db, refund.refundOf)
  const entries = entriesOfPayment(db, payment.id).filter(({ refundId }) => refundId === refund.id)
  const invoiceIds = invoicesOf(entries)
  return { money: refundedMoney({ refund, payment, entries, invoices: invoiceIds.map(id => getInvoice(db, id)) }), invoiceIds }
}

function invoicesOf(entries: readonly Pick<PostedEntry, 'invoiceId' | 'on'>[]): InvoiceId[] {
  return [...new Set(entries.flatMap(({ invoiceId }) => invoiceId ?? []))]
}
