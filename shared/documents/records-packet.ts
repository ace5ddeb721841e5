import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { DocumentId, NoteId } from '../lib/ids.ts'
import { Letterhead } from './letterhead.ts'

/** A paper in the packet: issued and frozen already, so that its id names its words for ever. */
const PaperInPacket = z.strictObject({
  documentId: DocumentId,
  title: z.string(),
  number: z.string(),
  version: z.int().min(1),
  on: LocalDate,
})

/** Records of an episode for somebody outside the clinic: a cover with an index, then the papers it names, as they were issued. Kept as it is when issued. */
export const RecordsPacket = z.strictObject({
  letterhead: Letterhead,
  /** `RP-2026-0001` */
  number: z.string(),
  issuedOn: LocalDate,
  patient: z.strictObject({ name: z.string(), bornOn: LocalDate, chartNumber: z.string() }),
  condition: z.string(),
  claim: z.string(),
  disclosedTo: z.string(),
  purpose: z.string(),
  /** The consent or release it stands on, or why it went out without. */
  ground: z.string(),
  from: LocalDate,
  to: LocalDate,
  papers: z.array(PaperInPacket).min(1),
  /** Notes of these days that are not in here, and why. */
  missing: z.array(z.string()),
})
export type RecordsPacket = z.infer<typeof RecordsPacket>

/** What could go into a packet: papers issued for the episode and notes signed in the days asked for; and what is missing. */
export const RecordsChoice = z.strictObject({
  papers: z.array(z.strictObject({ documentId: DocumentId, title: z.string(), number: z.string(), on: LocalDate })),
  notes: z.array(z.strictObject({ noteId: NoteId, on: LocalDate, words: z.string() })),
  missing: z.array(z.string()),
})
export type RecordsChoice = z.infer<typeof RecordsChoice>
