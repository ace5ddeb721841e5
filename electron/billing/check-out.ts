import { stepTo } from '../../shared/appointments/status-change.ts'
import { minutesOfTreatment } from '../../shared/billing/check-out.ts'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { InvoiceId } from '../../shared/lib/ids.ts'
import { cents, formatMoney } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { saveStatus } from '../appointments/status-repository.ts'
import { transaction } from '../db/transaction.ts'
import { usePackage as takeFromPackage } from '../packages/uses-repository.ts'
import { settleWithCredit } from './apply-credit.ts'
import { freezeFacts } from './freeze-facts.ts'
import { takeInvoiceNumber } from './invoice-number.ts'
import { enter } from './ledger-repository.ts'
import { chargeOf, loadVisit } from './load-visit.ts'
import { findInvoiceOf, getInvoice, insertInvoice } from './repository.ts'
import { receive } from './take-payment.ts'

type CheckingOut = Parsed<'billing.checkOut'>

/**
 * Checks a visit out: charges the hands-on minutes of its note, issues the invoice, then settles it as far as named, by package, discount, credit and payment, in
 * this order. All of it, or nothing. The note may still be a draft; the superbill waits for its signature. Throws `conflict` when the visit was checked out already.
 */
export function checkOut(services: Services, input: CheckingOut): Invoice {
  const { db, clock, newId } = services
  const { appointmentId } = input
  return transaction(db, () => {
    const standing = findInvoiceOf(db, appointmentId)
    if (standing) throw new DomainError('conflict', `This visit is already checked out on ${standing.number}.`)
    const loaded = loadVisit(services, appointmentId)
    const charge = chargeOf(services, loaded)
    const { visit, serviceOn, note, clinic } = loaded
    if (!note) throw new DomainError('rule_broken', 'This visit has no note yet.')
    const issuedOn = clock.today()
    const id = InvoiceId.parse(newId())
    const { lines, explanation, total } = charge
    const { patientId, episodeId } = visit
    const facts = freezeFacts(services, loaded, { note, charge })
    const number = takeInvoiceNumber(db, issuedOn)
    const kind = 'visit' as const
    insertInvoice(services, { id, kind, number, appointmentId, patientId, episodeId, serviceOn, issuedOn, lines, items: [], explanation, total, facts })
    saveStatus(services, visit, { change: stepTo(visit, 'checked-out', { now: wallTimeOf(clock.now(), clinic.timeZone), reason: '' }) })
    return settle(services, id, { ...input, minutes: minutesOfTreatment(charge) })
  })
}

type Settling = Pick<CheckingOut, 'packageId' | 'discount' | 'credit' | 'payment'> & { readonly minutes: number }

/** Settles a new invoice in the order of the house: package, discount, credit, payment; each at most what the one before left. */
function settle(services: Services, id: InvoiceId, { packageId, discount, credit, payment, minutes }: Settling): Invoice {
  const now = () => getInvoice(services.db, id)
  if (packageId !== null) takeFromPackage(services, { packageId, invoice: now(), minutes })
  if (discount !== null) giveDiscount(services, now(), discount)
  if (credit > 0) settleWithCredit(services, now(), { patientId: now().patientId, amount: credit })
  return payment === null ? now() : receive(services, now(), { ...payment, paidOn: services.clock.today() })
}

function giveDiscount(services: Services, { id, number, patientId, balance }: Invoice, { amount, reason }: NonNullable<CheckingOut['discount']>) {
  if (amount > balance) {
    const sentence = `The balance of ${number} is ${formatMoney(balance)}. Take off that or less.`
    throw new DomainError('rule_broken', sentence, { 'discount.amount': sentence })
  }
  enter(services, { patientId, invoiceId: id, kind: 'discount', amount: cents(0 - amount), reason })
}
