import { dayOf, type LocalDateTime } from '../lib/dates.ts'
import type { Appointment, AppointmentStatus } from './schema.ts'

/** A visit’s status with the wall times of arrival and start, why it was missed or cancelled, and whether too late. */
export type StatusChange = Pick<Appointment, 'id' | 'status' | 'arrivedAt' | 'startedAt' | 'cancelReason' | 'isLateCancel'>

const HAS_ARRIVED: readonly AppointmentStatus[] = ['arrived', 'in-session', 'finished', 'checked-out']
const HAS_STARTED: readonly AppointmentStatus[] = ['in-session', 'finished', 'checked-out']

/**
 * What a step to another status leaves on the visit: arrival and start are stamped once, with the clinic’s time now (or the booked time when
 * a past day is filled in later), and taken away again by a step back.
 */
export function stepTo(
  visit: StatusChange & Pick<Appointment, 'startsAt'>,
  to: AppointmentStatus,
  given: { readonly now: LocalDateTime; readonly reason: string; readonly isLate?: boolean },
): StatusChange {
  const stamp = dayOf(given.now) === dayOf(visit.startsAt) ? given.now : visit.startsAt
  return {
    id: visit.id,
    status: to,
    arrivedAt: HAS_ARRIVED.includes(to) ? (visit.arrivedAt ?? stamp) : null,
    startedAt: HAS_STARTED.includes(to) ? (visit.startedAt ?? stamp) : null,
    cancelReason: to === 'cancelled' || to === 'no-show' ? given.reason : '',
    isLateCancel: to === 'cancelled' && given.isLate === true,
  }
}
