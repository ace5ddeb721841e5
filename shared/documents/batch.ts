import { z } from 'zod'
import { ReadinessFix } from '../billing/readiness-item.ts'
import { LocalDate } from '../lib/dates.ts'
import { DocumentId, JobId, PatientId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'

/**
 * How one superbill of a batch stands: it can be issued; something is missing; it was issued and nothing changed since; it was issued and the records
 * changed since. A visit that stands on a superbill is not put on another one.
 */
export const BatchState = z.enum(['ready', 'missing', 'issued', 'changed'])
export type BatchState = z.infer<typeof BatchState>

/** Which rows are shown. */
export const BatchShow = z.enum(['all', ...BatchState.options])
export type BatchShow = z.infer<typeof BatchShow>

/** One superbill that a batch would issue or print: of one patient, practitioner, plan and case. */
export const BatchRow = z.strictObject({
  key: z.string(),
  patientId: PatientId,
  /** “Reyes, Marisol” */
  patientName: z.string(),
  chartNumber: z.string(),
  from: LocalDate,
  to: LocalDate,
  visits: z.int(),
  total: Cents,
  paid: Cents,
  state: BatchState,
  /** What is missing, or what changed, in one sentence; empty where nothing is. */
  problem: z.string(),
  /** Where that is put right; of one that is ready, where its first remark is. */
  fix: ReadinessFix.nullable(),
  /** What an insurer may still ask about. */
  remarks: z.int(),
  issued: z.strictObject({ id: DocumentId, number: z.string(), version: z.int(), sentWords: z.string() }).nullable(),
})
export type BatchRow = z.infer<typeof BatchRow>

/** So many rows of a list are shown at once. */
export const BATCH_PAGE = 50

/** A page of what a batch would hold, with how many rows of each kind there are in all. */
export const BatchPreview = z.strictObject({
  rows: z.array(BatchRow).max(BATCH_PAGE),
  counts: z.strictObject({ all: z.int(), ready: z.int(), missing: z.int(), issued: z.int(), changed: z.int() }),
  patients: z.int(),
  visits: z.int(),
  total: Cents,
  paid: Cents,
})
export type BatchPreview = z.infer<typeof BatchPreview>

/** `name`: by last name. `route`: by ZIP and street, as letters are carried. */
export const BatchOrder = z.enum(['name', 'route'])
export type BatchOrder = z.infer<typeof BatchOrder>

/** What a batch is to do. Both days included. */
export const BatchRequest = z.strictObject({
  jobId: JobId,
  from: LocalDate,
  to: LocalDate,
  /** Null: everybody. */
  patientIds: z.array(PatientId).max(5000).nullable(),
  /** Left out, though ready. */
  without: z.array(PatientId).max(5000),
  /** Also prints superbills that were issued before and have not changed. */
  again: z.boolean(),
  order: BatchOrder,
  /** A PDF each in a folder that is asked for, or one PDF to be printed, which is opened. */
  as: z.enum(['files', 'one']),
})
export type BatchRequest = z.infer<typeof BatchRequest>

/** A superbill that a batch printed. */
export const BatchPaper = z.strictObject({
  documentId: DocumentId,
  number: z.string(),
  version: z.int(),
  patientId: PatientId,
  patientName: z.string(),
  total: Cents,
  paid: Cents,
  /** Whether this batch issued it; else it was issued before and printed again. */
  isNew: z.boolean(),
  sentWords: z.string(),
})
export type BatchPaper = z.infer<typeof BatchPaper>

/** A superbill that a batch left out, and why. */
export const BatchSkip = z.strictObject({ patientId: PatientId, patientName: z.string(), reason: z.string(), fix: ReadinessFix.nullable() })
export type BatchSkip = z.infer<typeof BatchSkip>

/**
 * How a batch stands or ended. Cancelled or failed: what it issued stays issued and is listed; no file of it was kept. `place` is the folder or file it
 * wrote; empty for none. Lists come in pages.
 */
export const BatchResult = z.strictObject({
  jobId: JobId,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  from: LocalDate,
  to: LocalDate,
  as: z.enum(['files', 'one']),
  problem: z.string(),
  place: z.string(),
  newCount: z.int(),
  /** What those issued now come to, and what of it is paid. */
  newTotal: Cents,
  newPaid: Cents,
  againCount: z.int(),
  skippedCount: z.int(),
  papers: z.array(BatchPaper).max(BATCH_PAGE),
  skipped: z.array(BatchSkip).max(BATCH_PAGE),
})
export type BatchResult = z.infer<typeof BatchResult>
