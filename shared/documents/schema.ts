import { z } from 'zod'
import { Readiness } from '../billing/readiness.ts'
import { PrescriptionFields } from '../episodes/schema.ts'
import { Instant, LocalDate } from '../lib/dates.ts'
import { DocumentId, EpisodeId, LetterId, PatientId, PrescriptionId, SendingId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { LetterKind } from './progress-letter.ts'

/** The papers that are issued and frozen. `progress-letter` stands for every kind of letter. */
export const DocumentKind = z.enum([
  'superbill',
  'progress-letter',
  'visit-note',
  'note-packet',
  'receipt',
  'invoice',
  'credit-note',
  'statement',
  'estimate',
  'claim-form',
  'attendance-log',
  'attendance-letter',
  'records-packet',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** A paper that was issued, as lists show it. Its content is frozen; `path` is where the window can read its PDF. */
export const IssuedDocument = z.strictObject({
  id: DocumentId,
  kind: DocumentKind,
  /** "SB-2026-0118"; letters "PL-2026-0007". */
  number: z.string(),
  version: z.int(),
  title: z.string(),
  patientId: PatientId,
  patientName: z.string(),
  episodeId: EpisodeId.nullable(),
  issuedAt: Instant,
  issuedOn: LocalDate,
  /** For superbills: first and last date of service. */
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  total: Cents.nullable(),
  replacesVersion: z.int().nullable(),
  /** The newer version that replaced this one. */
  replacedBy: DocumentId.nullable(),
  reason: z.string(),
  /** “Faxed Nov 5 to Dr. Raman”: the last time it went out; empty where none is recorded. */
  sentWords: z.string(),
  /** Relative URL of the PDF under app://clinic/, such as `papers/document/<id>.pdf`. */
  path: z.string(),
})
export type IssuedDocument = z.infer<typeof IssuedDocument>

/** What a superbill for a range of dates would hold, before it is issued. */
export const SuperbillPreview = z.strictObject({
  visits: z.int(),
  lines: z.int(),
  total: Cents,
  paid: Cents,
  readiness: Readiness,
  /** Why it cannot be issued (no diagnosis on file, nothing charged, note unsigned); null when it can. */
  obstacle: z.string().nullable(),
  /** An issued superbill that already holds exactly these visits. */
  issued: IssuedDocument.nullable(),
  /** Whether the records changed since it was issued, so that a corrected version makes sense. */
  differsFromIssued: z.boolean(),
  path: z.string(),
})
export type SuperbillPreview = z.infer<typeof SuperbillPreview>

/** Which parts of a letter are printed. The body chart may be left out where it would fill a second page. */
export const LetterSections = z.strictObject({
  bodyChart: z.enum(['where-it-fits', 'always', 'off']),
  trend: z.boolean(),
  goals: z.boolean(),
})
export type LetterSections = z.infer<typeof LetterSections>

/** The sentences of a letter that a person may reword; figures, dates and names come from the records. */
export const LetterWording = z.strictObject({
  kind: LetterKind,
  greeting: line('the greeting', 120),
  /** First sentence: from, to, number of visits; second: the request. */
  answer: prose(600),
  /** What stood against massage and how it was handled; empty leaves the part out. */
  screening: prose(2000),
  treatment: prose(2000),
  sections: LetterSections,
  requestVisits: z.int().min(1, 'Ask for at least one visit, or leave it empty.').max(60, 'Ask for at most 60 visits.').nullable(),
  requestPerWeek: z.int().min(1, 'At least once a week.').max(7, 'At most 7 a week.').nullable(),
  requestWeeks: z.int().min(1, 'At least one week.').max(52, 'At most 52 weeks.').nullable(),
  request: prose(1000),
})
export type LetterWording = z.infer<typeof LetterWording>

/** How a paper left the clinic. */
export const SendingFields = z.strictObject({
  sentOn: LocalDate,
  how: z.enum(['fax', 'post', 'by-hand', 'portal', 'e-mail']),
  sentTo: line('to whom it went', 160),
})
export type SendingFields = z.infer<typeof SendingFields>
export const Sending = SendingFields.extend({ id: SendingId, recordedBy: z.string() })
export type Sending = z.infer<typeof Sending>

/** The physician’s answer to a letter. */
export const LetterAnswerFields = z.strictObject({
  receivedOn: LocalDate,
  answer: z.enum(['approved', 'changed', 'declined', 'see-patient']),
  remark: prose(1000),
})
export type LetterAnswerFields = z.infer<typeof LetterAnswerFields>
export const LetterAnswer = LetterAnswerFields.extend({ recordedBy: z.string(), prescriptionId: PrescriptionId.nullable() })
export type LetterAnswer = z.infer<typeof LetterAnswer>

/** Where a paper went and what came back. `consentRemark` warns where no release of information stands; `suggested` is the prescription that a yes would make. */
export const PaperTrail = z.strictObject({
  /** Whom a letter is written to, and the fax number printed on it; empty for other papers. */
  addressee: z.strictObject({ name: z.string(), fax: z.string() }),
  sendings: z.array(Sending),
  answer: LetterAnswer.nullable(),
  consentRemark: z.string(),
  suggested: PrescriptionFields.nullable(),
})
export type PaperTrail = z.infer<typeof PaperTrail>

/** The clinic’s own wording of one kind of letter, with placeholders in braces such as `{visits asked}`; see letter-placeholders.ts. */
export const LetterTemplate = z.strictObject({
  kind: LetterKind,
  greeting: line('the greeting', 120),
  answer: prose(1500),
  screening: prose(1000),
  treatment: prose(2000),
  request: prose(1500),
  /** Whether it differs from what Myodesk brings. */
  isOwn: z.boolean(),
})
export type LetterTemplate = z.infer<typeof LetterTemplate>

/** A letter being written or signed. */
export const Letter = z.strictObject({
  id: LetterId,
  episodeId: EpisodeId,
  patientId: PatientId,
  patientName: z.string(),
  condition: z.string(),
  toName: z.string(),
  wording: LetterWording,
  savedAt: Instant,
  /** What should be seen to before signing (no prescriber, one visit only …). */
  remarks: z.array(z.strictObject({ sentence: z.string(), blocks: z.boolean() })),
  /** The signed letter this one corrects, and why; null for a new letter. */
  replaces: z.strictObject({ documentId: DocumentId, version: z.int(), reason: z.string() }).nullable(),
  /** The issued paper once signed. */
  document: IssuedDocument.nullable(),
  path: z.string(),
})
export type Letter = z.infer<typeof Letter>

/** One row of the letters list: a draft, a signed one, or one that is due and not begun (`letterId` null). */
export const LetterRow = z.strictObject({
  letterId: LetterId.nullable(),
  episodeId: EpisodeId,
  patientId: PatientId,
  patientName: z.string(),
  condition: z.string(),
  /** Of a letter that is due: the kind to begin. */
  kind: LetterKind,
  toName: optionalLine(160),
  state: z.enum(['due', 'draft', 'signed']),
  /** "2 visits left", "Signed Nov 5, 2026" */
  words: z.string(),
  on: LocalDate,
  documentId: DocumentId.nullable(),
  /** “Faxed Nov 5 to Dr. Raman”; empty where none is recorded. */
  sentWords: z.string(),
})
export type LetterRow = z.infer<typeof LetterRow>
