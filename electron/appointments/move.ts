import type { Appointment } from '../../shared/appointments/schema.ts'
import { statusLabel } from '../../shared/appointments/status.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { refuseClash } from './check-booking.ts'
import { refusePractitioner } from './refuse-records.ts'
import { getAppointment, moveAppointment } from './repository.ts'

const MOVABLE: readonly Appointment['status'][] = ['booked', 'confirmed', 'arrived']

/** Gives a visit another time, length or practitioner. Throws `conflict` when that is taken and `rule_broken` once the visit has begun. */
export function move({ db, clock }: Services, { appointmentId, startsAt, minutes, practitionerId }: Parsed<'appointments.move'>): Appointment {
  const visit = getAppointment(db, appointmentId, clock.today())
  if (!MOVABLE.includes(visit.status))
    throw new DomainError('rule_broken', `A visit that is “${statusLabel(visit.status)}” keeps its time. Book a new one instead.`)
  if (visit.noteId !== null && dayOf(startsAt) !== dayOf(visit.startsAt))
    throw new DomainError('rule_broken', 'This visit has a note, so it stays on its day. Book a new one instead.')
  if (practitionerId !== visit.practitionerId) refusePractitioner(db, practitionerId)
  refuseClash(db, { ...visit, practitionerId, startsAt, minutes }, appointmentId)
  moveAppointment(db, { id: appointmentId, startsAt, minutes, practitionerId })
  return getAppointment(db, appointmentId, clock.today())
}
