import type { z } from 'zod'
import type { Region } from '../body-chart/regions.ts'
import type { Claim, EpisodeKind, FinalMeasures, Goal, Prescription } from '../episodes/schema.ts'
import type { Clearance } from '../health/schema.ts'
import type { LocalDate } from '../lib/dates.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { PatientFields } from '../patients/schema.ts'
import type { ClinicalRules } from '../practice/clinical-rules.ts'
import type { Clinic, PractitionerFields } from '../practice/schema.ts'

/** A signed visit of the episode: what was measured and done. */
export type LetterVisit = { readonly on: LocalDate; readonly content: NoteContent }

/** Everything a letter to the prescriber is filled from, as it stands in the records. */
export type LetterSource = {
  readonly today: LocalDate
  readonly clinic: Clinic
  /** Who writes and signs. */
  readonly practitioner: z.infer<typeof PractitionerFields>
  readonly patient: PatientFields
  readonly episode: {
    readonly condition: string
    readonly kind: EpisodeKind
    readonly regions: readonly Region[]
    readonly claim: Claim | null
    readonly plannedVisits: number | null
    readonly goals: readonly Goal[]
    /** What was measured at discharge, after the last visit. */
    readonly finalMeasures: FinalMeasures | null
  }
  /** ICD-10-CM codes valid today, in claim order. */
  readonly diagnosisCodes: readonly string[]
  /** The oldest prescription that can still be used, else the latest; null where there is none. */
  readonly prescription: Prescription | null
  /** Signed visits in order of date. */
  readonly visits: readonly LetterVisit[]
  /** How many of them fall under the prescription (all of them without one). */
  readonly attended: number
  /** Visits the patient missed since the prescription was written (all of the episode without one). */
  readonly missed: number
  /** Visits canceled since then. */
  readonly canceled: number
  /** Physicians’ words that massage may be given in spite of a condition, the newest first. */
  readonly clearances: readonly Clearance[]
  /** The clinic’s limits: what is a change that matters, which blood pressure stands against massage. */
  readonly rules: ClinicalRules
}

/** `6 visits`, `1 visit`. */
export const visitsInWords = (count: number) => `${count} ${count === 1 ? 'visit' : 'visits'}`
