import type { CallOutcome, Reminder } from '../../shared/appointments/schema.ts'
import { statusLabel } from '../../shared/appointments/status.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getReminder, insertCall, takeBackLastCall } from './reminders-repository.ts'
import { getAppointment } from './repository.ts'
import { setStatus } from './set-status.ts'

type Call = { readonly appointmentId: AppointmentId; readonly outcome: CallOutcome; readonly remark: string }

/** Keeps how a call about a coming visit went; a confirmed one is confirmed in the same step. Throws `rule_broken` for a visit nobody needs to be called about. */
export function recordCall(services: Services, { appointmentId, outcome, remark }: Call): Reminder {
  const { db, clock, newId, person } = services
  return transaction(db, () => {
    const { status } = getAppointment(db, appointmentId, clock.today())
    if (status !== 'booked' && status !== 'confirmed')
      throw new DomainError('rule_broken', `This visit is “${statusLabel(status)}”: there is nothing to call about.`)
    insertCall(db, { id: newId(), appointmentId, at: clock.now(), outcome, remark, who: person.name })
    if (outcome === 'confirmed' && status === 'booked') change(services, appointmentId, 'confirmed')
    return getReminder(db, appointmentId, clock.today())
  })
}

/** Takes the last call about a visit back; what it confirmed is booked again. Nothing happens where nobody called. */
export function undoCall(services: Services, appointmentId: AppointmentId): Reminder {
  const { db, clock } = services
  return transaction(db, () => {
    const { status } = getAppointment(db, appointmentId, clock.today())
    if (takeBackLastCall(db, appointmentId) === 'confirmed' && status === 'confirmed') change(services, appointmentId, 'booked')
    return getReminder(db, appointmentId, clock.today())
  })
}

function change(services: Services, appointmentId: AppointmentId, status: 'booked' | 'confirmed') {
  setStatus(services, { appointmentId, status, reason: '', cancelledBy: 'patient' })
}
