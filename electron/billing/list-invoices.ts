import { InvoiceRow } from '../../shared/billing/schema.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { Instant } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { standingOf } from './repository.ts'

type Row = Omit<InvoiceRow, 'balance' | 'status'> & { readonly voidedAt: Instant | null }

const ROWS = `
     SELECT i.id, i.kind, i.number, i.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, i.appointment_id AS appointmentId,
            i.service_on AS serviceOn, i.issued_on AS issuedOn, i.total_cents AS total, i.paid_cents AS paid,
            i.reduced_cents AS reduced, i.voided_at AS voidedAt
       FROM invoices i
       CROSS JOIN patients p ON p.id = i.patient_id`

const toRow = ({ voidedAt, ...row }: Row): InvoiceRow => InvoiceRow.parse({ ...row, ...standingOf({ ...row, voidedAt }) })

/** What a patient still owes, the oldest service first. */
export function listOpenOf(db: Database, patientId: PatientId): InvoiceRow[] {
  return statement<{ patientId: string }, Row>(
    db,
    `${ROWS}
      WHERE i.patient_id = :patientId AND i.voided_at IS NULL AND i.paid_cents + i.reduced_cents < i.total_cents
      ORDER BY i.service_on, i.row`,
  )
    .all({ patientId })
    .map(toRow)
}

/** Invoices newest first, 200 at a time: `before` is the number of the last one already shown. The open total is that of the whole list. */
export function listInvoices({ db }: Services, { patientId, show, before }: Parsed<'billing.listInvoices'>): Output<'billing.listInvoices'> {
  const rows = statement<{ patientId: string | null; show: string; before: string | null }, Row>(
    db,
    `${ROWS}
      WHERE (:patientId IS NULL OR i.patient_id = :patientId)
        AND (:show = 'all' OR (:show = 'void' AND i.voided_at IS NOT NULL) OR (:show = 'open' AND i.voided_at IS NULL AND i.paid_cents + i.reduced_cents < i.total_cents))
        AND (:before IS NULL OR i.row < (SELECT b.row FROM invoices b WHERE b.number = :before))
      ORDER BY i.row DESC
      LIMIT 200`,
  ).all({ patientId, show, before })
  return {
    rows: rows.map(toRow),
    ...openInvoices(db, patientId),
  }
}

/** How many invoices have a balance, and what is owed in all: of one patient, or of the clinic. */
function openInvoices(db: Database, patientId: string | null): { openTotal: InvoiceRow['balance']; openCount: number } {
  const row = statement<{ patientId: string | null }, { openTotal: number; openCount: number }>(
    db,
    `SELECT COALESCE(SUM(total_cents - paid_cents - reduced_cents), 0) AS openTotal, COUNT(*) AS openCount
       FROM invoices
      WHERE voided_at IS NULL AND paid_cents + reduced_cents < total_cents AND (:patientId IS NULL OR patient_id = :patientId)`,
  ).get({ patientId })
  return { openTotal: cents(row?.openTotal ?? 0), openCount: row?.openCount ?? 0 }
}
