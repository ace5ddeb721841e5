import type { Instant, LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, LetterId, PatientId, PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** How many rows of one kind are listed at most: more are not worked off in a day. */
const MOST = 50

/** Visits that are over but not settled: without a signed note (also where it was entered in error), or not checked out. Newest first. */
export function listUnsettledVisits(db: Database, at: { today: LocalDate; now: LocalDateTime }): AppointmentId[] {
  return statement<typeof at & { most: number }, { id: AppointmentId }>(
    db,
    `SELECT id, starts_at
       FROM appointments
      WHERE status IN ('arrived', 'in-session', 'finished') AND starts_at < :now
        AND (status = 'finished' OR starts_at < :today OR (status = 'in-session' AND ends_at <= :now))
      UNION
     SELECT a.id, a.starts_at
       FROM notes n
       JOIN appointments a ON a.id = n.appointment_id
      WHERE n.signed_at IS NULL AND a.status = 'checked-out'
      UNION
     SELECT a.id, a.starts_at
       FROM notes n
       JOIN appointments a ON a.id = n.appointment_id
      WHERE n.error_at IS NOT NULL AND a.status = 'checked-out'
        AND NOT EXISTS (SELECT 1 FROM notes o WHERE o.appointment_id = a.id AND o.error_at IS NULL)
      ORDER BY starts_at DESC
      LIMIT :most`,
  )
    .all({ ...at, most: MOST })
    .map(({ id }) => id)
}

/** Since when patients have owed: the oldest open invoice’s date of service, by patient. */
export function oldestOpenInvoices(db: Database, patientIds: readonly PatientId[]): ReadonlyMap<PatientId, LocalDate> {
  const rows = statement<{ ids: string }, { patientId: PatientId; since: LocalDate }>(
    db,
    `SELECT patient_id AS patientId, MIN(service_on) AS since
       FROM invoices
      WHERE patient_id IN (SELECT value FROM json_each(:ids)) AND voided_at IS NULL AND paid_cents + reduced_cents < total_cents
      GROUP BY patient_id`,
  ).all({ ids: JSON.stringify(patientIds) })
  return new Map(rows.map(({ patientId, since }) => [patientId, since]))
}

/** An open episode with a prescription that somebody was treated under lately, or comes for. */
export type EpisodeUnderWay = { readonly episodeId: EpisodeId; readonly patientName: string }

/** Open episodes with a prescription and a visit since `since`, past or booked. */
export function listEpisodesUnderWay(db: Database, since: LocalDate): EpisodeUnderWay[] {
  return statement<{ since: string }, EpisodeUnderWay>(
    db,
    `SELECT e.id AS episodeId, p.first_name || ' ' || p.last_name AS patientName
       FROM episodes e
       JOIN patients p ON p.id = e.patient_id
      WHERE e.closed_on IS NULL AND p.is_archived = 0
        AND EXISTS (SELECT 1 FROM prescriptions r WHERE r.episode_id = e.id)
        AND EXISTS (SELECT 1 FROM appointments a WHERE a.episode_id = e.id AND a.starts_at >= :since AND a.status NOT IN ('cancelled', 'no-show'))
      ORDER BY p.last_name, p.first_name, e.id`,
  ).all({ since })
}

/** A letter that was begun and not signed. */
export type DraftLetter = {
  readonly letterId: LetterId
  readonly episodeId: EpisodeId
  readonly kind: 'initial' | 'progress' | 're-evaluation' | 'discharge' | 'refer-back'
  readonly patientName: string
}

/** Letters begun and not signed, by patient. */
export function listDraftLetters(db: Database): DraftLetter[] {
  return statement<{ most: number }, DraftLetter>(
    db,
    `SELECT l.id AS letterId, l.episode_id AS episodeId, l.kind, p.first_name || ' ' || p.last_name AS patientName
       FROM letters l
       JOIN episodes e ON e.id = l.episode_id
       JOIN patients p ON p.id = e.patient_id
      WHERE l.document_id IS NULL
      ORDER BY p.last_name, p.first_name, l.id
      LIMIT :most`,
  ).all({ most: MOST })
}

/** Who wrote the newest prescription of an episode; empty names where there is none. */
export function prescriberOf(db: Database, episodeId: EpisodeId): { name: string; credentials: string } {
  const row = statement<{ episodeId: string }, { name: string; credentials: string }>(
    db,
    `SELECT s.name, s.credentials
       FROM prescriptions r
       JOIN prescribers s ON s.id = r.prescriber_id
      WHERE r.episode_id = :episodeId
      ORDER BY r.written_on DESC
      LIMIT 1`,
  ).get({ episodeId })
  return row ?? { name: '', credentials: '' }
}

/** When the clinic was last backed up; null before the first time. */
export function lastBackupAt(db: Database): Instant | null {
  return statement<Record<string, never>, { at: Instant }>(db, 'SELECT at FROM backups_made ORDER BY at DESC LIMIT 1').get({})?.at ?? null
}

/** A visit still to come, as far as time kept free is concerned. */
export type ComingVisit = {
  readonly id: AppointmentId
  readonly startsAt: LocalDateTime
  readonly endsAt: LocalDateTime
  readonly practitionerId: PractitionerId
  readonly roomId: RoomId | null
}

/** Visits booked or confirmed after now and before a day, in order of time. */
export function listComing(db: Database, range: { readonly now: LocalDateTime; readonly until: LocalDate }): ComingVisit[] {
  return statement<typeof range, ComingVisit>(
    db,
    `SELECT id, starts_at AS startsAt, ends_at AS endsAt, practitioner_id AS practitionerId, room_id AS roomId
       FROM appointments
      WHERE starts_at > :now AND starts_at < :until AND status IN ('booked', 'confirmed')
      ORDER BY starts_at, id`,
  ).all(range)
}

/** Whose visit it is, and what was allowed when it was booked or moved, in the words of its history. */
export type AllowedVisit = { readonly who: string; readonly allowed: readonly string[] }

/** Some visits by their ids: whose they are, and what was allowed about them. */
export function listAllowed(db: Database, ids: readonly AppointmentId[]): ReadonlyMap<AppointmentId, AllowedVisit> {
  const rows = statement<{ ids: string }, { id: AppointmentId; who: string; allowed: string }>(
    db,
    `SELECT a.id, p.first_name || ' ' || p.last_name AS who,
            (SELECT json_group_array(c.sentence) FROM appointment_changes c WHERE c.appointment_id = a.id AND c.sentence LIKE 'Allowed: %') AS allowed
       FROM appointments a
       JOIN patients p ON p.id = a.patient_id
      WHERE a.id IN (SELECT value FROM json_each(:ids))`,
  ).all({ ids: JSON.stringify(ids) })
  return new Map(rows.map(({ id, who, allowed }) => [id, { who, allowed: JSON.parse(allowed) }]))
}
