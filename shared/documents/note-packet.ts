import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { Letterhead } from './letterhead.ts'
import { NoteOnPaper, PaperFact } from './visit-note.ts'

/** All signed notes of an episode as one paper with a cover. Kept as it is when issued, so that a reprint equals the first print. */
export const NotePacket = z.strictObject({
  letterhead: Letterhead,
  /** `NP-2026-0001` */
  number: z.string(),
  version: z.int().min(1),
  /** The version that this one replaces; null for the first. */
  replaces: z.int().min(1).nullable(),
  issuedOn: LocalDate,
  patient: z.strictObject({ name: z.string(), bornOn: LocalDate, chartNumber: z.string() }),
  /** `8 signed notes, Sep 29 to Nov 19, 2026.` */
  summary: z.string(),
  /** Condition, diagnoses and who made them, prescriptions, claim: as they were when issued. */
  episode: z.array(PaperFact),
  notes: z.array(z.strictObject({ visit: z.string(), minutes: z.string(), pain: z.string(), note: NoteOnPaper })).min(1),
  /** Visits whose note is not in here, and why: `Nov 19, 2026: the note is not signed yet.` */
  missing: z.array(z.string()),
})
export type NotePacket = z.infer<typeof NotePacket>
