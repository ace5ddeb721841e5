import { isStillToCome, missedPolicy } from '../../shared/appointments/missed.ts'
import type { MissedPolicy } from '../../shared/appointments/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { instantOf, minutesBetween } from '../../shared/schedule/clock-change.ts'
import type { Services } from '../app/services.ts'
import { findMissedInvoiceOf } from '../billing/repository.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { noShowUsesVisit } from '../practice/repository.ts'
import { clinicHours } from './check-booking.ts'
import { getAppointment } from './repository.ts'

/** What missing a visit means under the clinic’s policy, were it missed now, or as it was missed. Throws `not_found`. */
export function missedPolicyOf({ db, clock }: Pick<Services, 'db' | 'clock'>, { appointmentId, status }: Parsed<'appointments.missedPolicy'>): MissedPolicy {
  const visit = getAppointment(db, appointmentId, clock.today())
  const isOver = visit.status === 'cancelled' || visit.status === 'no-show'
  const minutesBefore = isOver ? null : minutesBetween(clock.now(), instantOf(visit.startsAt, clinicHours(db).timeZone))
  const hasArrived = !isOver && !isStillToCome(visit.status)
  const missed = { status, minutesBefore, wasLate: visit.isLateCancel, hasArrived, hasPrescription: visit.prescription !== null }
  const policy = missedPolicy(missed, { ...getDeskRules(db), noShowUsesVisit: noShowUsesVisit(db) })
  return { ...policy, invoiceId: findMissedInvoiceOf(db, appointmentId)?.id ?? null }
}
