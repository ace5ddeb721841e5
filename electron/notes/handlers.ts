import type { notesRequests } from '../../shared/notes/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { addAddendum } from './add-addendum.ts'
import { begin } from './begin.ts'
import { getSession } from './get-session.ts'
import { listNotesOfPatient } from './list-notes.ts'
import { getNote } from './repository.ts'
import { saveDraft } from './save-draft.ts'
import { sign } from './sign.ts'

/** Answers about session notes. */
export const notesHandlers: Handlers<keyof typeof notesRequests> = {
  'notes.getSession': (services, { appointmentId }) => getSession(services, appointmentId),
  'notes.get': ({ db }, { noteId }) => getNote(db, noteId),
  'notes.listOfPatient': (services, { patientId }) => listNotesOfPatient(services, patientId),
  'notes.begin': (services, { appointmentId }) => begin(services, appointmentId),
  'notes.saveDraft': (services, draft) => saveDraft(services, draft),
  'notes.sign': (services, note) => sign(services, note),
  'notes.addAddendum': (services, addendum) => addAddendum(services, addendum),
}
