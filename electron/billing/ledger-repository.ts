import type { Standing } from '../../shared/billing/refund.ts'
import { LedgerEntry } from '../../shared/billing/schema.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type InvoiceId, LedgerEntryId, type PatientId, type PaymentId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** Who enters something, and when. */
export type Entering = Pick<Services, 'db' | 'clock' | 'newId' | 'person'>

/** An entry to be added to the ledger. Above 0 is owed by the patient, below 0 is taken off what is owed. */
export type NewEntry = {
  /** Whose account: that of the invoice’s patient, or for money on account the payer’s. */
  readonly patientId: PatientId
  readonly invoiceId: InvoiceId | null
  readonly kind: LedgerEntry['kind']
  readonly amount: Cents
  readonly paymentId?: PaymentId | null
  readonly refundId?: PaymentId | null
  readonly number?: string | null
  readonly on?: LocalDate
  readonly reason?: string
  readonly reverses?: LedgerEntryId | null
}

/**
 * Adds an entry to the ledger; the database adds it to what its invoice has received or lost, and refuses what would pay more than is owed or take more than
 * lies on the account. An amount of 0 enters nothing.
 */
export function enter({ db, clock, newId, person }: Entering, entry: NewEntry): void {
  if (entry.amount === 0) return
  const { patientId, invoiceId, kind, amount, paymentId = null, refundId = null, number = null, on = clock.today(), reason = '', reverses = null } = entry
  statement<Required<NewEntry> & { id: string; recordedAt: Instant; recordedBy: string }>(
    db,
    `INSERT INTO ledger (id, patient_id, invoice_id, payment_id, refund_id, kind, amount_cents, number, entry_on, recorded_at, recorded_by, reason, reverses)
          VALUES (:id, :patientId, :invoiceId, :paymentId, :refundId, :kind, :amount, :number, :on, :recordedAt, :recordedBy, :reason, :reverses)`,
  ).run({
    id: LedgerEntryId.parse(newId()),
    patientId,
    invoiceId,
    kind,
    amount,
    paymentId,
    refundId,
    number,
    on,
    reason,
    reverses,
    recordedAt: clock.now(),
    recordedBy: person.name,
  })
}

/** Takes an entry back by one of the same size and the other sign. */
export function reverse(entering: Entering, entry: PostedEntry, reason: string): void {
  const { patientId, invoiceId, paymentId, refundId, kind, amount, id } = entry
  enter(entering, { patientId, invoiceId, paymentId, refundId, kind, amount: cents(0 - amount), reason, reverses: id })
}

/** An entry as the ledger holds it, with whose account it is on. */
export type PostedEntry = LedgerEntry & { readonly patientId: PatientId; readonly refundId: PaymentId | null }

const ENTRIES = `
     SELECT e.id, e.kind, e.amount_cents AS amount, e.invoice_id AS invoiceId, coalesce(i.number, '') AS invoiceNumber, e.payment_id AS paymentId,
            coalesce(e.number, p.reference, '') AS reference, p.method, CASE WHEN p.patient_id <> e.patient_id THEN w.first_name || ' ' || w.last_name ELSE '' END AS payer,
            e.entry_on AS "on", e.recorded_at AS recordedAt, e.recorded_by AS recordedBy, e.reason,
            e.reverses, r.id IS NOT NULL AS isReversed, e.patient_id AS patientId, e.refund_id AS refundId
       FROM ledger e
       LEFT JOIN invoices i ON i.id = e.invoice_id
       LEFT JOIN payments p ON p.id = coalesce(e.refund_id, e.payment_id)
       LEFT JOIN patients w ON w.id = p.patient_id
       LEFT JOIN ledger r ON r.reverses = e.id`

type Row = Omit<PostedEntry, 'isReversed'> & { readonly isReversed: number }
const posted = ({ isReversed, ...row }: Row): PostedEntry => ({ ...row, isReversed: isReversed === 1 })

