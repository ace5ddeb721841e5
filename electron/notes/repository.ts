import type { Instant, LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AddendumId, AppointmentId, EpisodeId, NoteId, PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import { Addendum, Note, NoteContent } from '../../shared/notes/schema.ts'
import { readStoredBlocks, readStoredContent } from '../../shared/notes/stored-content.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { FIRST_HASH } from './content-hash.ts'

type NoteRow = Omit<Note, 'content' | 'signature' | 'addenda' | 'enteredInError'> & {
  readonly content: string
  readonly signedAt: Instant | null
  readonly signerName: string
  readonly signerCredentials: string
  readonly contentHash: string
  readonly previousHash: string
  readonly drawn: string
  readonly errorAt: Instant | null
  readonly errorBy: string | null
  readonly errorReason: string | null
}

const NOTES = `
     SELECT n.id, n.appointment_id AS appointmentId, n.patient_id AS patientId, a.episode_id AS episodeId, n.practitioner_id AS practitionerId,
            n.service_on AS serviceOn, n.content, n.revision, n.saved_at AS savedAt, n.signed_at AS signedAt, n.signer_name AS signerName,
            n.signer_credentials AS signerCredentials, n.content_hash AS contentHash, n.previous_hash AS previousHash, n.drawn_signature AS drawn,
            n.error_at AS errorAt, n.error_by AS errorBy, n.error_reason AS errorReason
       FROM notes n
       JOIN appointments a ON a.id = n.appointment_id`

function toNote(db: Database, row: NoteRow): Note {
  const { signedAt, signerName, signerCredentials, contentHash, previousHash, drawn, errorAt, errorBy, errorReason, content, ...rest } = row
  const signature = signedAt === null ? null : { signedAt, name: signerName, credentials: signerCredentials, contentHash, previousHash, drawn }
  const enteredInError = errorAt === null ? null : { reason: errorReason, at: errorAt, by: errorBy }
  return Note.parse({
    ...rest,
    content: readStoredContent(JSON.parse(content)),
    signature,
    addenda: signature ? listAddenda(db, rest.id) : [],
    enteredInError,
  })
}

function listAddenda(db: Database, noteId: NoteId): Note['addenda'] {
  return statement<{ noteId: string }, unknown>(
    db,
    'SELECT id, text, written_at AS writtenAt, written_by AS writtenBy FROM note_addenda WHERE note_id = :noteId ORDER BY written_at, rowid',
  )
    .all({ noteId })
    .map(row => Addendum.parse(row))
}

/** One note with its addenda. Throws `not_found`. */
export function getNote(db: Database, id: NoteId): Note {
  const row = statement<{ id: string }, NoteRow>(db, `${NOTES} WHERE n.id = :id`).get({ id })
  if (!row) throw new DomainError('not_found', 'That note is no longer in the records.')
  return toNote(db, row)
}

/** Where a note says hands were, and the reasons for what was not allowed: read without the rest of it. Throws `not_found`. */
export function getTreated(db: Database, id: NoteId): Pick<NoteContent, 'blocks' | 'regionReasons'> {
  const row = statement<{ id: string }, { blocks: string; reasons: string }>(
    db,
    "SELECT content -> '$.blocks' AS blocks, content -> '$.regionReasons' AS reasons FROM notes WHERE id = :id",
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That note is no longer in the records.')
  return { blocks: readStoredBlocks(JSON.parse(row.blocks)), regionReasons: NoteContent.shape.regionReasons.parse(JSON.parse(row.reasons)) }
}

/** The note of a visit; null before one is begun. */
export function findNoteOf(db: Database, appointmentId: AppointmentId): Note | null {
  const row = statement<{ appointmentId: string }, NoteRow>(db, `${NOTES} WHERE n.appointment_id = :appointmentId AND n.error_at IS NULL`).get({
    appointmentId,
  })
  return row ? toNote(db, row) : null
}

/** All notes of a patient, newest first. */
export function listNotes(db: Database, patientId: PatientId): Note[] {
  return statement<{ patientId: string }, NoteRow>(db, `${NOTES} WHERE n.patient_id = :patientId ORDER BY a.starts_at DESC`)
    .all({ patientId })
    .map(row => toNote(db, row))
}

type Before = { readonly patientId: PatientId; readonly episodeId: EpisodeId | null; readonly startsAt: LocalDateTime }

/** The note of the last treatment in the same episode (or of the patient’s visits without one) before a visit; null where there is none. */
export function findLastTreated(db: Database, visit: Before): Note | null {
  const row = statement<Before, NoteRow>(
    db,
    `${NOTES}
      WHERE n.patient_id = :patientId AND a.episode_id IS :episodeId AND n.signed_at IS NOT NULL AND n.error_at IS NULL AND a.starts_at < :startsAt
        AND NOT coalesce(n.content ->> '$.screening.isWithheld', 0)
      ORDER BY a.starts_at DESC
      LIMIT 1`,
  ).get(visit)
  return row ? toNote(db, row) : null
}

/** The note with which the patient was last screened in the same episode before a visit, also where treatment was withheld; null where never. */
export function findLastScreened(db: Database, visit: Before): Note | null {
  const row = statement<Before, NoteRow>(
    db,
    `${NOTES}
      WHERE n.patient_id = :patientId AND a.episode_id IS :episodeId AND n.signed_at IS NOT NULL AND n.error_at IS NULL AND a.starts_at < :startsAt
      ORDER BY a.starts_at DESC
      LIMIT 1`,
  ).get(visit)
  return row ? toNote(db, row) : null
}

/** A note at its beginning. */
export type NewNote = {
  readonly id: NoteId
  readonly appointmentId: AppointmentId
  readonly patientId: PatientId
  readonly practitionerId: PractitionerId
  readonly serviceOn: LocalDate
  readonly content: NoteContent
  readonly savedAt: Instant
}

/** Begins a note as its first revision. */
export function insertNote(db: Database, { content, ...note }: NewNote) {
  statement<Omit<NewNote, 'content'> & { content: string }>(
    db,
    `INSERT INTO notes (id, appointment_id, patient_id, practitioner_id, service_on, content, revision, saved_at)
          VALUES (:id, :appointmentId, :patientId, :practitionerId, :serviceOn, :content, 1, :savedAt)`,
  ).run({ ...note, content: JSON.stringify(content) })
}

/** Saves a draft as the revision after `revision`. False when that is not the newest one or the note is signed. */
export function updateContent(db: Database, draft: { id: NoteId; revision: number; content: NoteContent; savedAt: Instant }): boolean {
  return (
    statement<Omit<typeof draft, 'content'> & { content: string }>(
      db,
      `UPDATE notes
          SET content = :content, revision = revision + 1, saved_at = :savedAt
        WHERE id = :id AND revision = :revision AND signed_at IS NULL`,
    ).run({ ...draft, content: JSON.stringify(draft.content) }).changes === 1
  )
}

/** Place and hash of the clinic’s last signed note; 0 before the first. */
export function lastSignature(db: Database): { sequence: number; hash: string } {
  const row = statement<Record<string, never>, { sequence: number; hash: string }>(
    db,
    `SELECT signed_sequence AS sequence, content_hash AS hash
       FROM notes
      WHERE signed_sequence IS NOT NULL
      ORDER BY signed_sequence DESC
      LIMIT 1`,
  ).get({})
  return row ?? { sequence: 0, hash: FIRST_HASH }
}

/** A signature with its place in the clinic’s chain. */
export type NewSignature = {
  readonly id: NoteId
  readonly practitionerId: PractitionerId
  readonly signedAt: Instant
  readonly signerName: string
  readonly signerCredentials: string
  readonly sequence: number
  readonly contentHash: string
  readonly previousHash: string
  /** As it is hashed: a draft begun by an older Myodesk takes today’s form when it is signed. */
  readonly content: NoteContent
  readonly drawn: string
}

/** Signs a note; from then on the database refuses every change to it. */
export function updateSignature(db: Database, signature: NewSignature) {
  statement<Omit<NewSignature, 'content'> & { content: string }>(
    db,
    `UPDATE notes
        SET practitioner_id = :practitionerId, signed_at = :signedAt, signer_name = :signerName, signer_credentials = :signerCredentials, signed_sequence = :sequence,
            content_hash = :contentHash, previous_hash = :previousHash, content = :content, drawn_signature = :drawn
      WHERE id = :id`,
  ).run({ ...signature, content: JSON.stringify(signature.content) })
}

/** Marks a signed note as entered in error; the database allows it once. */
export function updateError(db: Database, error: { id: NoteId; at: Instant; by: string; reason: string }) {
  statement<typeof error>(db, 'UPDATE notes SET error_at = :at, error_by = :by, error_reason = :reason WHERE id = :id').run(error)
}

/** Adds a dated remark to a signed note. */
export function insertAddendum(db: Database, addendum: { id: AddendumId; noteId: NoteId; text: string; writtenAt: Instant; writtenBy: string }) {
  statement<typeof addendum>(
    db,
    'INSERT INTO note_addenda (id, note_id, text, written_at, written_by) VALUES (:id, :noteId, :text, :writtenAt, :writtenBy)',
  ).run(addendum)
}

/** The regions a visit may treat: those of its prescription, else of its episode; empty where neither names any. */
export function allowedRegionsOf(
  db: Database,
  visit: { episodeId: EpisodeId | null; prescriptionId: string | null },
): NoteContent['blocks'][number]['regions'] {
  const row = statement<typeof visit, { prescribed: string | null; ofEpisode: string | null }>(
    db,
    `SELECT (SELECT regions FROM prescriptions WHERE id = :prescriptionId) AS prescribed,
            (SELECT regions FROM episodes WHERE id = :episodeId) AS ofEpisode`,
  ).get(visit)
  const regions = NoteContent.shape.blocks.element.shape.regions
  const prescribed = regions.parse(JSON.parse(row?.prescribed ?? '[]'))
  return prescribed.length > 0 ? prescribed : regions.parse(JSON.parse(row?.ofEpisode ?? '[]'))
}
