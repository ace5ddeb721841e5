import { addMinutes, formatTime, formatWeekday, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { AppointmentStatus } from './schema.ts'

/** A stretch of wall time: from its start up to, not including, its end. Two visits may touch. */
export type Slot = { readonly startsAt: LocalDateTime; readonly minutes: number }

/** When a visit is over. */
export const endOf = (slot: Slot): LocalDateTime => addMinutes(slot.startsAt, slot.minutes)

/** Whether two stretches of time share a minute. */
export function overlaps(a: Slot, b: Slot): boolean {
  return a.startsAt < endOf(b) && b.startsAt < endOf(a)
}

/** A visit in the calendar, as far as conflicts go. */
export type BookedVisit = Slot & {
  readonly id: string
  readonly patientId: string
  readonly patientName: string
  readonly practitionerId: string
  readonly practitionerName: string
  readonly status: AppointmentStatus
}

/** A booked visit that stands in the way, whose time it takes, and the sentence that says so. */
export type Conflict = { readonly kind: 'practitioner' | 'patient'; readonly with: BookedVisit; readonly sentence: string }

/** Cancelled and missed visits free their time. */
export const takesTime = (status: AppointmentStatus): boolean => status !== 'cancelled' && status !== 'no-show'

/** `10:45 to 11:45 am`, `11:30 am to 12:30 pm` */
export function timeSpan(slot: Slot): string {
  const [from, to] = [formatTime(slot.startsAt), formatTime(endOf(slot))]
  return `${from.slice(-2) === to.slice(-2) ? from.slice(0, -3) : from} to ${to}`
}

function sentenceFor(kind: Conflict['kind'], visit: BookedVisit): string {
  const when = `${formatWeekday(visit.startsAt.slice(0, 10) as LocalDate)}, ${timeSpan(visit)}`
  if (kind === 'practitioner') return `${visit.practitionerName} is with ${visit.patientName} ${when}. Choose another time.`
  return `${visit.patientName} is already booked with ${visit.practitionerName} ${when}.`
}

/** The visits in the way of a wanted one: of the same practitioner, or of the same patient with another. `ignore` is the visit being moved. */
export function conflictsOf(
  wanted: Slot & { readonly patientId: string; readonly practitionerId: string },
  booked: readonly BookedVisit[],
  ignore: string | null = null,
): readonly Conflict[] {
  return booked
    .filter(visit => visit.id !== ignore && takesTime(visit.status) && overlaps(wanted, visit))
    .flatMap((visit): Conflict[] => {
      if (visit.patientId === wanted.patientId) return [{ kind: 'patient', with: visit, sentence: sentenceFor('patient', visit) }]
      if (visit.practitionerId === wanted.practitionerId) return [{ kind: 'practitioner', with: visit, sentence: sentenceFor('practitioner', visit) }]
      return []
    })
    .toSorted((a, b) => a.with.startsAt.localeCompare(b.with.startsAt))
}
