import { isDeepStrictEqual } from 'node:util'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { type NoteOnPaper, VisitNotePaper } from '../../shared/documents/visit-note.ts'
import { noteOnPaper } from '../../shared/documents/visit-note-compose.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { DocumentId, type NoteId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { getNote } from '../notes/repository.ts'
import { paperNumber } from './paper-number.ts'
import { findFrozenPaper, getDocument, insertDocument } from './repository.ts'
import { headOf, isSigned, notesOfCourse } from './visit-note-load.ts'
import { findVisitNote, insertDocumentNotes } from './visit-note-repository.ts'

/**
 * Freezes a signed note as a paper. The paper already made is given again while the note has no newer addendum and no error mark; else its next version.
 * Throws `rule_broken` for a draft.
 */
export function issueVisitNote({ db, clock, newId }: Services, { noteId }: { noteId: NoteId }): IssuedDocument {
  const today = clock.today()
  const { patientId, episodeId, serviceOn } = getNote(db, noteId)
  const course = notesOfCourse(db, { patientId, episodeId }, today)
  const note = course.notes.find(({ id }) => id === noteId)
  if (!note || !isSigned(note)) throw new DomainError('rule_broken', 'This note is not signed yet. Sign it first, then print it.')
  const paper = noteOnPaper(course.sourceOf(note))
  const before = findVisitNote(db, noteId)
  if (before && saysTheSame(db, before, paper)) return before
  const number = before?.number ?? paperNumber(db, 'VN', today)
  const version = (before?.version ?? 0) + 1
  const id = DocumentId.parse(newId())
  const content: VisitNotePaper = { ...headOf(course), number, version, replaces: before?.version ?? null, issuedOn: today, note: paper }
  insertDocument(
    db,
    {
      id,
      kind: 'visit-note',
      number,
      version,
      patientId,
      episodeId,
      issuedAt: clock.now(),
      issuedOn: today,
      from: serviceOn,
      to: serviceOn,
      total: null,
      replacesId: before?.id ?? null,
      reason: reasonOf(paper, before),
      content: { paperSize: course.clinic.paperSize, paper: content },
    },
    [],
  )
  insertDocumentNotes(db, id, [noteId])
  return getDocument(db, id)
}

function saysTheSame(db: Database, issued: IssuedDocument, now: NoteOnPaper): boolean {
  const frozen = findFrozenPaper(db, issued.id)
  return frozen !== undefined && isDeepStrictEqual(whatChanges(VisitNotePaper.parse(frozen.paper).note), whatChanges(now))
}

// The content of a signed note does not change; what is added to it does.
const whatChanges = ({ signature, addenda, inError }: NoteOnPaper) => ({ hash: signature.contentHash, addenda, inError })

function reasonOf({ inError }: NoteOnPaper, before: IssuedDocument | null): string {
  if (!before) return ''
  return inError ? 'Entered in error' : 'Addendum since it was printed'
}
