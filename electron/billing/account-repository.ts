import { type AccountPayment, PaymentWhere } from '../../shared/billing/account.ts'
import type { EntryInvoice } from '../../shared/billing/ledger-words.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { InvoiceId, PatientId, PaymentId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { standingOfPayment } from './ledger-repository.ts'

type Row = Omit<PaymentWhere, 'settles' | 'onAccount'>

const PAYMENTS = `
     SELECT p.id, w.first_name || ' ' || w.last_name AS patientName, p.amount_cents AS amount, p.method, p.reference, p.paid_on AS paidOn,
            p.recorded_at AS recordedAt, p.recorded_by AS recordedBy, p.voided_at AS voidedAt, p.void_reason AS voidReason,
            (SELECT coalesce(sum(r.amount_cents), 0) FROM payments r WHERE r.refund_of = p.id AND r.voided_at IS NULL) AS givenBack
       FROM payments p
       JOIN patients w ON w.id = p.patient_id`

function withWhere(db: Database, row: Row): PaymentWhere {
  const standing = standingOfPayment(db, row.id)
  const settles = standing.flatMap(({ invoiceId, number, amount }) => (invoiceId === null ? [] : [{ invoiceId, number, amount }]))
  return PaymentWhere.parse({ ...row, onAccount: standing.find(({ invoiceId }) => invoiceId === null)?.amount ?? 0, settles })
}

/** The newest 200 payments of a patient, each with what was given back of it and where the rest is now. */
export function listAccountPayments(db: Database, patientId: PatientId): AccountPayment[] {
  return statement<{ patientId: string }, Row>(
    db,
    `${PAYMENTS} WHERE p.patient_id = :patientId AND p.kind = 'received' ORDER BY p.paid_on DESC, p.row DESC LIMIT 200`,
  )
    .all({ patientId })
    .map(row => {
      const { patientName: _patientName, ...payment } = withWhere(db, row)
      return payment
    })
}

/** One payment received, and where its money is now. Throws `not_found`. */
export function findPayment(db: Database, id: PaymentId): PaymentWhere {
  const row = statement<{ id: string }, Row>(db, `${PAYMENTS} WHERE p.id = :id AND p.kind = 'received'`).get({ id })
  if (!row) throw new DomainError('not_found', 'That payment is no longer in the records.')
  return withWhere(db, row)
}

/** What the entries of a patient’s account stand on, by invoice. */
export function listEntryInvoices(db: Database, patientId: PatientId): Map<InvoiceId, EntryInvoice> {
  const rows = statement<{ patientId: string }, EntryInvoice & { readonly id: InvoiceId }>(
    db,
    'SELECT id, kind, service_on AS serviceOn FROM invoices WHERE patient_id = :patientId',
  ).all({ patientId })
  return new Map(rows.map(({ id, ...invoice }) => [id, invoice]))
}
