import { isLate, isStillToCome } from '../../shared/appointments/missed.ts'
import type { Appointment, AppointmentStatus } from '../../shared/appointments/schema.ts'
import { checkStep } from '../../shared/appointments/status.ts'
import { stepTo } from '../../shared/appointments/status-change.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf, formatWeekday, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { instantOf, minutesBetween } from '../../shared/schedule/clock-change.ts'
import type { Services } from '../app/services.ts'
import { findMissedInvoiceOf } from '../billing/repository.ts'
import type { Database } from '../db/open.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { clinicHours, refuseImpossible } from './check-booking.ts'
import { refuseEpisode, refusePatient, refusePractitioner, refuseRoom } from './refuse-records.ts'
import { getAppointment } from './repository.ts'
import { saveStatus } from './status-repository.ts'

/** Moves a visit to another status, onward or back by one step. Throws `rule_broken` for a step it cannot take, saying what stands in the way. */
export function setStatus(services: Services, { appointmentId, status, reason, cancelledBy }: Parsed<'appointments.setStatus'>): Appointment {
  const { db, clock } = services
  const visit = getAppointment(db, appointmentId, clock.today())
  if (visit.status === status) return visit
  checkStep(visit.status, status)
  const { timeZone } = clinicHours(db)
  const now = wallTimeOf(clock.now(), timeZone)
  refuseStep(visit, status, now)
  if (visit.status === 'cancelled' || visit.status === 'no-show') refuseReturn(services, visit)
  const minutesBefore = minutesBetween(clock.now(), instantOf(visit.startsAt, timeZone))
  const late = cancelledBy === 'patient' && isStillToCome(visit.status) && isLate(minutesBefore, getDeskRules(db))
  saveStatus(services, visit, { change: stepTo(visit, status, { now, reason, isLate: late }), cancelled: { by: cancelledBy, minutesBefore } })
  return getAppointment(db, appointmentId, clock.today())
}

/**
 * A missed or cancelled visit comes back only into a free time, an open episode, and once its fee is void. One that is still to take place also needs
 * patient, practitioner and room to be on their lists still: they could leave them because it was off.
 */
function refuseReturn(services: Services, visit: Appointment) {
  const { db, clock } = services
  refuseFee(db, visit)
  if (visit.episodeId !== null) refuseEpisode(db, { ...visit, episodeId: visit.episodeId })
  refuseImpossible(services, visit, visit.id)
  if (dayOf(visit.startsAt) < clock.today()) return
  refusePatient(db, visit.patientId)
  refusePractitioner(db, visit.practitionerId)
  refuseRoom(db, visit.roomId)
}

function refuseFee(db: Database, { id }: Appointment) {
  const fee = findMissedInvoiceOf(db, id)
  if (fee) throw new DomainError('rule_broken', `The fee of this missed visit is charged on ${fee.number}. Void that invoice first.`)
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
