import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { DocumentId, EpisodeId, LetterId, PatientId } from '../lib/ids.ts'
import { optionalLine } from '../lib/text.ts'
import { LetterKind } from './progress-letter.ts'
import { IssuedDocument, Letter, LetterRow, LetterWording, SuperbillPreview } from './schema.ts'

const Range = z.strictObject({ patientId: PatientId, from: LocalDate, to: LocalDate })
const ByDocument = z.strictObject({ documentId: DocumentId })
const ByLetter = z.strictObject({ letterId: LetterId })

/** Papers: superbills and letters, previewed, issued, opened for printing, saved. */
export const documentsRequests = {
  'documents.list': query('front-desk', z.strictObject({ patientId: PatientId.nullable() }), z.array(IssuedDocument)),
  'documents.get': query('front-desk', ByDocument, IssuedDocument),
  /** `from` = `to` is one day; both days included. */
  'documents.previewSuperbill': query('front-desk', Range, SuperbillPreview),
  /** Freezes a superbill. With `replaces`, it becomes the next version of that one and says so; `reason` is kept. */
  'documents.issueSuperbill': command('front-desk', Range.extend({ replaces: DocumentId.nullable(), reason: optionalLine(200) }), IssuedDocument),
  /** Opens the PDF in the system’s viewer, where it is printed. */
  'documents.open': command('front-desk', ByDocument, z.strictObject({ path: z.string() })),
  /** Asks where to save the PDF. Null when cancelled. */
  'documents.saveAs': command('front-desk', ByDocument, z.strictObject({ path: z.string() }).nullable()),
  /** Letters signed, drafted and due. */
  'documents.listLetters': query('front-desk', z.strictObject({ patientId: PatientId.nullable() }), z.array(LetterRow)),
  'documents.getLetter': query('clinical', ByLetter, Letter),
  /** Begins a letter filled from the records (or returns the draft already begun for the episode and kind). */
  'documents.beginLetter': command('clinical', z.strictObject({ episodeId: EpisodeId, kind: LetterKind }), Letter),
  'documents.saveLetter': command('clinical', z.strictObject({ letterId: LetterId, wording: LetterWording }), Letter),
  /** Fills the wording anew from the records, dropping what was typed. */
  'documents.refillLetter': command('clinical', ByLetter, Letter),
  'documents.discardLetter': command('clinical', ByLetter, z.strictObject({})),
  /** Signs and freezes the letter. */
  'documents.signLetter': command('clinical', ByLetter, Letter),
} as const satisfies Record<string, Endpoint>
