import { dayOf, formatTime, formatWeekday, type LocalDateTime } from '../lib/dates.ts'

/** Visits that still wait to take place, and the first of them; null where none waits. */
export type Ahead = { readonly visits: number; readonly firstAt: LocalDateTime | null }

/** Why somebody or a room cannot be taken out of use yet, in words: booked visits may not silently lose their place. Null where nothing stands in the way. */
export function leavingRefusal(name: string, { visits, firstAt }: Ahead): string | null {
  if (visits === 0 || firstAt === null) return null
  const when = `${formatWeekday(dayOf(firstAt))} at ${formatTime(firstAt)}`
  if (visits === 1) return `${name} still has a visit booked: ${when}. Move or cancel it first.`
  return `${name} still has ${visits} visits booked, the first on ${when}. Move or cancel them first.`
}
