import type { notesRequests } from '../../shared/notes/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { addAddendum } from './add-addendum.ts'
import { begin } from './begin.ts'
import { findWords } from './find-words.ts'
import { getSession } from './get-session.ts'
import { getLibrary, removeSnippet, removeTemplate, saveSnippet, saveTechniques, saveTemplate } from './library.ts'
import { listCharts } from './list-charts.ts'
import { listNotesOfPatient } from './list-notes.ts'
import { markInError } from './mark-in-error.ts'
import { getNote } from './repository.ts'
import { saveDraft } from './save-draft.ts'
import { sign } from './sign.ts'
import { checkSignature } from './verify-signed-notes.ts'

/** Answers about session notes. */
export const notesHandlers: Handlers<keyof typeof notesRequests> = {
  'notes.getSession': (services, { appointmentId }) => getSession(services, appointmentId),
  'notes.get': ({ db }, { noteId }) => getNote(db, noteId),
  'notes.listOfPatient': (services, { patientId }) => listNotesOfPatient(services, patientId),
  'notes.findWords': ({ db }, search) => findWords(db, search),
  'notes.begin': (services, { appointmentId }) => begin(services, appointmentId),
  'notes.saveDraft': (services, draft) => saveDraft(services, draft),
  'notes.sign': (services, note) => sign(services, note),
  'notes.addAddendum': (services, addendum) => addAddendum(services, addendum),
  'notes.markInError': (services, error) => markInError(services, error),
  'notes.checkSignature': ({ db }, { noteId }) => checkSignature(db, noteId),
  'notes.listCharts': ({ db }, { episodeId }) => listCharts(db, episodeId),
  'notes.getLibrary': ({ db }) => getLibrary(db),
  'notes.saveTemplate': (services, template) => saveTemplate(services, template),
  'notes.removeTemplate': (services, template) => removeTemplate(services, template),
  'notes.saveSnippet': (services, snippet) => saveSnippet(services, snippet),
  'notes.removeSnippet': (services, snippet) => removeSnippet(services, snippet),
  'notes.saveTechniques': (services, techniques) => saveTechniques(services, techniques),
}
