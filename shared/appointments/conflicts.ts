import { dayOf, formatTime, formatWeekday } from '../lib/dates.ts'
import { exactEndOf, sharesTime } from '../schedule/clock-change.ts'
import { type Slot, takesTime } from './overlap.ts'
import type { AppointmentStatus } from './schema.ts'

/** What a visit takes: the patient for its time, practitioner and room also for the minutes after it (`bufferMinutes`). */
export type Claim = Slot & {
  readonly patientId: string
  readonly practitionerId: string
  readonly roomId: string | null
  readonly bufferMinutes: number
}

/** A visit in the calendar, as far as conflicts go. */
export type BookedVisit = Claim & {
  readonly id: string
  readonly patientName: string
  readonly practitionerName: string
  /** Empty without a room. */
  readonly roomName: string
  readonly status: AppointmentStatus
}

/** A booked visit that stands in the way, what both would need at once, and the sentence that says so. */
export type Conflict = { readonly kind: 'practitioner' | 'room' | 'patient'; readonly with: BookedVisit; readonly sentence: string }

/** Where conflicts are looked for: the clinic’s time zone, and the visit being moved. */
export type Looking = { readonly timeZone: string; readonly ignore?: string | null }

const withBuffer = (claim: Claim): Slot => ({ startsAt: claim.startsAt, minutes: claim.minutes + claim.bufferMinutes })

/** What two visits would need at the same time; null where they can both take place. Symmetric. */
export function clashOf(a: Claim, b: Claim, timeZone: string): Conflict['kind'] | null {
  if (a.patientId === b.patientId && sharesTime(a, b, timeZone)) return 'patient'
  const isSamePractitioner = a.practitionerId === b.practitionerId
  const isSameRoom = a.roomId !== null && a.roomId === b.roomId
  if ((!isSamePractitioner && !isSameRoom) || !sharesTime(withBuffer(a), withBuffer(b), timeZone)) return null
  return isSamePractitioner ? 'practitioner' : 'room'
}

/** `Thu, Nov 19, 10:45 to 11:45 am`, with the time the visit really ends where the clocks change. */
export function whenOf(slot: Slot, timeZone: string): string {
  const [from, to] = [formatTime(slot.startsAt), formatTime(exactEndOf(slot, timeZone))]
  return `${formatWeekday(dayOf(slot.startsAt))}, ${from.slice(-2) === to.slice(-2) ? from.slice(0, -3) : from} to ${to}`
}

function sentenceFor(kind: Conflict['kind'], wanted: Claim, { visit, timeZone }: { visit: BookedVisit; timeZone: string }): string {
  const when = whenOf(visit, timeZone)
  if (kind === 'patient') return `${visit.patientName} is already booked with ${visit.practitionerName} ${when}.`
  const who = kind === 'room' ? visit.roomName : visit.practitionerName
  const way = kind === 'room' ? 'Choose another room or time.' : 'Choose another time.'
  if (sharesTime(wanted, visit, timeZone)) return `${who} is ${kind === 'room' ? 'taken by' : 'with'} ${visit.patientName} ${when}. ${way}`
  if (sharesTime(wanted, withBuffer(visit), timeZone))
    return `${who} is busy until ${formatTime(exactEndOf(withBuffer(visit), timeZone))}: ${visit.bufferMinutes} minutes are kept free after ${visit.patientName}, ${when}. ${way}`
  return `${wanted.bufferMinutes} minutes are kept free after this visit, and ${who} is ${kind === 'room' ? 'taken by' : 'with'} ${visit.patientName} ${when}. ${way}`
}

/** The visits in the way of a wanted one, in order of time: of the same patient, the same practitioner, or in the same room. */
export function conflictsOf(wanted: Claim, booked: readonly BookedVisit[], { timeZone, ignore = null }: Looking): readonly Conflict[] {
  return booked
    .filter(visit => visit.id !== ignore && takesTime(visit.status))
    .flatMap((visit): Conflict[] => {
      const kind = clashOf(wanted, visit, timeZone)
      return kind === null ? [] : [{ kind, with: visit, sentence: sentenceFor(kind, wanted, { visit, timeZone }) }]
    })
    .toSorted((a, b) => a.with.startsAt.localeCompare(b.with.startsAt))
}
