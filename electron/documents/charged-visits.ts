import { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import { InvoiceLine, Payment } from '../../shared/billing/schema.ts'
import type { ChargedVisit, VisitPayment } from '../../shared/documents/charged-visit.ts'
import { type FactsOnFile, presentFacts, presentPointers } from '../../shared/documents/present-facts.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { packagePaymentsOf } from '../packages/uses-repository.ts'
import { type FactsReader, factsReader } from './facts-on-file.ts'

/** A charged visit with the records it comes from. */
export type VisitOnPaper = ChargedVisit & { readonly invoiceId: InvoiceId; readonly noteSignedAt: Instant | null }

type Row = {
  invoiceId: InvoiceId
  appointmentId: AppointmentId
  serviceOn: LocalDate
  facts: string
  noteSignedAt: Instant | null
  lines: string
  payments: string
  discount: Cents
  isFromPackage: number
}

const Received = Payment.pick({ amount: true, method: true, reference: true, paidOn: true })

/** Whose visits: charged in a range of days, both included; `only` those, where given. */
type Wanted = { readonly patientId: PatientId; readonly from: LocalDate; readonly to: LocalDate; readonly only?: ReadonlySet<AppointmentId> }

/**
 * The visits of a patient charged in a range of days, in order of date. Voided invoices and payments are left out, and so are fees of missed visits. `read`
 * is given where it read for others already.
 */
export function chargedVisits(db: Database, { patientId, from, to, only }: Wanted, read: FactsReader = factsReader(db)): VisitOnPaper[] {
  return statement<{ patientId: string; from: string; to: string }, Row>(
    db,
    `SELECT i.id AS invoiceId, i.appointment_id AS appointmentId, i.service_on AS serviceOn, i.facts, n.signed_at AS noteSignedAt,
            (SELECT json_group_array(json_object('serviceId', l.service_id, 'code', l.code, 'name', l.name, 'modifiers', json(l.modifiers),
                    'pointers', json(l.pointers), 'placeOfService', l.place_of_service, 'minutes', l.minutes, 'units', l.units,
                    'unitFee', l.unit_fee_cents, 'charge', l.charge_cents, 'regionWords', l.region_words) ORDER BY l.position)
               FROM invoice_lines l
              WHERE l.invoice_id = i.id) AS lines,
            (SELECT json_group_array(json_object('amount', amount, 'method', method, 'reference', reference, 'paidOn', paidOn) ORDER BY paidOn, place)
               FROM (SELECT 0 - sum(e.amount_cents) AS amount, y.method, y.reference, y.paid_on AS paidOn, y.row AS place
                       FROM ledger e
                       JOIN payments y ON y.id = e.payment_id
                      WHERE e.invoice_id = i.id
                      GROUP BY y.id)
              WHERE amount > 0) AS payments,
            EXISTS (SELECT 1 FROM package_uses u WHERE u.invoice_id = i.id) AS isFromPackage,
            (SELECT 0 - coalesce(sum(amount_cents), 0) FROM ledger WHERE invoice_id = i.id AND kind = 'discount') AS discount
       FROM invoices i
       JOIN appointments a ON a.id = i.appointment_id
       LEFT JOIN notes n ON n.appointment_id = i.appointment_id AND n.error_at IS NULL
      WHERE i.patient_id = :patientId AND i.service_on BETWEEN :from AND :to AND i.voided_at IS NULL AND i.kind = 'visit'
      ORDER BY i.service_on, a.starts_at, i.number`,
  )
    .all({ patientId, from, to })
    .filter(row => !only || only.has(row.appointmentId))
    .map(row => toVisit(db, row, facts => read(facts, { ...row, patientId })))
}

/** What was read of a patient already. */
type Before = { readonly visits: readonly VisitOnPaper[]; readonly read: FactsReader }

/**
 * The visits a superbill holds, as they are charged now: one charged anew stands under its new invoice, one that is no longer charged is not among them.
 * Where all of them are among those read `before`, nothing is read again.
 */
export function visitsOfSuperbill(db: Database, { id, patientId }: Pick<IssuedDocument, 'id' | 'patientId'>, before?: Before): VisitOnPaper[] {
  const rows = statement<{ id: string }, { appointmentId: AppointmentId; first: LocalDate; last: LocalDate }>(
    db,
    `SELECT i.appointment_id AS appointmentId, min(c.service_on) AS first, max(c.service_on) AS last
       FROM document_invoices h
       JOIN invoices i ON i.id = h.invoice_id
       JOIN invoices c ON c.appointment_id = i.appointment_id AND c.voided_at IS NULL
      WHERE h.document_id = :id
      GROUP BY i.appointment_id`,
  ).all({ id })
  const only = new Set(rows.map(row => row.appointmentId))
  const known = before?.visits.filter(visit => only.has(visit.appointmentId)) ?? []
  if (known.length === only.size) return known
  const days = rows.flatMap(({ first, last }) => [first, last]).toSorted()
  const [from, to] = [days.at(0), days.at(-1)]
  if (from === undefined || to === undefined) return []
  return chargedVisits(db, { patientId, from, to, only }, before?.read)
}

// The date is that on which the package was paid, the amount what of its price the visit used.
function fromPackages(db: Database, invoiceId: InvoiceId): VisitPayment[] {
  return packagePaymentsOf(db, invoiceId).map(({ amount, paidOn }) => ({ amount, paidOn, method: 'package', reference: '' }))
}

function toVisit(db: Database, { facts, lines, payments, isFromPackage, ...row }: Row, now: (frozen: InvoiceFacts) => FactsOnFile): VisitOnPaper {
  const frozen = InvoiceFacts.parse(JSON.parse(facts))
  const present = presentFacts(frozen, now(frozen))
  return {
    ...row,
    isNoteSigned: row.noteSignedAt !== null,
    facts: present,
    lines: presentPointers(InvoiceLine.array().parse(JSON.parse(lines)), frozen, present),
    payments: [...Received.array().parse(JSON.parse(payments)), ...(isFromPackage ? fromPackages(db, row.invoiceId) : [])],
  }
}
