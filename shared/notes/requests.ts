import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { Instant } from '../lib/dates.ts'
import { AppointmentId, NoteId, PatientId } from '../lib/ids.ts'
import { line } from '../lib/text.ts'
import { Note, NoteContent, NoteSummary, Session, SigningIssue } from './schema.ts'

/** Session notes: begun, drafted, signed, added to; never changed after signing. */
export const notesRequests = {
  'notes.getSession': query('clinical', z.strictObject({ appointmentId: AppointmentId }), Session),
  'notes.get': query('clinical', z.strictObject({ noteId: NoteId }), Note),
  'notes.listOfPatient': query('clinical', z.strictObject({ patientId: PatientId }), z.array(NoteSummary)),
  /** Begins the visit’s note (or returns the one begun) and sets the visit in session. Activities and motions of the last note are carried over without values. */
  'notes.begin': command('clinical', z.strictObject({ appointmentId: AppointmentId }), Note),
  /** Saves the draft. Refused with `conflict` when somebody saved a newer revision, and with `rule_broken` after signing. */
  'notes.saveDraft': command(
    'clinical',
    z.strictObject({ noteId: NoteId, revision: z.int(), content: NoteContent }),
    z.strictObject({ revision: z.int(), savedAt: Instant, issues: z.array(SigningIssue) }),
  ),
  /** Locks the note with name, credentials, time and a hash chained to the clinic’s previous signed note. Refused while anything is missing. */
  'notes.sign': command('clinical', z.strictObject({ noteId: NoteId, revision: z.int() }), Note),
  'notes.addAddendum': command('clinical', z.strictObject({ noteId: NoteId, text: line('the addendum', 8000) }), Note),
} as const satisfies Record<string, Endpoint>
