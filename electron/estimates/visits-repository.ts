import { dayOf, type Instant, type LocalDate, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import type { EpisodeId, InvoiceId, PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** A visit that the patient pays themselves: none of an accident claim that somebody else answers for. */
export type OwnVisit = {
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly practitionerId: PractitionerId
  readonly practitionerName: string
  readonly episodeId: EpisodeId | null
  /** The day it was put into the calendar, else the day its series was; null where neither is on record. */
  readonly bookedOn: LocalDate | null
  readonly isAhead: boolean
}

type Row = Omit<OwnVisit, 'isAhead' | 'bookedOn'> & { readonly isAhead: number; readonly bookedAt: Instant | null; readonly seriesOn: LocalDate | null }
/** The wall time now, and the clinic’s zone: a visit booked late in the evening was booked that day. */
type Seen = { readonly from: LocalDate; readonly now: LocalDateTime; readonly timeZone: string }

/** A patient’s visits from a day on that took place or stand booked, in order of time. */
export function listOwnVisits(db: Database, patientId: PatientId, { from, now, timeZone }: Seen): OwnVisit[] {
  return statement<{ patientId: string; from: string; now: string }, Row>(
    db,
    `SELECT a.starts_at AS startsAt, a.minutes, a.practitioner_id AS practitionerId, r.legal_name AS practitionerName, a.episode_id AS episodeId,
            (SELECT min(c.at) FROM appointment_changes c WHERE c.appointment_id = a.id) AS bookedAt, s.created_on AS seriesOn,
            a.status IN ('booked', 'confirmed') AND a.starts_at >= :now AS isAhead
       FROM appointments a
       JOIN practitioners r ON r.id = a.practitioner_id
       LEFT JOIN series s ON s.id = a.series_id
       LEFT JOIN episodes e ON e.id = a.episode_id
      WHERE a.patient_id = :patientId AND a.starts_at >= :from AND a.status NOT IN ('cancelled', 'no-show') AND e.claim_payer_id IS NULL
      ORDER BY a.starts_at`,
  )
    .all({ patientId, from, now })
    .map(({ bookedAt, seriesOn, isAhead, ...row }) => ({
      ...row,
      bookedOn: bookedAt === null ? seriesOn : dayOf(wallTimeOf(bookedAt, timeZone)),
      isAhead: isAhead === 1,
    }))
}

/** The invoice of the patient’s last visit that was charged and stands; null before the first. */
export function lastVisitInvoice(db: Database, patientId: PatientId): InvoiceId | null {
  const row = statement<{ patientId: string }, { id: InvoiceId }>(
    db,
    `SELECT id FROM invoices WHERE patient_id = :patientId AND kind = 'visit' AND voided_at IS NULL ORDER BY service_on DESC, row DESC LIMIT 1`,
  ).get({ patientId })
  return row?.id ?? null
}

/** Patients who may need an estimate: those who asked for one, and those with a visit to come that they pay themselves. Soonest visit first. */
export function listCandidates(
  db: Database,
  { now, until }: { readonly now: LocalDateTime; readonly until: LocalDate },
): { readonly patientId: PatientId; readonly patientName: string }[] {
  return statement<{ now: string; until: string }, { patientId: PatientId; patientName: string }>(
    db,
    `SELECT p.id AS patientId, p.first_name || ' ' || p.last_name AS patientName
       FROM (SELECT patient_id, '' AS first_at FROM estimate_requests WHERE document_id IS NULL
              UNION ALL
             SELECT a.patient_id, min(a.starts_at)
               FROM appointments a
               LEFT JOIN episodes e ON e.id = a.episode_id
              WHERE a.starts_at >= :now AND a.starts_at < :until AND a.status IN ('booked', 'confirmed') AND e.claim_payer_id IS NULL
              GROUP BY a.patient_id) c
       JOIN patients p ON p.id = c.patient_id
       LEFT JOIN policies o ON o.patient_id = p.id
       LEFT JOIN payers y ON y.id = o.payer_id
      WHERE p.is_archived = 0
        AND (c.first_at = ''
             OR CASE (SELECT s.answer FROM submit_answers s WHERE s.patient_id = p.id ORDER BY s.answered_at DESC, s.rowid DESC LIMIT 1)
                  WHEN 'yes' THEN 0
                  WHEN 'no' THEN 1
                  ELSE y.kind IS NULL OR y.kind = 'self-pay'
                END)
      GROUP BY p.id
      ORDER BY min(c.first_at)
      LIMIT 200`,
  ).all({ now, until })
}
