import { endOf, timeSpan } from '../../shared/appointments/overlap.ts'
import { statusLabel } from '../../shared/appointments/status.ts'
import { dayOf, formatTime, formatWeekday, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { BlockedTime, CalendarVisit } from '../../shared/schedule/schema.ts'

/** “5 of 6”, “3”: the number of each visit that has one. */
export type VisitNumbers = ReadonlyMap<AppointmentId, string>

/** Whether a visit may still be moved: nothing was done or charged yet. */
export const isMovable = (status: CalendarVisit['status']): boolean => status === 'booked' || status === 'confirmed' || status === 'arrived'
/** Cancelled and missed visits: drawn dashed and struck. */
export const isOff = (status: CalendarVisit['status']): boolean => status === 'cancelled' || status === 'no-show'
/** The treatment is over. */
export const isDone = (status: CalendarVisit['status']): boolean => status === 'finished' || status === 'checked-out'

/** Whether somebody must act on a visit that is over: its note is open, or it waits for check-out. */
export const needsSomeone = ({ status, noteState }: Pick<CalendarVisit, 'status' | 'noteState'>): boolean =>
  status === 'finished' || (status === 'checked-out' && noteState !== 'signed')

/** `8:00`: the clock time alone. */
const bare = (at: LocalDateTime) => formatTime(at).slice(0, -3)

/** Where a visit stands in the fewest words, where the number of the visit is not the news: “check out”, “note open”, “did not come”. */
export function standingWords({ status, noteState, isLateCancel }: Pick<CalendarVisit, 'status' | 'noteState' | 'isLateCancel'>): string {
  if (status === 'no-show') return 'did not come'
  if (status === 'cancelled') return isLateCancel ? 'cancelled late' : 'cancelled'
  if (status === 'finished') return noteState === 'signed' ? 'check out' : 'note open'
  return status === 'checked-out' && noteState !== 'signed' ? 'note open' : ''
}

/** The parts of a visit’s second line: “8:00 · shoulder, 2 of 8”, “1:15 · did not come”. Where there is little room, `about` is cut short first. */
export function detailOf(visit: CalendarVisit, number: string | undefined, typeName: string): { time: string; about: string; standing: string } {
  const standing = standingWords(visit) || number
  const about = isOff(visit.status) ? '' : visit.condition || typeName.toLowerCase()
  const time = bare(visit.startsAt)
  return { time, about, standing: standing ?? '' }
}

/** What is known about a visit besides itself, for its spoken name. */
export type VisitFacts = { readonly number: string | undefined; readonly typeName: string; readonly practitioner: string; readonly room: string }

/** What a screen reader says of a visit after the words one sees: “Thu, Nov 19, 10:45 am, in session, with Theo Marsh, part of a series”. */
export function spokenOf(visit: CalendarVisit, facts: Pick<VisitFacts, 'practitioner' | 'room'>): string {
  const parts = [
    `${formatWeekday(dayOf(visit.startsAt))}, ${formatTime(visit.startsAt)}`,
    statusLabel(visit.status).toLowerCase(),
    facts.practitioner && `with ${facts.practitioner}`,
    facts.room,
    visit.seriesId === null ? '' : 'part of a series',
  ]
  return parts.filter(Boolean).join(', ')
}

/** “Lunch, Thu, Nov 19, 12:30 to 1:15 pm” */
export function blockLabel(block: BlockedTime): string {
  const day = formatWeekday(dayOf(block.startsAt))
  return block.isWholeDay ? `${block.title}, ${day}, all day` : `${block.title}, ${day}, ${timeSpan(block)}`
}

/** “Thu, Nov 19, 10:15 to 11:00 am” */
export function slotWords(slot: { readonly startsAt: LocalDateTime; readonly minutes: number }): string {
  return `${formatWeekday(dayOf(slot.startsAt))}, ${timeSpan(slot)}`
}

/** “10:15 to 10:45 am”, and the end alone where only that changes. */
export const spanWords = (slot: { readonly startsAt: LocalDateTime; readonly minutes: number }): string => timeSpan(slot)

/** “1 visit”, “6 visits”; empty for none. */
export function visitCount(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '1 visit' : `${count} visits`
}

/** Whether a visit is over by the clock. */
export const isPast = (visit: CalendarVisit, now: LocalDateTime): boolean => endOf(visit) <= now
