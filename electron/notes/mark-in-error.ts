import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Services } from '../app/services.ts'
import { getNote, updateError } from './repository.ts'

/**
 * Says that a signed note is about the wrong patient or visit, in the name of who is signed in. Its words and signature stay; it counts nowhere any more
 * and the visit may have another note. The visit keeps its status. Throws `rule_broken` for a draft and the second time.
 */
export function markInError({ db, clock, person }: Services, { noteId, reason }: Parsed<'notes.markInError'>): Note {
  const note = getNote(db, noteId)
  if (!note.signature) throw new DomainError('rule_broken', 'This note is a draft: change it, nothing needs to be struck through.')
  if (note.enteredInError) throw new DomainError('rule_broken', 'This note is marked as entered in error already.')
  updateError(db, { id: noteId, at: clock.now(), by: person.name, reason })
  return getNote(db, noteId)
}
