import { z } from 'zod'
import { Mark } from '../body-chart/marks.ts'
import { LocalDate } from '../lib/dates.ts'
import { DrawnSignature } from '../notes/schema.ts'
import { Letterhead } from './letterhead.ts'

/** A label and what stands beside it: `DOB`, `Mar 14, 1984`. */
export const PaperFact = z.strictObject({ label: z.string(), value: z.string() })
export type PaperFact = z.infer<typeof PaperFact>

/** A named group of facts at the head of a note: the patient, the visit, the referral. */
export const PaperFacts = z.strictObject({ name: z.string(), value: z.string(), rows: z.array(PaperFact) })
export type PaperFacts = z.infer<typeof PaperFacts>

/** Words under a label of their own, which may be empty. A line break starts a paragraph. */
const Prose = z.strictObject({ kind: z.literal('prose'), label: z.string(), text: z.string() })

/**
 * A small table. `figures` are numbers to the right of their names; `words` run to the left. The `strong` column (today’s values) is printed stronger;
 * null for none.
 */
const NoteTable = z.strictObject({
  kind: z.literal('table'),
  style: z.enum(['figures', 'words']),
  heads: z.array(z.string()).min(1).max(8),
  rows: z.array(z.array(z.string())),
  strong: z.int().nullable(),
})
export type NoteTable = z.infer<typeof NoteTable>

/** The body chart of the visit, and each numbered mark in words, in the same order. */
const NoteChart = z.strictObject({ kind: z.literal('chart'), marks: z.array(Mark), words: z.array(z.string()) })
export type NoteChart = z.infer<typeof NoteChart>

/** One service given: its code and name, on which regions, when and for how long, and every technique with its place, minutes and response. */
const NoteTreatment = z.strictObject({
  kind: z.literal('treatment'),
  code: z.string(),
  service: z.string(),
  regions: z.string(),
  time: z.string(),
  minutes: z.string(),
  details: z.array(z.string()),
})
export type NoteTreatment = z.infer<typeof NoteTreatment>

export const NoteBlock = z.discriminatedUnion('kind', [Prose, NoteTable, NoteChart, NoteTreatment])
export type NoteBlock = z.infer<typeof NoteBlock>
export const NoteSection = z.strictObject({ head: z.string(), blocks: z.array(NoteBlock) })
export type NoteSection = z.infer<typeof NoteSection>

/** A signed note with everything decided, in the order it is read. Parts that are empty are not there. */
export const NoteOnPaper = z.strictObject({
  on: LocalDate,
  /** Patient, visit and referral: always three. */
  facts: z.array(PaperFacts).length(3),
  /** What matters of the visit in one sentence. */
  summary: z.string(),
  sections: z.array(NoteSection),
  signature: z.strictObject({
    /** Name and credentials. */
    name: z.string(),
    /** `Nov 19, 2026, 11:58 am` */
    at: z.string(),
    drawn: DrawnSignature,
    /** Of the content as it was signed, in full; the paper shows its beginning. */
    contentHash: z.string(),
  }),
  addenda: z.array(z.strictObject({ by: z.string(), at: z.string(), text: z.string() })),
  /** Set where the note was entered in error: it is then printed struck through. */
  inError: z.strictObject({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type NoteOnPaper = z.infer<typeof NoteOnPaper>

/** A visit note as a paper. Kept as it is when issued, so that a reprint equals the first print. */
export const VisitNotePaper = z.strictObject({
  letterhead: Letterhead,
  /** `VN-2026-0001` */
  number: z.string(),
  version: z.int().min(1),
  /** The version that this one replaces; null for the first. */
  replaces: z.int().min(1).nullable(),
  issuedOn: LocalDate,
  patient: z.strictObject({ name: z.string(), bornOn: LocalDate, chartNumber: z.string() }),
  note: NoteOnPaper,
})
export type VisitNotePaper = z.infer<typeof VisitNotePaper>
