import { InvoiceFacts, MissedFacts, SaleFacts } from '../../shared/billing/invoice-facts.ts'
import { Invoice, InvoiceItem, InvoiceLine } from '../../shared/billing/schema.ts'
import type { Instant } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, InvoiceId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { type Entering, enter, entriesOfInvoice, shownEntry } from './ledger-repository.ts'
import { listPaymentsOf } from './payments-repository.ts'

type InvoiceRow = Omit<Invoice, 'lines' | 'items' | 'payments' | 'entries' | 'balance' | 'status'> & { readonly voidedAt: Instant | null }

const INVOICES = `
     SELECT i.id, i.kind, i.number, i.appointment_id AS appointmentId, i.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName,
            i.episode_id AS episodeId, i.service_on AS serviceOn, i.issued_on AS issuedOn, i.explanation, i.total_cents AS total, i.paid_cents AS paid,
            i.reduced_cents AS reduced, i.voided_at AS voidedAt, i.void_reason AS voidReason
       FROM invoices i
       JOIN patients p ON p.id = i.patient_id`

/** Where an invoice stands, and what is still owed on it. A void one is owed nothing. */
export function standingOf({
  total,
  paid,
  reduced,
  voidedAt,
}: Pick<InvoiceRow, 'total' | 'paid' | 'reduced' | 'voidedAt'>): Pick<Invoice, 'status' | 'balance'> {
  if (voidedAt !== null) return { status: 'void', balance: cents(0) }
  return { status: paid + reduced >= total ? 'paid' : 'open', balance: cents(total - paid - reduced) }
}

function toInvoice(db: Database, { voidedAt, ...row }: InvoiceRow): Invoice {
  return Invoice.parse({
    ...row,
    ...standingOf({ ...row, voidedAt }),
    lines: listLines(db, row.id),
    items: row.kind === 'sale' ? listItems(db, row.id) : [],
    payments: listPaymentsOf(db, row.id),
    entries: entriesOfInvoice(db, row.id).map(shownEntry),
  })
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

function listItems(db: Database, invoiceId: InvoiceId): InvoiceItem[] {
  return statement<{ invoiceId: string }, InvoiceItem>(
    db,
    `SELECT kind, product_id AS productId, name, quantity, unit_price_cents AS unitPrice, amount_cents AS amount, tax_cents AS tax
       FROM invoice_items
      WHERE invoice_id = :invoiceId
      ORDER BY position`,
  )
    .all({ invoiceId })
    .map(row => InvoiceItem.parse(row))
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

/** An invoice at its birth, nothing paid. */
export type NewInvoice = Pick<
  Invoice,
  'id' | 'kind' | 'number' | 'appointmentId' | 'patientId' | 'episodeId' | 'serviceOn' | 'issuedOn' | 'explanation' | 'total' | 'lines' | 'items'
> & {
  readonly facts: InvoiceFacts | MissedFacts | SaleFacts
}

const FACTS = { visit: InvoiceFacts, missed: MissedFacts, sale: SaleFacts } as const

/** Issues an invoice with its lines and items, and enters its charge; the database keeps them from then on. */
export function insertInvoice(entering: Entering, { lines, items, facts, ...invoice }: NewInvoice) {
  const { db } = entering
  statement<Omit<NewInvoice, 'lines' | 'items' | 'facts'> & { facts: string }>(
    db,
    `INSERT INTO invoices (id, kind, number, appointment_id, patient_id, episode_id, service_on, issued_on, explanation, facts, total_cents, paid_cents, void_reason)
          VALUES (:id, :kind, :number, :appointmentId, :patientId, :episodeId, :serviceOn, :issuedOn, :explanation, :facts, :total, 0, '')`,
  ).run({ ...invoice, facts: JSON.stringify(FACTS[invoice.kind].parse(facts)) })
  const insertLine = statement<LineRow & { invoiceId: string; position: number }>(
    db,
    `INSERT INTO invoice_lines (invoice_id, position, service_id, code, name, modifiers, pointers, place_of_service, minutes, units, unit_fee_cents, charge_cents, region_words)
          VALUES (:invoiceId, :position, :serviceId, :code, :name, :modifiers, :pointers, :placeOfService, :minutes, :units, :unitFee, :charge, :regionWords)`,
  )
  for (const [index, line] of lines.entries()) {
    insertLine.run({ ...line, invoiceId: invoice.id, position: index + 1, modifiers: JSON.stringify(line.modifiers), pointers: JSON.stringify(line.pointers) })
  }
  insertItems(db, invoice.id, items)
  enter(entering, { patientId: invoice.patientId, invoiceId: invoice.id, kind: 'charge', amount: invoice.total, on: invoice.issuedOn })
}

function insertItems(db: Database, invoiceId: InvoiceId, items: readonly InvoiceItem[]) {
  const insert = statement<InvoiceItem & { invoiceId: string; position: number }>(
    db,
    `INSERT INTO invoice_items (invoice_id, position, kind, product_id, name, quantity, unit_price_cents, amount_cents, tax_cents)
          VALUES (:invoiceId, :position, :kind, :productId, :name, :quantity, :unitPrice, :amount, :tax)`,
  )
  for (const [index, item] of items.entries()) insert.run({ ...item, invoiceId, position: index + 1 })
}

/** Voids an invoice; its number stays taken. */
export function updateInvoiceVoid(db: Database, invoice: { id: InvoiceId; voidedAt: Instant; reason: string }) {
  statement<typeof invoice>(db, 'UPDATE invoices SET voided_at = :voidedAt, void_reason = :reason WHERE id = :id').run(invoice)
}
