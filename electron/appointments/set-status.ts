import type { Appointment, AppointmentStatus } from '../../shared/appointments/schema.ts'
import { checkStep } from '../../shared/appointments/status.ts'
import { stepTo } from '../../shared/appointments/status-change.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf, formatWeekday, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { clinicHours, refuseClash } from './check-booking.ts'
import { refuseEpisode } from './refuse-records.ts'
import { getAppointment, updateStatus } from './repository.ts'

/** Moves a visit to another status, onward or back by one step. Throws `rule_broken` for a step it cannot take, saying what stands in the way. */
export function setStatus({ db, clock }: Services, { appointmentId, status, reason }: Parsed<'appointments.setStatus'>): Appointment {
  const visit = getAppointment(db, appointmentId, clock.today())
  if (visit.status === status) return visit
  checkStep(visit.status, status)
  const now = wallTimeOf(clock.now(), clinicHours(db).timeZone)
  refuseStep(visit, status, now)
  if (visit.status === 'cancelled' || visit.status === 'no-show') {
    if (visit.episodeId !== null) refuseEpisode(db, { ...visit, episodeId: visit.episodeId })
    refuseClash(db, visit, appointmentId)
  }
  updateStatus(db, stepTo(visit, status, { now, reason }))
  return getAppointment(db, appointmentId, clock.today())
}

function refuseStep(visit: Appointment, to: AppointmentStatus, now: LocalDateTime) {
  const refuse = (sentence: string) => {
    throw new DomainError('rule_broken', sentence)
  }
  if (visit.status === 'cancelled' && visit.noteState === 'signed')
    refuse('Treatment was withheld at this visit and its note is signed. Book another visit, or mark the note as entered in error.')
  if (to === 'checked-out') refuse('Use “Check out”: it charges the visit.')
  if (visit.status === 'checked-out' && visit.invoiceId !== null) refuse('This visit is charged. Void its invoice first.')
  const ends = to === 'cancelled' || to === 'no-show'
  if (ends && visit.noteState === 'signed') refuse('The note of this visit is signed, so it took place. Add an addendum to the note instead.')
  if (ends && visit.invoiceId !== null) refuse('This visit is charged. Void its invoice first.')
  if (to === 'no-show' && visit.startsAt > now) refuse('A visit that is still to come cannot be missed. Cancel it instead.')
  const begins = to === 'arrived' || to === 'in-session' || to === 'finished'
  if (begins && dayOf(visit.startsAt) > dayOf(now)) refuse(`This visit is on ${formatWeekday(dayOf(visit.startsAt))}. Move it to today first.`)
}
