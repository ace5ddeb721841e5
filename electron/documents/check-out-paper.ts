import { minutesOfTreatment } from '../../shared/billing/check-out.ts'
import { settlementOf } from '../../shared/billing/discount.ts'
import { PaymentMethod } from '../../shared/billing/schema.ts'
import type { ChargedVisit, VisitPayment } from '../../shared/documents/charged-visit.ts'
import type { Superbill } from '../../shared/documents/superbill.ts'
import { visitsObstacle } from '../../shared/documents/superbill-obstacle.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, PatientId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { freezeFacts } from '../billing/freeze-facts.ts'
import { creditOf } from '../billing/ledger-repository.ts'
import { chargeOf, loadVisit } from '../billing/load-visit.ts'
import { getPayment } from '../billing/payments-repository.ts'
import { usablePackages } from '../packages/usable-repository.ts'
import { chargedVisits } from './charged-visits.ts'
import { draftSuperbill } from './preview-superbill.ts'

/** How a visit is about to be settled, as the address of its preview says it: who pays how much how, and what is taken off before. */
export type PaymentAhead = {
  /** Card where none is named; `later` for not today. */
  readonly method: string | undefined
  /** Null: all that is due. */
  readonly amount: number | null
  readonly discount: number
  readonly credit: number
  readonly packageId: string | undefined
}

/** Reads `card_5000_d1200_c300_k{package}`: the method, the cents paid, the cents of discount and of credit, the package. Everything but the method may be missing. */
export function readAhead([method, ...parts]: readonly string[]): PaymentAhead {
  const centsAfter = (mark: string) => parts.flatMap(part => new RegExp(`^${mark}(\\d{1,9})$`).exec(part)?.[1] ?? []).map(Number)[0]
  return {
    method,
    amount: centsAfter('') ?? null,
    discount: centsAfter('d') ?? 0,
    credit: centsAfter('c') ?? 0,
    packageId: parts.find(part => part.startsWith('k'))?.slice(1),
  }
}

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
  const { patientId } = loaded.visit
  const paidOn = services.clock.today()
  const offered = usablePackages(services, { patientId, appointmentId, total, minutes: minutesOfTreatment(charge) })
  const used = offered.find(({ id, obstacle }) => id === ahead.packageId && obstacle === null) ?? null
  const settled = settlementOf(total, { used, discount: ahead.discount, credit: ahead.credit })
  const byPackage = { amount: settled.packageValue, method: 'package' as const, reference: '', paidOn }
  const money = { amount: amountOf(ahead, settled.due), method: PaymentMethod.catch('card').parse(ahead.method), reference: '', paidOn }
  const payments = [byPackage, ...creditAsPaid(services, patientId, settled.credit), money].filter(({ amount }) => amount > 0)
  const discount = cents(settled.packageDiscount + settled.discount)
  const facts = freezeFacts(services, loaded, { note: loaded.note, charge })
  return { appointmentId, serviceOn: loaded.serviceOn, facts, lines, payments, discount, isNoteSigned: true }
}

/** Credit counts as paid when and how its money came in, the oldest first. */
function creditAsPaid({ db }: Services, patientId: PatientId, credit: Cents): VisitPayment[] {
  let left: number = credit
  return creditOf(db, patientId).map(({ paymentId, amount }) => {
    const part = Math.min(amount, left)
    left -= part
    const { method, reference, paidOn } = getPayment(db, paymentId)
    return { amount: cents(part), method, reference, paidOn }
  })
}

function amountOf({ method, amount }: PaymentAhead, due: Cents): Cents {
  return method === 'later' ? cents(0) : cents(Math.min(amount ?? due, due))
}
