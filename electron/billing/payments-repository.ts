import { Payment } from '../../shared/billing/schema.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { InvoiceId, PatientId, PaymentId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import type { Entering } from './ledger-repository.ts'

/** Money that changed hands: received from a patient, or given back of an earlier payment. */
export type PaymentRow = Pick<Payment, 'id' | 'method' | 'reference' | 'paidOn' | 'recordedAt' | 'voidedAt' | 'voidReason'> & {
  readonly patientId: PatientId
  readonly kind: 'received' | 'refunded'
  readonly refundOf: PaymentId | null
  readonly amount: Cents
}

/** A payment or refund to be written down. `refundOf` names the payment that is given back. */
export type NewPayment = Pick<PaymentRow, 'id' | 'patientId' | 'amount' | 'method' | 'reference' | 'paidOn'> & {
  readonly refundOf?: PaymentId
  readonly reason?: string
}

/** Writes down that money changed hands. Where it goes is for the ledger. */
export function insertPayment({ db, clock, person }: Entering, { refundOf, reason = '', ...payment }: NewPayment): void {
  statement(
    db,
    `INSERT INTO payments (id, patient_id, kind, refund_of, amount_cents, method, reference, paid_on, recorded_at, recorded_by, reason, void_reason)
          VALUES (:id, :patientId, :kind, :refundOf, :amount, :method, :reference, :paidOn, :recordedAt, :recordedBy, :reason, '')`,
  ).run({
    ...payment,
    reason,
    refundOf: refundOf ?? null,
    kind: refundOf === undefined ? 'received' : 'refunded',
    recordedAt: clock.now(),
    recordedBy: person.name,
  })
}

/** One payment or refund. Throws `not_found`. */
export function getPayment(db: Database, id: PaymentId): PaymentRow {
  const row = statement<{ id: string }, PaymentRow>(
    db,
    `SELECT id, patient_id AS patientId, kind, refund_of AS refundOf, amount_cents AS amount, method, reference, paid_on AS paidOn,
            recorded_at AS recordedAt, voided_at AS voidedAt, void_reason AS voidReason
       FROM payments
      WHERE id = :id`,
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That payment is no longer in the records.')
  return row
}

/** Marks a payment void; its entries are taken back by others. */
export function updatePaymentVoid(db: Database, payment: { id: PaymentId; voidedAt: Instant; reason: string }) {
  statement<typeof payment>(db, 'UPDATE payments SET voided_at = :voidedAt, void_reason = :reason WHERE id = :id').run(payment)
}

/** The payments that went to an invoice, each with what of it did: after refunds, and as it was for a voided one. By day, then as recorded. */
export function listPaymentsOf(db: Database, invoiceId: InvoiceId): Payment[] {
  return statement<{ invoiceId: string }, Payment>(
    db,
    `SELECT p.id, s.amount, p.amount_cents AS received, p.method, p.reference, p.paid_on AS paidOn, p.recorded_at AS recordedAt, p.voided_at AS voidedAt,
            p.void_reason AS voidReason
       FROM (SELECT e.payment_id, 0 - sum(e.amount_cents) FILTER (WHERE v.voided_at IS NULL OR e.reverses IS NULL) AS amount
               FROM ledger e
               JOIN payments v ON v.id = e.payment_id
              WHERE e.invoice_id = :invoiceId
              GROUP BY e.payment_id) s
       JOIN payments p ON p.id = s.payment_id
      WHERE s.amount > 0
      ORDER BY p.paid_on, p.row`,
  )
    .all({ invoiceId })
    .map(row => Payment.parse(row))
}

/** Whether money of a payment was given back and that stands. */
export function isRefunded(db: Database, id: PaymentId): boolean {
  return statement<{ id: string }, unknown>(db, 'SELECT 1 FROM payments WHERE refund_of = :id AND voided_at IS NULL LIMIT 1').get({ id }) !== undefined
}

/** Money received on a day less what was given back, voided payments left out. */
export function receivedOn(db: Database, day: LocalDate): number {
  return (
    statement<{ day: string }, { total: number }>(
      db,
      `SELECT coalesce(sum(CASE kind WHEN 'received' THEN amount_cents ELSE 0 - amount_cents END), 0) AS total
         FROM payments
        WHERE paid_on = :day AND voided_at IS NULL`,
    ).get({ day })?.total ?? 0
  )
}
