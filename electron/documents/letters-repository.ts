import { LetterWording } from '../../shared/documents/schema.ts'
import type { Instant, LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { DocumentId, EpisodeId, LetterId, PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** A letter as it is kept: what a person may reword, and the paper once it is signed. */
export type StoredLetter = {
  readonly id: LetterId
  readonly episodeId: EpisodeId
  readonly wording: LetterWording
  readonly savedAt: Instant
  readonly documentId: DocumentId | null
}
type Row = Omit<StoredLetter, 'wording'> & { readonly wording: string }

const LETTERS = 'SELECT id, episode_id AS episodeId, wording, saved_at AS savedAt, document_id AS documentId FROM letters'
const toLetter = (row: Row): StoredLetter => ({ ...row, wording: LetterWording.parse(JSON.parse(row.wording)) })

/** One letter. Throws `not_found`. */
export function getStoredLetter(db: Database, id: LetterId): StoredLetter {
  const row = statement<{ id: string }, Row>(db, `${LETTERS} WHERE id = :id`).get({ id })
  if (!row) throw new DomainError('not_found', 'That letter is no longer in the records.')
  return toLetter(row)
}

/** The draft of a kind already begun for an episode; null where there is none. */
export function findDraft(db: Database, episodeId: EpisodeId, kind: LetterWording['kind']): StoredLetter | null {
  const row = statement<{ episodeId: string; kind: string }, Row>(db, `${LETTERS} WHERE episode_id = :episodeId AND kind = :kind AND document_id IS NULL`).get({
    episodeId,
    kind,
  })
  return row ? toLetter(row) : null
}

/** Begins a letter. */
export function insertLetter(db: Database, letter: { id: LetterId; episodeId: EpisodeId; wording: LetterWording; savedAt: Instant }) {
  const { wording, ...rest } = letter
  statement(db, 'INSERT INTO letters (id, episode_id, kind, wording, saved_at) VALUES (:id, :episodeId, :kind, :wording, :savedAt)').run({
    ...rest,
    kind: wording.kind,
    wording: JSON.stringify(wording),
  })
}

/** Keeps what was typed. */
export function updateWording(db: Database, letter: { id: LetterId; wording: LetterWording; savedAt: Instant }) {
  statement(db, 'UPDATE letters SET wording = :wording, saved_at = :savedAt WHERE id = :id').run({ ...letter, wording: JSON.stringify(letter.wording) })
}

/** Ties a letter to its signed paper; it does not change any more. */
export function markSigned(db: Database, letter: { id: LetterId; documentId: DocumentId; savedAt: Instant }) {
  statement(db, 'UPDATE letters SET document_id = :documentId, saved_at = :savedAt WHERE id = :id').run(letter)
}

/** Throws a draft away. */
export function deleteDraft(db: Database, id: LetterId) {
  statement(db, 'DELETE FROM letters WHERE id = :id AND document_id IS NULL').run({ id })
}

/** A letter with whom it is about, for the list. */
export type ListedLetter = {
  readonly letterId: LetterId
  readonly episodeId: EpisodeId
  readonly patientId: PatientId
  readonly patientName: string
  readonly condition: string
  readonly kind: LetterWording['kind']
  readonly toName: string
  readonly savedAt: Instant
  readonly documentId: DocumentId | null
  readonly signedOn: LocalDate | null
}

/** Letters drafted and signed, newest first, at most 300: a patient’s, or all. */
export function listStoredLetters(db: Database, patientId: PatientId | null): ListedLetter[] {
  return statement<{ patientId: string | null }, ListedLetter>(
    db,
    `SELECT l.id AS letterId, l.episode_id AS episodeId, e.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, e.condition, l.kind,
            COALESCE(d.content ->> '$.paper.to.name', '') AS toName, l.saved_at AS savedAt, l.document_id AS documentId, d.issued_on AS signedOn
       FROM letters l
       JOIN episodes e ON e.id = l.episode_id
       JOIN patients p ON p.id = e.patient_id
       LEFT JOIN documents d ON d.id = l.document_id
      WHERE :patientId IS NULL OR e.patient_id = :patientId
      ORDER BY l.document_id IS NOT NULL, l.saved_at DESC
      LIMIT 300`,
  ).all({ patientId })
}

/** An open episode with signed visits, for telling whether a letter is due. Visits are those signed after the last letter was. */
export type EpisodeSeen = {
  readonly episodeId: EpisodeId
  readonly patientId: PatientId
  readonly patientName: string
  readonly condition: string
  readonly lastLetterOn: LocalDate | null
  readonly visitsSinceLetter: number
  readonly lastVisitOn: LocalDate
  readonly isDrafted: number
}

/** Open episodes with at least one signed visit and a prescription. */
export function listEpisodesSeen(db: Database, patientId: PatientId | null): EpisodeSeen[] {
  return statement<{ patientId: string | null }, EpisodeSeen>(
    db,
    `WITH signed AS (
       SELECT l.episode_id, MAX(d.issued_on) AS lastLetterOn
         FROM letters l
         JOIN documents d ON d.id = l.document_id
        WHERE l.kind <> 'initial'
        GROUP BY l.episode_id
     )
     SELECT e.id AS episodeId, e.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, e.condition, s.lastLetterOn,
            SUM(s.lastLetterOn IS NULL OR n.service_on > s.lastLetterOn) AS visitsSinceLetter, MAX(n.service_on) AS lastVisitOn,
            EXISTS (SELECT 1 FROM letters l WHERE l.episode_id = e.id AND l.document_id IS NULL) AS isDrafted
       FROM episodes e
       JOIN patients p ON p.id = e.patient_id
       JOIN appointments a ON a.episode_id = e.id
       JOIN notes n ON n.appointment_id = a.id AND n.signed_at IS NOT NULL AND n.error_at IS NULL
       LEFT JOIN signed s ON s.episode_id = e.id
      WHERE e.closed_on IS NULL AND (:patientId IS NULL OR e.patient_id = :patientId)
        AND EXISTS (SELECT 1 FROM prescriptions r WHERE r.episode_id = e.id)
      GROUP BY e.id`,
  ).all({ patientId })
}
