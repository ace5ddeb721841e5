import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { AddendumId } from '../../shared/lib/ids.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Services } from '../app/services.ts'
import { getNote, insertAddendum } from './repository.ts'

/** Adds a remark to a signed note, with time and the name of who is signed in. Throws `rule_broken` while the note is a draft. */
export function addAddendum({ db, clock, newId, person }: Services, { noteId, text }: Parsed<'notes.addAddendum'>): Note {
  if (!getNote(db, noteId).signature) throw new DomainError('rule_broken', 'This note is not signed yet: write it into the note itself.')
  insertAddendum(db, { id: AddendumId.parse(newId()), noteId, text, writtenAt: clock.now(), writtenBy: person.name })
  return getNote(db, noteId)
}
