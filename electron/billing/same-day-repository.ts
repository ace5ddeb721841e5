import { z } from 'zod'
import { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import type { SameDayAnswer } from '../../shared/billing/same-day-answer.ts'
import { InvoiceLine } from '../../shared/billing/schema.ts'
import type { ChargedEarlier } from '../../shared/billing/units-in-day.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, PatientId, PayerId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** An answer to “different regions or separate time?”, and who gave it when. */
export type KeptAnswer = { readonly answer: SameDayAnswer; readonly at: Instant; readonly by: string }

/** The newest answer of a visit; null while nobody answered. */
export function findSameDayAnswer(db: Database, appointmentId: AppointmentId): KeptAnswer | null {
  const row = statement<{ appointmentId: string }, KeptAnswer>(
    db,
    `SELECT answer, answered_at AS at, answered_by AS by
       FROM same_day_answers
      WHERE appointment_id = :appointmentId
      ORDER BY row DESC
      LIMIT 1`,
  ).get({ appointmentId })
  return row ?? null
}

/** Keeps an answer beside those of before; the newest counts. */
export function insertSameDayAnswer({ db, clock, person }: Services, answer: { appointmentId: AppointmentId; answer: SameDayAnswer }) {
  statement(
    db,
    'INSERT INTO same_day_answers (appointment_id, answer, answered_at, answered_by) VALUES (:appointmentId, :answer, :answeredAt, :answeredBy)',
  ).run({ ...answer, answeredAt: clock.now(), answeredBy: person.name })
}

/** A visit among those of its patient’s day, and who pays for it. */
type VisitOfDay = { readonly patientId: PatientId; readonly serviceOn: LocalDate; readonly appointmentId: AppointmentId; readonly payerId: PayerId }
type Row = { readonly number: string; readonly facts: string; readonly lines: string }
type Line = Pick<InvoiceLine, 'code' | 'minutes' | 'units' | 'modifiers'> & Pick<ChargedEarlier, 'isTimed' | 'minutesPerUnit'>

const Kept = InvoiceFacts.pick({ payerId: true, worked: true }).strip()
const ChargedLine = InvoiceLine.pick({ code: true, minutes: true, units: true, modifiers: true }).extend({
  isTimed: z.union([z.literal(0), z.literal(1)]),
  minutesPerUnit: z.int(),
})

/**
 * What other visits of the patient were charged to the same payer for the same date of service, before this visit’s own invoice where it has one. An invoice
 * that does not say whose rules held counts as the same payer’s.
 */
export function listChargedEarlier(db: Database, { payerId, ...visit }: VisitOfDay): ChargedEarlier[] {
  return statement<Omit<VisitOfDay, 'payerId'>, Row>(
    db,
    `SELECT i.number, i.facts,
            (SELECT json_group_array(json_object('code', l.code, 'minutes', l.minutes, 'units', l.units, 'modifiers', json(l.modifiers),
                    'isTimed', s.is_timed, 'minutesPerUnit', s.minutes_per_unit) ORDER BY l.position)
               FROM invoice_lines l
               JOIN services s ON s.id = l.service_id
              WHERE l.invoice_id = i.id) AS lines
       FROM invoices i
      WHERE i.patient_id = :patientId AND i.service_on = :serviceOn AND i.kind = 'visit' AND i.appointment_id <> :appointmentId AND i.voided_at IS NULL
        AND i.row < COALESCE((SELECT o.row FROM invoices o WHERE o.appointment_id = :appointmentId AND o.kind = 'visit' AND o.voided_at IS NULL), i.row + 1)
      ORDER BY i.row`,
  )
    .all(visit)
    .flatMap(row => servicesOf(row, payerId))
}

function servicesOf({ number, facts, lines }: Row, payer: PayerId): ChargedEarlier[] {
  const { payerId, worked } = Kept.parse(JSON.parse(facts))
  if (payerId !== null && payerId !== payer) return []
  const charged = linesFrom(lines)
  if (worked.length === 0) return charged.map(line => ({ ...line, number, regions: [] }))
  return worked.map(service => ({ ...service, number, modifiers: charged.find(({ code }) => code === service.code)?.modifiers ?? [] }))
}

function linesFrom(lines: string): Line[] {
  return ChargedLine.array()
    .parse(JSON.parse(lines))
    .map(({ isTimed, ...line }) => ({ ...line, isTimed: isTimed === 1 }))
}