/** What makes the balance of an invoice, in the order entered. */
export function entriesOfInvoice(db: Database, invoiceId: InvoiceId): PostedEntry[] {
  return statement<{ invoiceId: string }, Row>(db, `${ENTRIES} WHERE e.invoice_id = :invoiceId ORDER BY e.row`).all({ invoiceId }).map(posted)
}

/** Everything on a patient’s account, in the order entered. */
export function entriesOfPatient(db: Database, patientId: PatientId): PostedEntry[] {
  return statement<{ patientId: string }, Row>(db, `${ENTRIES} WHERE e.patient_id = :patientId ORDER BY e.row`).all({ patientId }).map(posted)
}

/** What became of a payment, in the order entered: where it went, and what was given back. */
export function entriesOfPayment(db: Database, paymentId: PaymentId): PostedEntry[] {
  return statement<{ paymentId: string }, Row>(db, `${ENTRIES} WHERE e.payment_id = :paymentId ORDER BY e.row`).all({ paymentId }).map(posted)
}

/** One entry. Throws `not_found`. */
export function getEntry(db: Database, id: LedgerEntryId): PostedEntry {
  const row = statement<{ id: string }, Row>(db, `${ENTRIES} WHERE e.id = :id`).get({ id })
  if (!row) throw new DomainError('not_found', 'That entry is not in the records.')
  return posted(row)
}

/** Money of one payment where it stands: on an invoice, or on the account. */
export type StandingPart = Standing & { readonly patientId: PatientId; readonly number: string }

/** Where the money of a payment stands now, and on whose account: what lies on the account first, then its invoices, newest first. */
export function standingOfPayment(db: Database, paymentId: PaymentId): StandingPart[] {
  return statement<{ paymentId: string }, StandingPart>(
    db,
    `SELECT e.invoice_id AS invoiceId, coalesce(i.number, '') AS number, e.patient_id AS patientId, 0 - sum(e.amount_cents) AS amount
       FROM ledger e
       LEFT JOIN invoices i ON i.id = e.invoice_id
      WHERE e.payment_id = :paymentId
      GROUP BY e.invoice_id, e.patient_id
     HAVING sum(e.amount_cents) < 0
      ORDER BY e.invoice_id IS NOT NULL, i.row DESC`,
  ).all({ paymentId })
}

/** Money that settles an invoice, payment by payment, the oldest first, and whose account it came from. What a package paid is none. */
export function moneyOnInvoice(db: Database, invoiceId: InvoiceId): (Standing & { readonly paymentId: PaymentId; readonly payerId: PatientId })[] {
  return statement<{ invoiceId: string }, Standing & { readonly paymentId: PaymentId; readonly payerId: PatientId }>(
    db,
    `SELECT e.invoice_id AS invoiceId, e.payment_id AS paymentId, p.patient_id AS payerId, 0 - sum(e.amount_cents) AS amount
       FROM ledger e
       JOIN payments p ON p.id = e.payment_id
      WHERE e.invoice_id = :invoiceId
      GROUP BY e.payment_id
     HAVING sum(e.amount_cents) < 0
      ORDER BY p.paid_on, p.row`,
  ).all({ invoiceId })
}

/** An entry as lists show it. */
export function shownEntry({ patientId: _patientId, refundId: _refundId, ...entry }: PostedEntry): LedgerEntry {
  return LedgerEntry.parse(entry)
}

/** Money on a patient’s account that settles nothing yet, payment by payment, oldest first. */
export function creditOf(db: Database, patientId: PatientId): { readonly paymentId: PaymentId; readonly amount: Cents }[] {
  return statement<{ patientId: string }, { paymentId: PaymentId; amount: Cents }>(
    db,
    `SELECT payment_id AS paymentId, 0 - sum(amount_cents) AS amount
       FROM ledger
      WHERE patient_id = :patientId AND invoice_id IS NULL
      GROUP BY payment_id
     HAVING sum(amount_cents) < 0
      ORDER BY min(row)`,
  ).all({ patientId })
}
