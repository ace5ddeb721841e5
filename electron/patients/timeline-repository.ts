import type { AppointmentStatus } from '../../shared/appointments/schema.ts'
import type { LocalDateTime } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Cents } from '../../shared/lib/money.ts'
import type { PaidEvent, PaperEvent, PrescriptionEvent, VisitEvent } from '../../shared/patients/timeline.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type ById = { patientId: string }

/** The patient’s appointments with what their notes and invoices say, in order of time. Visits are numbered within their episode. */
export function listVisitEvents(db: Database, patientId: PatientId): VisitEvent[] {
  type Row = {
    id: string
    startsAt: LocalDateTime
    status: AppointmentStatus
    minutes: number
    startedAt: LocalDateTime | null
    cancelReason: string
    isLateCancel: number
    practitionerName: string
    number: number
    painBefore: number | null
    painAfter: number | null
    timedMinutes: number | null
    hasNote: number
    isSigned: number
    units: number | null
    total: Cents | null
  }
  return statement<ById, Row>(
    db,
    `SELECT a.id, a.starts_at AS startsAt, a.status, a.minutes, a.started_at AS startedAt, a.cancel_reason AS cancelReason, a.is_late_cancel AS isLateCancel, t.legal_name AS practitionerName,
            count(*) FILTER (WHERE a.status IN ('in-session', 'finished', 'checked-out')) OVER (PARTITION BY a.episode_id ORDER BY a.starts_at, a.id) AS number,
            n.content ->> '$.painBefore.now' AS painBefore, n.content ->> '$.painAfter.now' AS painAfter,
            (SELECT sum(b.value ->> '$.minutes') FROM json_each(n.content, '$.blocks') b WHERE b.value ->> '$.isTimed') AS timedMinutes,
            n.id IS NOT NULL AS hasNote, n.signed_at IS NOT NULL AS isSigned,
            (SELECT sum(l.units) FROM invoice_lines l WHERE l.invoice_id = i.id) AS units, i.total_cents AS total
       FROM appointments a
       JOIN practitioners t ON t.id = a.practitioner_id
       LEFT JOIN notes n ON n.appointment_id = a.id AND n.error_at IS NULL
       LEFT JOIN invoices i ON i.appointment_id = a.id AND i.voided_at IS NULL
      WHERE a.patient_id = :patientId
      ORDER BY a.starts_at, a.id`,
  )
    .all({ patientId })
    .map(({ hasNote, isSigned, isLateCancel, ...row }) => ({
      ...row,
      isLateCancel: isLateCancel === 1,
      note: isSigned === 1 ? 'signed' : hasNote === 1 ? 'draft' : 'none',
    }))
}

/** Payments on the patient’s invoices and refunds of them, voided ones too; what lies on the account has no invoice. */
export function listPaidEvents(db: Database, patientId: PatientId): PaidEvent[] {
  return statement<ById, Omit<PaidEvent, 'isVoid'> & { isVoid: number }>(
    db,
    `SELECT p.paid_on AS "on", CASE p.kind WHEN 'received' THEN p.amount_cents ELSE 0 - p.amount_cents END AS amount, p.method,
            coalesce(group_concat(DISTINCT i.number), '') AS invoiceNumber, min(i.appointment_id) AS appointmentId,
            p.voided_at IS NOT NULL AS isVoid, p.void_reason AS voidReason
       FROM payments p
       LEFT JOIN ledger e ON coalesce(e.refund_id, e.payment_id) = p.id AND e.reverses IS NULL
       LEFT JOIN invoices i ON i.id = e.invoice_id
      WHERE p.patient_id = :patientId
      GROUP BY p.id
      ORDER BY p.paid_on, p.row`,
  )
    .all({ patientId })
    .map(row => ({ ...row, isVoid: row.isVoid === 1 }))
}

/** Superbills and letters issued for the patient. */
export function listPaperEvents(db: Database, patientId: PatientId): PaperEvent[] {
  return statement<ById, PaperEvent>(
    db,
    `SELECT id, kind, number, version, issued_on AS "on", from_on AS "from", to_on AS "to"
       FROM documents
      WHERE patient_id = :patientId
      ORDER BY issued_at, id`,
  ).all({ patientId })
}

/** Prescriptions of the patient’s episodes. */
export function listPrescriptionEvents(db: Database, patientId: PatientId): PrescriptionEvent[] {
  return statement<ById, PrescriptionEvent>(
    db,
    `SELECT r.episode_id AS episodeId, r.written_on AS "on", r.visits, r.frequency, d.name AS prescriberName, d.credentials, e.condition
       FROM prescriptions r
       JOIN episodes e ON e.id = r.episode_id
       JOIN prescribers d ON d.id = r.prescriber_id
      WHERE e.patient_id = :patientId
      ORDER BY r.written_on, r.id`,
  ).all({ patientId })
}
