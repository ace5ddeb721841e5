import { readStoredWording } from '../../shared/documents/letter-stored.ts'
import type { LetterWording, Sending } from '../../shared/documents/schema.ts'
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
  /** The signed letter that it corrects, and why; null and empty for a new one. */
  readonly replacesId: DocumentId | null
  readonly replaceReason: string
}
type Row = Omit<StoredLetter, 'wording'> & { readonly wording: string }

const LETTERS = `SELECT id, episode_id AS episodeId, wording, saved_at AS savedAt, document_id AS documentId, replaces_id AS replacesId,
       replace_reason AS replaceReason
  FROM letters`
const toLetter = (row: Row): StoredLetter => ({ ...row, wording: readStoredWording(JSON.parse(row.wording)) })

/** One letter. Throws `not_found`. */
export function getStoredLetter(db: Database, id: LetterId): StoredLetter {
  const row = statement<{ id: string }, Row>(db, `${LETTERS} WHERE id = :id`).get({ id })
  if (!row) throw new DomainError('not_found', 'That letter is no longer in the records.')
  return toLetter(row)
}

/** The draft of a kind already begun for an episode, corrections left out; null where there is none. */
export function findDraft(db: Database, episodeId: EpisodeId, kind: LetterWording['kind']): StoredLetter | null {
  const row = statement<{ episodeId: string; kind: string }, Row>(
    db,
    `${LETTERS} WHERE episode_id = :episodeId AND kind = :kind AND document_id IS NULL AND replaces_id IS NULL`,
  ).get({ episodeId, kind })
  return row ? toLetter(row) : null
}

/** The letter whose signed paper this is; null for a paper that is none. */
export function findLetterOf(db: Database, documentId: DocumentId): StoredLetter | null {
  const row = statement<{ documentId: string }, Row>(db, `${LETTERS} WHERE document_id = :documentId`).get({ documentId })
  return row ? toLetter(row) : null
}

/** The correction of a signed letter already begun; null where there is none. */
export function findCorrection(db: Database, replacesId: DocumentId): StoredLetter | null {
  const row = statement<{ replacesId: string }, Row>(db, `${LETTERS} WHERE replaces_id = :replacesId AND document_id IS NULL`).get({ replacesId })
  return row ? toLetter(row) : null
}

/** Begins a letter, or the correction of a signed one. */
export function insertLetter(db: Database, { wording, ...letter }: Omit<StoredLetter, 'documentId'>) {
  statement(
    db,
    `INSERT INTO letters (id, episode_id, kind, wording, saved_at, replaces_id, replace_reason)
          VALUES (:id, :episodeId, :kind, :wording, :savedAt, :replacesId, :replaceReason)`,
  ).run({ ...letter, kind: wording.kind, wording: JSON.stringify(wording) })
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
  readonly version: number
  readonly isCorrection: number
  /** The last time it went out. */
  readonly sentOn: LocalDate | null
  readonly how: Sending['how'] | null
  readonly sentTo: string | null
}

/** Letters drafted and signed, newest first, at most 300: a patient’s, or all. */
export function listStoredLetters(db: Database, patientId: PatientId | null): ListedLetter[] {
  return statement<{ patientId: string | null }, ListedLetter>(
    db,
    `SELECT l.id AS letterId, l.episode_id AS episodeId, e.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, e.condition, l.kind,
            COALESCE(d.content ->> '$.paper.to.name', '') AS toName, l.saved_at AS savedAt, l.document_id AS documentId, d.issued_on AS signedOn, COALESCE(d.version, 1) AS version, l.replaces_id IS NOT NULL AS isCorrection, s.sent_on AS sentOn, s.how,
            s.sent_to AS sentTo
       FROM letters l
       JOIN episodes e ON e.id = l.episode_id
       JOIN patients p ON p.id = e.patient_id
       LEFT JOIN documents d ON d.id = l.document_id
       LEFT JOIN sendings s ON s.id = (SELECT id FROM sendings WHERE document_id = d.id ORDER BY sent_on DESC, rowid DESC LIMIT 1)
      WHERE :patientId IS NULL OR e.patient_id = :patientId
      ORDER BY l.document_id IS NOT NULL, l.saved_at DESC
      LIMIT 300`,
  ).all({ patientId })
}
