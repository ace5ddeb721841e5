import { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import { InvoiceLine, Payment } from '../../shared/billing/schema.ts'
import type { ChargedVisit } from '../../shared/documents/charged-visit.ts'
import { presentFacts, presentPointers } from '../../shared/documents/present-facts.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { factsOnFile } from './facts-on-file.ts'

/** A charged visit with the records it comes from. */
export type VisitOnPaper = ChargedVisit & { readonly invoiceId: InvoiceId; readonly appointmentId: AppointmentId; readonly noteSignedAt: Instant | null }

type Row = {
  invoiceId: InvoiceId
  appointmentId: AppointmentId
  serviceOn: LocalDate
  facts: string
  noteSignedAt: Instant | null
  lines: string
  payments: string
}

const Received = Payment.pick({ amount: true, method: true, reference: true, paidOn: true })

/** The visits of a patient charged in a range of days, both included, in order of date. Voided invoices and payments are left out, and so are fees of missed visits. */
export function chargedVisits(db: Database, range: { readonly patientId: PatientId; readonly from: LocalDate; readonly to: LocalDate }): VisitOnPaper[] {
  const { patientId, from, to } = range
  return statement<{ patientId: string; from: string; to: string }, Row>(
    db,
    `SELECT i.id AS invoiceId, i.appointment_id AS appointmentId, i.service_on AS serviceOn, i.facts, n.signed_at AS noteSignedAt,
            (SELECT json_group_array(json_object('serviceId', l.service_id, 'code', l.code, 'name', l.name, 'modifiers', json(l.modifiers),
                    'pointers', json(l.pointers), 'placeOfService', l.place_of_service, 'minutes', l.minutes, 'units', l.units,
                    'unitFee', l.unit_fee_cents, 'charge', l.charge_cents, 'regionWords', l.region_words) ORDER BY l.position)
               FROM invoice_lines l
              WHERE l.invoice_id = i.id) AS lines,
            (SELECT json_group_array(json_object('amount', s.amount, 'method', y.method, 'reference', y.reference, 'paidOn', y.paid_on)
                    ORDER BY y.paid_on, y.row)
               FROM (SELECT payment_id, 0 - sum(amount_cents) AS amount FROM ledger WHERE invoice_id = i.id AND payment_id IS NOT NULL GROUP BY payment_id) s
               JOIN payments y ON y.id = s.payment_id
              WHERE s.amount > 0) AS payments
       FROM invoices i
       JOIN appointments a ON a.id = i.appointment_id
       LEFT JOIN notes n ON n.appointment_id = i.appointment_id AND n.error_at IS NULL
      WHERE i.patient_id = :patientId AND i.service_on BETWEEN :from AND :to AND i.voided_at IS NULL AND i.kind = 'visit'
      ORDER BY i.service_on, a.starts_at, i.number`,
  )
    .all({ patientId, from, to })
    .map(row => toVisit(db, patientId, row))
}

function toVisit(db: Database, patientId: PatientId, { facts, lines, payments, ...row }: Row): VisitOnPaper {
  const frozen = InvoiceFacts.parse(JSON.parse(facts))
  const present = presentFacts(frozen, factsOnFile(db, frozen, { ...row, patientId }))
  return {
    ...row,
    isNoteSigned: row.noteSignedAt !== null,
    facts: present,
    lines: presentPointers(InvoiceLine.array().parse(JSON.parse(lines)), frozen, present),
    payments: Received.array().parse(JSON.parse(payments)),
  }
}
