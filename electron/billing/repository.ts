import type { ChargedEarlier } from '../../shared/billing/check-out.ts'
import { InvoiceFacts, MissedFacts } from '../../shared/billing/invoice-facts.ts'
import { Invoice, InvoiceLine, Payment } from '../../shared/billing/schema.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, InvoiceId, PatientId, PaymentId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type InvoiceRow = Omit<Invoice, 'lines' | 'payments' | 'balance' | 'status'> & { readonly voidedAt: Instant | null }

const INVOICES = `
     SELECT i.id, i.kind, i.number, i.appointment_id AS appointmentId, i.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName,
            i.episode_id AS episodeId, i.service_on AS serviceOn, i.issued_on AS issuedOn, i.explanation, i.total_cents AS total, i.paid_cents AS paid,
            i.voided_at AS voidedAt, i.void_reason AS voidReason
       FROM invoices i
       JOIN patients p ON p.id = i.patient_id`

/** Where an invoice stands, and what is still owed on it. A void one is owed nothing. */
export function standingOf({ total, paid, voidedAt }: Pick<InvoiceRow, 'total' | 'paid' | 'voidedAt'>): Pick<Invoice, 'status' | 'balance'> {
  if (voidedAt !== null) return { status: 'void', balance: cents(0) }
  return { status: paid >= total ? 'paid' : 'open', balance: cents(total - paid) }
}

function toInvoice(db: Database, { voidedAt, ...row }: InvoiceRow): Invoice {
  return Invoice.parse({ ...row, ...standingOf({ ...row, voidedAt }), lines: listLines(db, row.id), payments: listPayments(db, row.id) })
}

type LineRow = Omit<InvoiceLine, 'modifiers' | 'pointers'> & { readonly modifiers: string; readonly pointers: string }

function listLines(db: Database, invoiceId: InvoiceId): InvoiceLine[] {
  return statement<{ invoiceId: string }, LineRow>(
    db,
    `SELECT service_id AS serviceId, code, name, modifiers, pointers, place_of_service AS placeOfService, minutes, units, unit_fee_cents AS unitFee,
            charge_cents AS charge, region_words AS regionWords
       FROM invoice_lines
      WHERE invoice_id = :invoiceId
      ORDER BY position`,
  )
    .all({ invoiceId })
    .map(row => InvoiceLine.parse({ ...row, modifiers: JSON.parse(row.modifiers), pointers: JSON.parse(row.pointers) }))
}

function listPayments(db: Database, invoiceId: InvoiceId): Payment[] {
  return statement<{ invoiceId: string }, Payment>(
    db,
    `SELECT id, amount_cents AS amount, method, reference, paid_on AS paidOn, recorded_at AS recordedAt, voided_at AS voidedAt, void_reason AS voidReason
       FROM payments
      WHERE invoice_id = :invoiceId
      ORDER BY paid_on, recorded_at, rowid`,
  )
    .all({ invoiceId })
    .map(row => Payment.parse(row))
}

/** One invoice with its lines as charged and its payments, in whole cents. Throws `not_found`. */
export function getInvoice(db: Database, id: InvoiceId): Invoice {
  const row = statement<{ id: string }, InvoiceRow>(db, `${INVOICES} WHERE i.id = :id`).get({ id })
  if (!row) throw new DomainError('not_found', 'That invoice is no longer in the records.')
  return toInvoice(db, row)
}

/** The invoice that stands for a visit; null when it was not checked out, or its invoices are void. The fee of a missed visit is none. */
export const findInvoiceOf = (db: Database, appointmentId: AppointmentId): Invoice | null => findStanding(db, appointmentId, 'visit')

/** The invoice for the fee of a missed visit; null where none was charged, or it is void. */
export const findMissedInvoiceOf = (db: Database, appointmentId: AppointmentId): Invoice | null => findStanding(db, appointmentId, 'missed')

function findStanding(db: Database, appointmentId: AppointmentId, kind: Invoice['kind']): Invoice | null {
  const row = statement<{ appointmentId: string; kind: string }, InvoiceRow>(
    db,
    `${INVOICES} WHERE i.appointment_id = :appointmentId AND i.kind = :kind AND i.voided_at IS NULL`,
  ).get({ appointmentId, kind })
  return row ? toInvoice(db, row) : null
}

