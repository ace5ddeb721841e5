import type { Movement, OpenInvoice } from '../../shared/documents/statement-compose.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import { entriesOfInvoice } from '../billing/ledger-repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** An invoice something is owed on. */
export type OpenRow = {
  readonly id: InvoiceId
  readonly number: string
  readonly kind: 'visit' | 'missed' | 'sale'
  readonly serviceOn: LocalDate
  readonly total: Cents
  readonly paid: Cents
  readonly reduced: Cents
  readonly balance: Cents
}

/** What a patient still owes, the oldest service first. */
export function listOpenInvoices(db: Database, patientId: PatientId): OpenRow[] {
  return statement<{ patientId: string }, OpenRow>(
    db,
    `SELECT id, number, kind, service_on AS serviceOn, total_cents AS total, paid_cents AS paid, reduced_cents AS reduced,
            total_cents - paid_cents - reduced_cents AS balance
       FROM invoices
      WHERE patient_id = :patientId AND voided_at IS NULL AND paid_cents + reduced_cents < total_cents
      ORDER BY service_on, row`,
  ).all({ patientId })
}

/** The open invoices of a patient as a statement lists them: what was charged in words, and every entry. */
export function listForStatement(db: Database, patientId: PatientId): OpenInvoice[] {
  return listOpenInvoices(db, patientId).map(({ id, number, kind, serviceOn, balance }) => ({
    number,
    serviceOn,
    balance,
    what: kind === 'missed' ? ['Fee for a missed visit'] : whatFor(db, id, kind),
    entries: entriesOfInvoice(db, id),
  }))
}

const SERVICES = 'SELECT name, sum(units) AS pieces FROM invoice_lines WHERE invoice_id = :id GROUP BY name ORDER BY min(position)'
const ITEMS = 'SELECT name, sum(quantity) AS pieces FROM invoice_items WHERE invoice_id = :id GROUP BY name ORDER BY min(position)'

function whatFor(db: Database, id: InvoiceId, kind: 'visit' | 'sale'): string[] {
  const rows = statement<{ id: string }, { name: string; pieces: number }>(db, kind === 'sale' ? ITEMS : SERVICES).all({ id })
  return rows.map(({ name, pieces }) => (pieces === 1 ? name : kind === 'sale' ? `${pieces} × ${name}` : `${name}, ${pieces} units`))
}

/** Everything that ever moved what a patient owes, in the order entered. Money on account is not among it. */
export function listMovements(db: Database, patientId: PatientId): Movement[] {
  return statement<{ patientId: string }, Movement>(
    db,
    `SELECT row, entry_on AS "on", kind, amount_cents AS amount
       FROM ledger
      WHERE patient_id = :patientId AND invoice_id IS NOT NULL
      ORDER BY row`,
  ).all({ patientId })
}

/** The last statement that went out for one of these patients; null where none did. */
export function lastStatementOf(db: Database, patientIds: readonly PatientId[]): { issuedOn: LocalDate; number: string; lastEntry: number } | null {
  const row = statement<{ ids: string }, { issuedOn: LocalDate; number: string; lastEntry: number }>(
    db,
    `SELECT issued_on AS issuedOn, number, content ->> '$.paper.lastEntry' AS lastEntry
       FROM documents
      WHERE kind = 'statement' AND patient_id IN (SELECT value FROM json_each(:ids))
      ORDER BY issued_at DESC, number DESC
      LIMIT 1`,
  ).get({ ids: JSON.stringify(patientIds) })
  return row ?? null
}
