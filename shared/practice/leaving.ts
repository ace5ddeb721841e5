import { z } from 'zod'
import { dayOf, formatTime, formatWeekday, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId } from '../lib/ids.ts'

/** Visits that still wait to take place: how many, and the first few of them in order of time. */
export const BookedAhead = z.strictObject({
  visits: z.int(),
  first: z.array(z.strictObject({ appointmentId: AppointmentId, startsAt: LocalDateTime, patientName: z.string() })),
})
export type BookedAhead = z.infer<typeof BookedAhead>

/** Why somebody or a room cannot be taken out of use yet, in words: booked visits may not silently lose their place. Null where nothing stands in the way. */
export function leavingRefusal(name: string, { visits, first: [next] }: BookedAhead): string | null {
  if (!next) return null
  const when = `${formatWeekday(dayOf(next.startsAt))} at ${formatTime(next.startsAt)}`
  if (visits === 1) return `${name} still has a visit booked: ${when}. Move or cancel it first.`
  return `${name} still has ${visits} visits booked, the first on ${when}. Move or cancel them first.`
}
