import { addMinutes, formatTime, type LocalDateTime } from '../lib/dates.ts'
import type { AppointmentStatus } from './schema.ts'

/** A stretch of wall time: from its start up to, not including, its end. Two visits may touch. */
export type Slot = { readonly startsAt: LocalDateTime; readonly minutes: number }

/** When a visit is over. */
export const endOf = (slot: Slot): LocalDateTime => addMinutes(slot.startsAt, slot.minutes)

/** Whether two stretches of wall time share a minute; `sharesTime` also knows of clock changes. */
export function overlaps(a: Slot, b: Slot): boolean {
  return a.startsAt < endOf(b) && b.startsAt < endOf(a)
}

/** Cancelled and missed visits free their time. */
export const takesTime = (status: AppointmentStatus): boolean => status !== 'cancelled' && status !== 'no-show'

/** `10:45 to 11:45 am`, `11:30 am to 12:30 pm` */
export function timeSpan(slot: Slot): string {
  const [from, to] = [formatTime(slot.startsAt), formatTime(endOf(slot))]
  return `${from.slice(-2) === to.slice(-2) ? from.slice(0, -3) : from} to ${to}`
}
