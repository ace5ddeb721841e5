import type { Clearance } from '../health/schema.ts'
import type { LocalDate } from '../lib/dates.ts'
import type { Note, NoteContent } from '../notes/schema.ts'
import type { ClinicalRules } from '../practice/clinical-rules.ts'
import type { PaperFacts } from './visit-note.ts'

/** A note that was signed. */
export type SignedNote = Note & { readonly signature: NonNullable<Note['signature']> }

/** A signed visit before this one. */
export type EarlierVisit = { readonly serviceOn: LocalDate; readonly content: NoteContent }

/** All that a note on paper is made from. */
export type NoteSource = {
  readonly note: SignedNote
  readonly timeZone: string
  /** The signed visits of the same course before this one, newest first. */
  readonly earlier: readonly EarlierVisit[]
  /** Patient, visit and referral. */
  readonly facts: readonly PaperFacts[]
  /** What the visit’s screening is judged against. */
  readonly clearances: readonly Clearance[]
  readonly rules: ClinicalRules
}
