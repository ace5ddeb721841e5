import { z } from 'zod'

/** “Different regions or separate time?”: asked where the payer wants a modifier for massage and manual therapy on one day. */
export const SameDayAnswer = z.enum(['regions', 'time', 'same'])
export type SameDayAnswer = z.infer<typeof SameDayAnswer>
