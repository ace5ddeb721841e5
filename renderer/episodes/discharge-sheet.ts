import { z } from 'zod'
import { CloseReason, FinalMeasures } from '../../shared/episodes/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { optionalLine } from '../../shared/lib/text.ts'
import { OutcomeScore } from '../../shared/outcomes/schema.ts'
import type { ClinicForm } from '../lib/forms.ts'

/** What a discharge asks. `kept` holds the bookings that are not to be cancelled. */
export const DischargeSheet = z.strictObject({
  kind: CloseReason.nullable().refine(kind => kind !== null, 'Choose how it ended.'),
  reason: optionalLine(200),
  closedOn: LocalDate,
  kept: z.array(z.string()),
  painNow: FinalMeasures.shape.painNow,
  activities: FinalMeasures.shape.activities,
  scores: z.array(OutcomeScore),
})

/** The form of a discharge. */
export type DischargeForm = ClinicForm<z.input<typeof DischargeSheet>, z.output<typeof DischargeSheet>>
