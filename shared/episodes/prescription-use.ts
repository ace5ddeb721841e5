import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { PrescriptionId } from '../lib/ids.ts'

/** How far a prescription is used up on a day. `used` counts completed visits (and no-shows where the clinic says so) plus those done elsewhere. */
export const PrescriptionUse = z.strictObject({
  prescriptionId: PrescriptionId,
  /** Visits allowed; null when the prescription names none. */
  allowed: z.int().nullable(),
  used: z.int(),
  /** Whether a visit of this prescription is under way or still to come today: the meter’s half step. */
  hasVisitToday: z.boolean(),
  /** Visits booked after today. */
  booked: z.int(),
  expiresOn: LocalDate.nullable(),
  /** `low`: 2 or fewer visits or 14 or fewer days left. */
  state: z.enum(['not-yet', 'active', 'low', 'used-up', 'expired']),
  /** "4 of 6 visits · expires Dec 12" */
  words: z.string(),
})
export type PrescriptionUse = z.infer<typeof PrescriptionUse>
