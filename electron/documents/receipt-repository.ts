import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { DocumentId, InvoiceId, PatientId, PaymentId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getDocument } from './repository.ts'

/** Keeps which payments a receipt stands for. */
export function insertDocumentPayments(db: Database, documentId: DocumentId, paymentIds: readonly PaymentId[]): void {
  for (const paymentId of paymentIds)
    statement(db, 'INSERT OR IGNORE INTO document_payments (document_id, payment_id) VALUES (:documentId, :paymentId)').run({ documentId, paymentId })
}

/** The newest receipt that stands for any of these payments; null before one was printed. */
export function findReceipt(db: Database, paymentIds: readonly PaymentId[]): IssuedDocument | null {
  const row = statement<{ ids: string }, { id: DocumentId }>(
    db,
    `SELECT d.id
       FROM document_payments r
       JOIN documents d ON d.id = r.document_id
      WHERE r.payment_id IN (SELECT value FROM json_each(:ids))
      ORDER BY d.issued_at DESC, d.version DESC
      LIMIT 1`,
  ).get({ ids: JSON.stringify(paymentIds) })
  return row ? getDocument(db, row.id) : null
}

/** The newest receipt of an invoice that stands for no payment, but for what else settled it; null before one was printed. */
export function findSettledReceipt(db: Database, invoiceId: InvoiceId): IssuedDocument | null {
  const row = statement<{ invoiceId: string }, { id: DocumentId }>(
    db,
    `SELECT d.id
       FROM document_invoices i
       JOIN documents d ON d.id = i.document_id
      WHERE i.invoice_id = :invoiceId AND d.kind = 'receipt'
        AND NOT EXISTS (SELECT 1 FROM document_payments p WHERE p.document_id = d.id)
      ORDER BY d.issued_at DESC, d.version DESC
      LIMIT 1`,
  ).get({ invoiceId })
  return row ? getDocument(db, row.id) : null
}

/**
 * The payments that one receipt stands for: the one asked for, and others of the same patient and day on an invoice it went to (part by card, part in cash).
 * In the order recorded, voided ones left out.
 */
export function paymentsOfOneReceipt(db: Database, { id, patientId, paidOn }: { id: PaymentId; patientId: PatientId; paidOn: LocalDate }): PaymentId[] {
  return statement<{ id: string; patientId: string; paidOn: string }, { id: PaymentId }>(
    db,
    `SELECT p.id
       FROM payments p
      WHERE p.patient_id = :patientId AND p.paid_on = :paidOn AND p.kind = 'received' AND p.voided_at IS NULL
        AND (p.id = :id
             OR EXISTS (SELECT 1
                          FROM ledger mine
                          JOIN ledger other ON other.invoice_id = mine.invoice_id AND other.payment_id = p.id AND other.kind = 'payment'
                         WHERE mine.payment_id = :id AND mine.kind = 'payment'))
      ORDER BY p.row`,
  )
    .all({ id, patientId, paidOn })
    .map(row => row.id)
}
