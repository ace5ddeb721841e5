import { PaymentMethod } from '../../shared/billing/schema.ts'
import type { ChargedVisit } from '../../shared/documents/charged-visit.ts'
import type { Superbill } from '../../shared/documents/superbill.ts'
import { visitsObstacle } from '../../shared/documents/superbill-obstacle.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { freezeFacts } from '../billing/freeze-facts.ts'
import { chargeOf, loadVisit } from '../billing/load-visit.ts'
import { chargedVisits } from './charged-visits.ts'
import { draftSuperbill } from './preview-superbill.ts'

/** How the visit is about to be paid: the method (card where none is named, `later` for not today), and the cents where it is not the whole charge. */
export type PaymentAhead = { readonly method: string | undefined; readonly amount: string | undefined }

/**
 * The superbill a check-out would lead to: as charged, or before that as if charged and paid today as named.
 * Null where there is nothing to draw yet: no note, no minutes, no diagnosis.
 */
export function checkOutPaper(services: Services, appointmentId: AppointmentId, ahead: PaymentAhead): Superbill | null {
  const { db, clock } = services
  try {
    const visit = chargedAlready(services, appointmentId) ?? asIfPaid(services, appointmentId, ahead)
    return visit && visitsObstacle([visit]) === null ? draftSuperbill(db, [visit], clock.today()) : null
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

function chargedAlready(services: Services, appointmentId: AppointmentId): ChargedVisit | undefined {
  const { visit, serviceOn } = loadVisit(services, appointmentId)
  return chargedVisits(services.db, { patientId: visit.patientId, from: serviceOn, to: serviceOn }).find(each => each.appointmentId === appointmentId)
}

function asIfPaid(services: Services, appointmentId: AppointmentId, ahead: PaymentAhead): ChargedVisit | null {
  const loaded = loadVisit(services, appointmentId)
  if (!loaded.note) return null
  const charge = chargeOf(services, loaded)
  const { lines, total } = charge
  const facts = freezeFacts(services, loaded, { note: loaded.note, charge })
  const amount = amountOf(ahead, total)
  const method = PaymentMethod.catch('card').parse(ahead.method)
  const payments = amount > 0 ? [{ amount, method, reference: '', paidOn: services.clock.today() }] : []
  return { serviceOn: loaded.serviceOn, facts, lines, payments, discount: cents(0), isNoteSigned: true }
}

function amountOf({ method, amount }: PaymentAhead, total: Cents): Cents {
  if (method === 'later') return cents(0)
  const given = /^\d{1,9}$/.test(amount ?? '') ? Number(amount) : total
  return cents(Math.min(given, total))
}
