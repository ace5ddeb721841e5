import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { DocumentId, EpisodeId, NoteId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getDocument } from './repository.ts'

/** Keeps which notes stand on a paper. */
export function insertDocumentNotes(db: Database, documentId: DocumentId, noteIds: readonly NoteId[]) {
  for (const noteId of noteIds) statement(db, 'INSERT INTO document_notes (document_id, note_id) VALUES (:documentId, :noteId)').run({ documentId, noteId })
}

/** The newest paper of a note; null before it was printed. */
export function findVisitNote(db: Database, noteId: NoteId): IssuedDocument | null {
  return newest(
    db,
    statement<{ noteId: string }, { id: DocumentId }>(
      db,
      `SELECT d.id
         FROM document_notes n
         JOIN documents d ON d.id = n.document_id
        WHERE n.note_id = :noteId AND d.kind = 'visit-note'
        ORDER BY d.version DESC
        LIMIT 1`,
    ).get({ noteId }),
  )
}

/** The newest packet of an episode’s notes; null before one was made. */
export function findNotePacket(db: Database, episodeId: EpisodeId): IssuedDocument | null {
  return newest(
    db,
    statement<{ episodeId: string }, { id: DocumentId }>(
      db,
      `SELECT id FROM documents WHERE episode_id = :episodeId AND kind = 'note-packet' ORDER BY version DESC LIMIT 1`,
    ).get({ episodeId }),
  )
}

const newest = (db: Database, row: { id: DocumentId } | undefined) => (row ? getDocument(db, row.id) : null)
