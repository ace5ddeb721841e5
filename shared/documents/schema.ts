import { z } from 'zod'
import { Readiness } from '../billing/readiness.ts'
import { Instant, LocalDate } from '../lib/dates.ts'
import { DocumentId, EpisodeId, LetterId, PatientId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { LetterKind } from './progress-letter.ts'

/** A paper that was issued, as lists show it. Its content is frozen; `path` is where the window can read its PDF. */
export const IssuedDocument = z.strictObject({
  id: DocumentId,
  kind: z.enum(['superbill', 'progress-letter']),
  /** "SB-2026-0118"; letters "PL-2026-0007". */
  number: z.string(),
  version: z.int(),
  title: z.string(),
  patientId: PatientId,
  patientName: z.string(),
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

/** The sentences of a letter that a person may reword; figures, dates and names come from the records. */
export const LetterWording = z.strictObject({
  kind: LetterKind,
  greeting: line('the greeting', 120),
  /** First sentence: from, to, number of visits; second: the request. */
  answer: prose(600),
  treatment: prose(2000),
  requestVisits: z.int().min(1, 'Ask for at least one visit, or leave it empty.').max(60, 'Ask for at most 60 visits.').nullable(),
  requestPerWeek: z.int().min(1, 'At least once a week.').max(7, 'At most 7 a week.').nullable(),
  requestWeeks: z.int().min(1, 'At least one week.').max(52, 'At most 52 weeks.').nullable(),
  request: prose(1000),
})
export type LetterWording = z.infer<typeof LetterWording>

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
  toName: optionalLine(160),
  state: z.enum(['due', 'draft', 'signed']),
  /** "2 visits left", "Signed Nov 5, 2026" */
  words: z.string(),
  on: LocalDate,
  documentId: DocumentId.nullable(),
})
export type LetterRow = z.infer<typeof LetterRow>
