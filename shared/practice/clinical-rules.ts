import { z } from 'zod'
import { MeasureKey } from '../outcomes/schema.ts'

/** The clinic’s own limits for screening, letters and measures. Every one has a usual value; none is law. */
export const ClinicalRules = z.strictObject({
  /** From either number on, no massage today. */
  systolicLimit: z.int().min(120, 'Set at least 120.').max(260, 'Set at most 260.'),
  diastolicLimit: z.int().min(70, 'Set at least 70.').max(160, 'Set at most 160.'),
  /** Degrees Fahrenheit from which no massage is given. */
  temperatureLimit: z.number().min(98, 'Set at least 98 °F.').max(105, 'Set at most 105 °F.'),
  /** A letter is due when so few visits or days of the prescription are left … */
  letterVisitsLeft: z.int().min(0).max(20),
  letterDaysLeft: z.int().min(0).max(120),
  /** … or after so many visits without one … */
  letterEveryVisits: z.int().min(1).max(50),
  /** … but not before this many visits. */
  letterFirstAfter: z.int().min(0).max(20),
  /** Re-evaluate after so many visits; null for never. */
  reEvaluateEveryVisits: z.int().min(1).max(50).nullable(),
  /** The smallest change that matters, where the clinic departs from the usual one. */
  mattersFrom: z.partialRecord(MeasureKey, z.number().positive('A change that matters is more than 0.').max(100)),
})
export type ClinicalRules = z.infer<typeof ClinicalRules>

/** The usual values: blood pressure 180/110, 100.4 °F, letters at 2 visits or 14 days left or after 8 visits, not before 3; re-evaluation every 6 visits. */
export const USUAL_RULES: ClinicalRules = {
  systolicLimit: 180,
  diastolicLimit: 110,
  temperatureLimit: 100.4,
  letterVisitsLeft: 2,
  letterDaysLeft: 14,
  letterEveryVisits: 8,
  letterFirstAfter: 3,
  reEvaluateEveryVisits: 6,
  mattersFrom: {},
}
