import { z } from 'zod'
import { BalanceChoice, PayerRef } from '../accounts/balances.ts'
import { PrescriptionFields } from '../episodes/schema.ts'
import { EstimateDraft } from '../estimates/schema.ts'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import {
  AppointmentId,
  ClosingId,
  DocumentId,
  EpisodeId,
  InvoiceId,
  JobId,
  LedgerEntryId,
  LetterId,
  NoteId,
  PatientId,
  PaymentId,
  PractitionerId,
  SendingId,
} from '../lib/ids.ts'
import { Amount } from '../lib/money.ts'
import { line, optionalLine } from '../lib/text.ts'
import { BatchPreview, BatchRequest, BatchResult, BatchShow } from './batch.ts'
import { claimPaperRequests } from './claim-form-requests.ts'
import { LetterKind } from './progress-letter.ts'
import { IssuedDocument, Letter, LetterAnswerFields, LetterRow, LetterTemplate, LetterWording, PaperTrail, SendingFields, SuperbillPreview } from './schema.ts'

const Range = z.strictObject({ patientId: PatientId, from: LocalDate, to: LocalDate })
const ByDocument = z.strictObject({ documentId: DocumentId })
const BatchDays = z.strictObject({ from: LocalDate, to: LocalDate })
const ByLetter = z.strictObject({ letterId: LetterId })

