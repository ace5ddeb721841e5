import { AccountPayment } from '../../shared/billing/account.ts'
import type { EntryInvoice } from '../../shared/billing/ledger-words.ts'
import type { InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { standingOfPayment } from './ledger-repository.ts'

type Row = Omit<AccountPayment, 'settles' | 'onAccount'>

/** The newest 200 payments of a patient, each with what was given back of it and where the rest is now. */
export function listAccountPayments(db: Database, patientId: PatientId): AccountPayment[] {
  return statement<{ patientId: string }, Row>(
    db,
    `SELECT p.id, p.amount_cents AS amount, p.method, p.reference, p.paid_on AS paidOn, p.recorded_at AS recordedAt, p.recorded_by AS recordedBy,
            p.voided_at AS voidedAt, p.void_reason AS voidReason,
            (SELECT coalesce(sum(r.amount_cents), 0) FROM payments r WHERE r.refund_of = p.id AND r.voided_at IS NULL) AS givenBack
       FROM payments p
      WHERE p.patient_id = :patientId AND p.kind = 'received'
      ORDER BY p.paid_on DESC, p.row DESC
      LIMIT 200`,
  )
    .all({ patientId })
    .map(row => {
      const standing = standingOfPayment(db, row.id)
      const settles = standing.flatMap(({ invoiceId, number, amount }) => (invoiceId === null ? [] : [{ invoiceId, number, amount }]))
      return AccountPayment.parse({ ...row, onAccount: standing.find(({ invoiceId }) => invoiceId === null)?.amount ?? 0, settles })
    })
}

/** What the entries of a patient’s account stand on, by invoice. */
export function listEntryInvoices(db: Database, patientId: PatientId): Map<InvoiceId, EntryInvoice> {
  const rows = statement<{ patientId: string }, EntryInvoice & { readonly id: InvoiceId }>(
    db,
    'SELECT id, kind, service_on AS serviceOn FROM invoices WHERE patient_id = :patientId',
  ).all({ patientId })
  return new Map(rows.map(({ id, ...invoice }) => [id, invoice]))
}
