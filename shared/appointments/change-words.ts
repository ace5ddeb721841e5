import { dayOf, formatTime, formatWeekday, type LocalDateTime } from '../lib/dates.ts'
import { noticeInWords } from './missed.ts'
import type { AppointmentStatus, BookingWarning } from './schema.ts'
import { statusLabel } from './status.ts'
import type { StatusChange } from './status-change.ts'

/** When and where a visit is, as its history tells it. */
export type Place = {
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly practitionerName: string
  /** Empty without one. */
  readonly roomName: string
}

/** `Thu, Nov 19, 1:15 pm` */
export const momentInWords = (at: LocalDateTime): string => `${formatWeekday(dayOf(at))}, ${formatTime(at)}`

/** `Booked for Thu, Nov 19, 1:15 pm with Dana Whitfield, 60 minutes` */
export function bookedWords({ startsAt, minutes, practitionerName, roomName }: Place): string {
  return `Booked for ${momentInWords(startsAt)} with ${practitionerName}, ${minutes} minutes${roomName === '' ? '' : `, ${roomName}`}`
}

/** What a move changed, one sentence each; none where nothing did. */
export function moveWords(before: Place, after: Place): readonly string[] {
  return [
    before.startsAt === after.startsAt ? '' : `Moved from ${momentInWords(before.startsAt)} to ${momentInWords(after.startsAt)}`,
    before.minutes === after.minutes ? '' : `Length ${before.minutes} to ${after.minutes} minutes`,
    before.practitionerName === after.practitionerName ? '' : `From ${before.practitionerName} to ${after.practitionerName}`,
    roomWords(before.roomName, after.roomName),
  ].filter(sentence => sentence !== '')
}

function roomWords(before: string, after: string): string {
  if (before === after) return ''
  if (after === '') return `No longer in ${before}`
  return before === '' ? `In ${after}` : `From ${before} to ${after}`
}

/** What stood against a booking that was made all the same, without the advice to choose otherwise. */
export const overruledWords = ({ sentence }: Pick<BookingWarning, 'sentence'>): string => `Allowed: ${sentence.replace(/(?<=\.) (?:Choose|Ask|Take)\b.*$/, '')}`

/** How a visit was cancelled: by whom, and how many real minutes before its start. */
export type Cancelled = { readonly by: 'patient' | 'clinic'; readonly minutesBefore: number }

/** What a step of a visit is called in its history: “Arrived 9:58 am”, “Cancelled by the patient, 3 hours before”, “Cancellation taken back: booked”. */
export function statusWords(before: AppointmentStatus, after: StatusChange, cancelled: Cancelled | null = null): string {
  const label = statusLabel(after.status)
  if (before === 'cancelled') return `Cancellation taken back: ${label.toLowerCase()}`
  if (before === 'no-show') return `No-show taken back: ${label.toLowerCase()}`
  if (after.status === 'no-show') return 'Did not come'
  if (after.status === 'cancelled') return cancelled ? cancelledWords(cancelled, after.isLateCancel) : 'Cancelled'
  if (FLOW.indexOf(after.status) < FLOW.indexOf(before)) return `Back to “${label}”`
  if (after.status === 'arrived' && after.arrivedAt !== null) return `Arrived ${formatTime(after.arrivedAt)}`
  if (after.status === 'in-session' && after.startedAt !== null) return `Session began ${formatTime(after.startedAt)}`
  return label
}

const FLOW: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'in-session', 'finished', 'checked-out']

function cancelledWords({ by, minutesBefore }: Cancelled, isLateCancel: boolean): string {
  if (by === 'clinic') return 'Cancelled by the clinic'
  return `Cancelled by the patient, ${noticeInWords(minutesBefore)}${isLateCancel ? ' (late)' : ''}`
}