/** Papers: superbills and letters, previewed, issued, opened for printing, saved. */
export const documentsRequests = {
  'documents.list': query('front-desk', z.strictObject({ patientId: PatientId.nullable() }), z.array(IssuedDocument)),
  'documents.get': query('front-desk', ByDocument, IssuedDocument),
  /** `from` = `to` is one day; both days included. */
  'documents.previewSuperbill': query('front-desk', Range, SuperbillPreview),
  /** Freezes a superbill. With `replaces`, it becomes the next version of that one and says so; `reason` is kept. */
  'documents.issueSuperbill': command('front-desk', Range.extend({ replaces: DocumentId.nullable(), reason: optionalLine(200) }), IssuedDocument),
  /** Whether a superbill still says what the records say, and what stands against a corrected version. */
  'documents.previewCorrection': query('front-desk', ByDocument, z.strictObject({ differs: z.boolean(), obstacle: z.string().nullable() })),
  /** Freezes the next version of a superbill: its visits as the records have them now. */
  'documents.correctSuperbill': command('front-desk', ByDocument.extend({ reason: line('what is corrected', 200) }), IssuedDocument),
  /** A page of the superbills that a range of days holds for all patients: which could be issued, which stand, what is missing. At most a year. */
  'documents.previewBatch': query('front-desk', BatchDays.extend({ show: BatchShow, offset: z.int().min(0).max(100_000) }), BatchPreview),
  /**
   * Issues and prints the superbills of a range of days, and answers when all is done, cancelled (`documents.stopJob`) or failed; null where no folder was
   * chosen. What it issued stays issued; files get their names only at the end.
   */
  'documents.startBatch': command('front-desk', BatchRequest, BatchResult.nullable()),
  /** How a batch stands or ended; without an id the newest that was not closed. */
  'documents.getBatch': query('front-desk', z.strictObject({ jobId: JobId.nullable(), offset: z.int().min(0).max(100_000) }), BatchResult.nullable()),
  /** Opens what a batch wrote: its folder, or its file. */
  'documents.openBatch': command('front-desk', z.strictObject({ jobId: JobId }), z.strictObject({ path: z.string() })),
  /** Forgets a batch that was read. */
  'documents.closeBatch': command('front-desk', z.strictObject({ jobId: JobId }), z.strictObject({})),
  /** Notes that papers went to their patients today: those named, or all of a batch. */
  'documents.markSent': command(
    'front-desk',
    z.strictObject({
      papers: z.union([z.strictObject({ documentIds: z.array(DocumentId).min(1).max(100) }), z.strictObject({ jobId: JobId })]),
      how: SendingFields.shape.how,
    }),
    z.strictObject({ sendingIds: z.array(SendingId) }),
  ),
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
  /** Signs and freezes the letter. One that corrects an earlier letter becomes its next version. */
  'documents.signLetter': command('clinical', ByLetter, Letter),
  /** Begins a corrected version of a signed letter with its words; the signed one stays as it is. */
  'documents.correctLetter': command('clinical', ByDocument.extend({ reason: line('what is corrected', 200) }), Letter),
  'documents.getTrail': query('front-desk', ByDocument, PaperTrail),
  /** Notes that a paper went out. Warned about without a release of information, not refused. */
  'documents.recordSending': command('front-desk', ByDocument.extend({ sending: SendingFields }), PaperTrail),
  'documents.removeSending': command('front-desk', z.strictObject({ sendingId: SendingId }), PaperTrail),
  /** Keeps the physician’s answer to a letter and, in the same step, adds the prescription it makes. Once a letter. */
  'documents.recordAnswer': command('front-desk', ByDocument.extend({ answer: LetterAnswerFields, prescription: PrescriptionFields.nullable() }), PaperTrail),
  'documents.listLetterTemplates': query('front-desk', z.strictObject({}), z.array(LetterTemplate)),
  'documents.saveLetterTemplate': command('clinical', LetterTemplate.omit({ isOwn: true }), z.array(LetterTemplate)),
  /** Goes back to the wording that Myodesk brings. */
  'documents.resetLetterTemplate': command('clinical', z.strictObject({ kind: LetterKind }), z.array(LetterTemplate)),
  /** Freezes a signed note as a paper. The same note again, unchanged, returns the paper already made. */
  'documents.issueVisitNote': command('clinical', z.strictObject({ noteId: NoteId }), IssuedDocument),
  /** Freezes all signed notes of an episode as one paper with an index. */
  'documents.issueNotePacket': command('clinical', z.strictObject({ episodeId: EpisodeId }), IssuedDocument),
  /**
   * Freezes the receipt of a payment or a refund, with the other payments of the same day on the same invoices. The same again, unchanged, returns the paper
   * already made; else its next version. Refused with `rule_broken` for a voided one.
   */
  'documents.issueReceipt': command('front-desk', z.strictObject({ paymentId: PaymentId }), IssuedDocument),
  /**
   * Freezes the receipt of an invoice that a package, credit or a discount settled, so that no payment has a receipt that says so. The same again returns the
   * paper already made; else its next version. Refused with `rule_broken` for a void invoice, and where only payments settle it.
   */
  'documents.issueSettledReceipt': command('front-desk', z.strictObject({ invoiceId: InvoiceId }), IssuedDocument),
  /** Freezes an invoice as a paper under its own number, void ones too. Unchanged: the paper already made; else its next version. */
  'documents.issueInvoice': command('front-desk', z.strictObject({ invoiceId: InvoiceId }), IssuedDocument),
  /** Freezes a credit note of the ledger as a paper under its own number. Refused with `rule_broken` for any other entry. */
  'documents.issueCreditNote': command('front-desk', z.strictObject({ entryId: LedgerEntryId }), IssuedDocument),
  /**
   * Freezes a good faith estimate as filled in, and answers what the patient asked for. With `replaces` in the draft it becomes the next version of that one;
   * unchanged, it returns the estimate already given.
   */
  'documents.issueEstimate': command('front-desk', z.strictObject({ patientId: PatientId, draft: EstimateDraft }), IssuedDocument),
  /** Opens a blank intake form to print, headed with the patient’s name where one is given. */
  'documents.openIntakeForm': command('front-desk', z.strictObject({ patientId: PatientId.nullable() }), z.strictObject({ path: z.string() })),
  /** Opens the day’s visits on paper, with room to write; one practitioner’s, or everybody’s. */
  'documents.openDaySheet': command(
    'front-desk',
    z.strictObject({ day: LocalDate, practitionerId: PractitionerId.nullable() }),
    z.strictObject({ path: z.string() }),
  ),
  /** Opens a small card with coming visits to take home: the ones named, or all that are booked. */
  'documents.openAppointmentCard': command(
    'front-desk',
    z.strictObject({ patientId: PatientId, appointmentIds: z.array(AppointmentId).max(60).nullable() }),
    z.strictObject({ path: z.string() }),
  ),
  /** Opens one page with everything the desk knows of a patient. */
  'documents.openFaceSheet': command('front-desk', z.strictObject({ patientId: PatientId }), z.strictObject({ path: z.string() })),
  /** Freezes what a payer owes as a statement. Asked again the same day, with nothing changed, it is the one already made. */
  'documents.issueStatement': command('front-desk', z.strictObject({ payer: PayerRef }), IssuedDocument),
  /**
   * Prints statements for those chosen, or all that a search and an age leave, as one file in order of name, and opens it. Left out are those without an
   * address and those who owe less than `minimum`. `path` is null where nobody is left. A long work: tells how far it is under `jobId`.
   */
  'documents.printStatements': command(
    'front-desk',
    z.strictObject({
      jobId: JobId,
      minimum: Amount,
      choice: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('some'), payers: z.array(PayerRef).min(1, 'Choose somebody first.').max(20_000) }),
        BalanceChoice.extend({ kind: z.literal('all') }),
      ]),
    }),
    z.strictObject({ printed: z.int(), skipped: z.array(z.strictObject({ name: z.string(), reason: z.string() })), path: z.string().nullable() }),
  ),
  /** Opens the summary of a closed day, as it was when it was closed. */
  'documents.openDayClosing': command('front-desk', z.strictObject({ closingId: ClosingId }), z.strictObject({ path: z.string() })),
  /** Stops a long work, such as many papers for the printer; nothing of it is kept. */
  'documents.stopJob': command('front-desk', z.strictObject({ jobId: JobId }), z.strictObject({})),
  /** Opens the list of who is to be called about the visits of a day. */
  'documents.openReminderList': command('front-desk', z.strictObject({ day: LocalDate }), z.strictObject({ path: z.string() })),
  ...claimPaperRequests,
} as const satisfies Record<string, Endpoint>
