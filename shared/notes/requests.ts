import { z } from 'zod'
import { Mark } from '../body-chart/marks.ts'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { Instant, LocalDate } from '../lib/dates.ts'
import { AppointmentId, EpisodeId, NoteId, NoteTemplateId, PatientId, SnippetId } from '../lib/ids.ts'
import { line } from '../lib/text.ts'
import { ClinicTechnique, NoteLibrary, NoteTemplate, Snippet } from './library-schema.ts'
import { DrawnSignature, Note, NoteContent, NoteSummary, Session, SignatureCheck, SigningIssue } from './schema.ts'

/** Session notes: begun, drafted, signed, added to; never changed after signing. */
export const notesRequests = {
  'notes.getSession': query('clinical', z.strictObject({ appointmentId: AppointmentId }), Session),
  'notes.get': query('clinical', z.strictObject({ noteId: NoteId }), Note),
  'notes.listOfPatient': query('clinical', z.strictObject({ patientId: PatientId }), z.array(NoteSummary)),
  /** The patient’s notes in which all these words stand. */
  'notes.findWords': query('clinical', z.strictObject({ patientId: PatientId, text: z.string().max(200) }), z.array(NoteId)),
  /** Begins the visit’s note (or returns the one begun) and sets the visit in session. Activities and motions of the last note are carried over without values. */
  'notes.begin': command('clinical', z.strictObject({ appointmentId: AppointmentId }), Note),
  /** Saves the draft. Refused with `conflict` when somebody saved a newer revision, and with `rule_broken` after signing. */
  'notes.saveDraft': command(
    'clinical',
    z.strictObject({ noteId: NoteId, revision: z.int(), content: NoteContent }),
    z.strictObject({ revision: z.int(), savedAt: Instant, issues: z.array(SigningIssue) }),
  ),
  /** Locks the note with name, credentials, time and a hash chained to the clinic’s previous signed note. Refused while anything is missing. */
  'notes.sign': command('clinical', z.strictObject({ noteId: NoteId, revision: z.int(), drawn: DrawnSignature }), Note),
  'notes.addAddendum': command('clinical', z.strictObject({ noteId: NoteId, text: line('the addendum', 8000) }), Note),
  /** Says that a signed note is about the wrong patient or visit. Its text stays, struck through; it no longer counts, and the visit may have another note. */
  'notes.markInError': command('clinical', z.strictObject({ noteId: NoteId, reason: line('what is wrong with it', 300) }), Note),
  /** Computes a signed note’s hash anew and compares it with what was signed and with its neighbors in the clinic’s chain. */
  'notes.checkSignature': query('clinical', z.strictObject({ noteId: NoteId }), SignatureCheck),
  /** The body charts of an episode’s signed notes, oldest first, to compare any two visits. */
  'notes.listCharts': query(
    'clinical',
    z.strictObject({ episodeId: EpisodeId }),
    z.array(z.strictObject({ noteId: NoteId, serviceOn: LocalDate, marks: z.array(Mark) })),
  ),
  'notes.getLibrary': query('clinical', z.strictObject({}), NoteLibrary),
  'notes.saveTemplate': command('clinical', NoteTemplate.extend({ id: NoteTemplateId.nullable() }), NoteLibrary),
  'notes.removeTemplate': command('clinical', z.strictObject({ templateId: NoteTemplateId }), NoteLibrary),
  'notes.saveSnippet': command('clinical', Snippet.extend({ id: SnippetId.nullable() }), NoteLibrary),
  'notes.removeSnippet': command('clinical', z.strictObject({ snippetId: SnippetId }), NoteLibrary),
  /** Replaces the clinic’s own techniques. */
  'notes.saveTechniques': command('clinical', z.strictObject({ techniques: z.array(ClinicTechnique).max(100, 'Keep it to 100 techniques.') }), NoteLibrary),
} as const satisfies Record<string, Endpoint>
