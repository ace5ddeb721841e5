import { letterheadOf } from '../../shared/documents/paper-words.ts'
import { Receipt } from '../../shared/documents/receipt.ts'
import { receivedMoney, refundedMoney } from '../../shared/documents/receipt-compose.ts'
import { settledMoney } from '../../shared/documents/receipt-settled.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { InvoiceId, PatientId, PaymentId } from '../../shared/lib/ids.ts'
import { maskedTaxId } from '../../shared/practice/identifiers.ts'
import type { Services } from '../app/services.ts'
import { entriesOfPayment, type PostedEntry } from '../billing/ledger-repository.ts'
import { getPayment, type PaymentRow } from '../billing/payments-repository.ts'
import { getInvoice } from '../billing/repository.ts'
import type { Database } from '../db/open.ts'
import { packagesAfter, packagesLeft } from '../packages/usable-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { issueAgain, type PaperIssue, type Reissued } from './issue-again.ts'
import { paperNumber } from './paper-number.ts'
import { nextVisitWords, packagesOnPaper, whoPays } from './receipt-people.ts'
import { findReceipt, findSettledReceipt, insertDocumentPayments, paymentsOfOneReceipt } from './receipt-repository.ts'

/**
 * Freezes the receipt of a payment or a refund. Gives the one already made while the money on it is the same; package and next visit are as of its day.
 * Throws `rule_broken` for a voided payment.
 */
export function issueReceipt(services: Services, { paymentId }: { paymentId: PaymentId }): IssuedDocument {
  const { db } = services
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
  const { patientId, kind, paidOn: on } = payment
  const issued = freeze(services, {
    patientId,
    invoiceIds,
    before: findReceipt(db, paymentIds),
    said: issuedOn => ({ ...money, kind, on, packages: packagesOnPaper(packagesLeft(db, patientId, { on: issuedOn, invoiceIds })) }),
  })
  insertDocumentPayments(db, issued.id, paymentIds)
  return issued
}

/**
 * Freezes the receipt of an invoice that something else than a payment settled, with what a package had left right after it. Gives the one already made while
 * it would say the same. Throws `rule_broken` for a void invoice, and where there is nothing to give a receipt for.
 */
export function issueSettledReceipt(services: Services, { invoiceId }: { invoiceId: InvoiceId }): IssuedDocument {
  const { db } = services
  const invoice = getInvoice(db, invoiceId)
  const { patientId } = invoice
  const invoiceIds = [invoiceId]
  const used = packagesAfter(db, invoice)
  const money = settledMoney(invoice)
  return freeze(services, {
    patientId,
    invoiceIds,
    before: findSettledReceipt(db, invoiceId),
    said: on => ({ ...money, kind: 'settled', packages: packagesOnPaper(used.length > 0 ? used : packagesLeft(db, patientId, { on, invoiceIds })) }),
  })
}

type Said = Pick<Receipt, 'kind' | 'on' | 'amount' | 'answer' | 'items' | 'sums' | 'packages'>
type Freezing = Pick<Reissued<Receipt>, 'patientId' | 'before'> & { readonly invoiceIds: readonly InvoiceId[]; readonly said: (issuedOn: LocalDate) => Said }

function freeze(services: Services, { patientId, invoiceIds, before, said }: Freezing): IssuedDocument {
  const { db, clock } = services
  const today = clock.today()
  return issueAgain<Receipt>(services, {
    kind: 'receipt',
    patientId,
    total: said(today).amount,
    invoiceIds,
    before,
    number: () => paperNumber(db, 'RC', today),
    compose: issue => ({ ...headOf(services, patientId, issue), ...said(issue.issuedOn) }),
    read: frozen => Receipt.parse(frozen),
    whatCounts: (paper, earlierOn) => whatCounts(paper, earlierOn === today),
  })
}

/** On the day itself a package used or a visit booked since makes a new receipt; later only money does. */
function whatCounts({ items, sums, amount, answer, from, packages, nextVisit }: Receipt, isSameDay: boolean): object {
  return { items, sums, amount, answer, name: from.name, ...(isSameDay && { packages, nextVisit }) }
}

function headOf(services: Services, patientId: PatientId, issue: PaperIssue): Omit<Receipt, keyof Said> {
  const { db } = services
  const clinic = getClinic(db)
  return {
    ...issue,
    letterhead: letterheadOf(clinic, clinic.logo),
    taxId: maskedTaxId(clinic.taxId),
    from: whoPays(db, patientId),
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