/** What other visits of the patient were charged for the same date of service, before this visit’s own invoice where it has one. */
export function listChargedEarlier(db: Database, visit: { patientId: PatientId; serviceOn: LocalDate; appointmentId: AppointmentId }): ChargedEarlier[] {
  return statement<typeof visit, Omit<ChargedEarlier, 'isTimed'> & { isTimed: number }>(
    db,
    `SELECT i.number, l.code, l.minutes, l.units, s.is_timed AS isTimed, s.minutes_per_unit AS minutesPerUnit
       FROM invoices i
       JOIN invoice_lines l ON l.invoice_id = i.id
       JOIN services s ON s.id = l.service_id
      WHERE i.patient_id = :patientId AND i.service_on = :serviceOn AND i.appointment_id <> :appointmentId AND i.voided_at IS NULL
        AND i.row < COALESCE((SELECT o.row FROM invoices o WHERE o.appointment_id = :appointmentId AND o.voided_at IS NULL), i.row + 1)
      ORDER BY i.row, l.position`,
  )
    .all(visit)
    .map(row => ({ ...row, isTimed: row.isTimed === 1 }))
}

/** An invoice at its birth, nothing paid. */
export type NewInvoice = Pick<
  Invoice,
  'id' | 'kind' | 'number' | 'appointmentId' | 'patientId' | 'episodeId' | 'serviceOn' | 'issuedOn' | 'explanation' | 'total' | 'lines'
> & {
  readonly facts: InvoiceFacts | MissedFacts
}

/** Issues an invoice with its lines; the database keeps them from then on. */
export function insertInvoice(db: Database, { lines, facts, ...invoice }: NewInvoice) {
  statement<Omit<NewInvoice, 'lines' | 'facts'> & { facts: string }>(
    db,
    `INSERT INTO invoices (id, kind, number, appointment_id, patient_id, episode_id, service_on, issued_on, explanation, facts, total_cents, paid_cents, void_reason)
          VALUES (:id, :kind, :number, :appointmentId, :patientId, :episodeId, :serviceOn, :issuedOn, :explanation, :facts, :total, 0, '')`,
  ).run({ ...invoice, facts: JSON.stringify((invoice.kind === 'visit' ? InvoiceFacts : MissedFacts).parse(facts)) })
  const insertLine = statement<LineRow & { invoiceId: string; position: number }>(
    db,
    `INSERT INTO invoice_lines (invoice_id, position, service_id, code, name, modifiers, pointers, place_of_service, minutes, units, unit_fee_cents, charge_cents, region_words)
          VALUES (:invoiceId, :position, :serviceId, :code, :name, :modifiers, :pointers, :placeOfService, :minutes, :units, :unitFee, :charge, :regionWords)`,
  )
  for (const [index, line] of lines.entries()) {
    insertLine.run({ ...line, invoiceId: invoice.id, position: index + 1, modifiers: JSON.stringify(line.modifiers), pointers: JSON.stringify(line.pointers) })
  }
}

/** Money received for an invoice, to be written down. */
export type NewPayment = Pick<Payment, 'id' | 'amount' | 'method' | 'reference' | 'paidOn' | 'recordedAt'> & { readonly invoiceId: InvoiceId }

/** Writes a payment down and adds it to what the invoice has received. */
export function insertPayment(db: Database, payment: NewPayment) {
  statement<NewPayment>(
    db,
    `INSERT INTO payments (id, invoice_id, amount_cents, method, reference, paid_on, recorded_at, void_reason)
          VALUES (:id, :invoiceId, :amount, :method, :reference, :paidOn, :recordedAt, '')`,
  ).run(payment)
  addToPaid(db, payment.invoiceId, payment.amount)
}

function addToPaid(db: Database, id: InvoiceId, amount: number) {
  statement<{ id: string; amount: number }>(db, 'UPDATE invoices SET paid_cents = paid_cents + :amount WHERE id = :id').run({ id, amount })
}

/** A payment with the invoice it belongs to. Throws `not_found`. */
export function getPayment(db: Database, id: PaymentId): { invoiceId: InvoiceId; amount: Cents; voidedAt: Instant | null } {
  const row = statement<{ id: string }, { invoiceId: InvoiceId; amount: Cents; voidedAt: Instant | null }>(
    db,
    'SELECT invoice_id AS invoiceId, amount_cents AS amount, voided_at AS voidedAt FROM payments WHERE id = :id',
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That payment is no longer in the records.')
  return row
}

/** Voids a payment and takes its amount off the invoice. */
export function updatePaymentVoid(db: Database, payment: { id: PaymentId; invoiceId: InvoiceId; amount: Cents; voidedAt: Instant; reason: string }) {
  const { id, voidedAt, reason } = payment
  statement<{ id: string; voidedAt: string; reason: string }>(db, 'UPDATE payments SET voided_at = :voidedAt, void_reason = :reason WHERE id = :id').run({
    id,
    voidedAt,
    reason,
  })
  addToPaid(db, payment.invoiceId, 0 - payment.amount)
}

/** Voids an invoice; its number stays taken. */
export function updateInvoiceVoid(db: Database, invoice: { id: InvoiceId; voidedAt: Instant; reason: string }) {
  statement<typeof invoice>(db, 'UPDATE invoices SET voided_at = :voidedAt, void_reason = :reason WHERE id = :id').run(invoice)
}
