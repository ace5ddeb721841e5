import { z } from 'zod'
import { ClockTime } from '../lib/dates.ts'

/** A stretch of one day, open or worked; it ends after it begins. */
export const OpenTime = z
  .strictObject({ from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Choose an end after the start.' })
export type OpenTime = z.infer<typeof OpenTime>

/** The open stretches of one weekday in order; what lies between two is a break. None: closed that day. */
export const DayHours = z
  .array(OpenTime)
  .max(6, 'At most 6 stretches fit a day.')
  .refine(times => times.every((time, index) => index === 0 || (times[index - 1]?.to ?? '') <= time.from), 'These times overlap. Put them in order.')
export type DayHours = z.infer<typeof DayHours>

/** Seven days, Monday first. */
export const WeekHours = z.array(DayHours).length(7, 'A week has seven days.')
export type WeekHours = z.infer<typeof WeekHours>
