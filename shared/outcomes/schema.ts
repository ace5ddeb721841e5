import { z } from 'zod'
import { line } from '../lib/text.ts'
import { scoreRefusals } from './score.ts'

/** What the clinic measures over a course of treatment. `pain` and `psfs` stand in every note; the others are questionnaires, entered when they are due. */
export const MeasureKey = z.enum([
  'pain',
  'psfs',
  'global-change',
  'roland-morris',
  'oswestry',
  'neck-disability',
  'lower-extremity',
  'upper-extremity',
  'generic',
])
export type MeasureKey = z.infer<typeof MeasureKey>

/** The questionnaires that a note keeps as scores. */
export const ScoredMeasure = MeasureKey.exclude(['pain', 'psfs'])
export type ScoredMeasure = z.infer<typeof ScoredMeasure>

/** A measure of the clinic’s own: kept whole with each score, so that an old score stays readable. */
export const GenericMeasure = z
  .strictObject({
    name: line('the measure’s name', 60),
    min: z.number().min(-10_000).max(10_000),
    max: z.number().min(-10_000).max(10_000),
    better: z.enum(['lower', 'higher']),
    /** The smallest change that matters to patients; null where none is known. */
    mattersFrom: z.number().positive('A change that matters is more than 0.').max(10_000).nullable(),
  })
  .refine(({ min, max }) => min < max, { path: ['max'], message: 'The highest score must be above the lowest.' })
export type GenericMeasure = z.infer<typeof GenericMeasure>

/**
 * One questionnaire as it was answered; its value is computed by the measure’s own rule (score.ts), never stored.
 * Roland-Morris: `ticked` holds the numbers of the sentences that apply, or null where only the count was entered in `points`.
 * Oswestry, neck disability, lower and upper extremity: `points` is the sum and `answered` how many questions were answered (null: all).
 * Global change and generic measures: `points` is the value. What is out of range is refused in words.
 */
export const OutcomeScore = z
  .strictObject({
    measure: ScoredMeasure,
    ticked: z.array(z.int().min(1).max(24)).max(24).nullable(),
    points: z.number().min(-10_000).max(10_000).nullable(),
    answered: z.int().min(0).max(30).nullable(),
    generic: GenericMeasure.nullable(),
  })
  .superRefine((score, context) => {
    for (const { field, sentence } of scoreRefusals(score)) context.addIssue({ code: 'custom', path: [field], message: sentence })
  })
export type OutcomeScore = z.infer<typeof OutcomeScore>

/** When a measure is taken: at the start, every so many visits, at discharge. */
export const PlannedMeasure = z.strictObject({
  measure: MeasureKey,
  generic: GenericMeasure.nullable(),
  atStart: z.boolean(),
  everyVisits: z.int().min(1, 'Every visit is the most.').max(50, 'At least every 50 visits.').nullable(),
  atDischarge: z.boolean(),
})
export type PlannedMeasure = z.infer<typeof PlannedMeasure>

/** A measure that is due at a visit, and why: “Oswestry is due: every 4 visits, last Oct 2.” */
export const DueMeasure = z.strictObject({ measure: MeasureKey, generic: GenericMeasure.nullable(), why: z.string() })
export type DueMeasure = z.infer<typeof DueMeasure>
