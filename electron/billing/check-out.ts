import { stepTo } from '../../shared/appointments/status-change.ts'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { InvoiceId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { saveStatus } from '../appointments/status-repository.ts'
import { transaction } from '../db/transaction.ts'
import { freezeFacts } from './freeze-facts.ts'
import { takeInvoiceNumber } from './invoice-number.ts'
import { chargeOf, loadVisit } from './load-visit.ts'
import { findInvoiceOf, getInvoice, insertInvoice } from './repository.ts'
import { receive } from './take-payment.ts'

/**
 * Checks a visit out: charges the hands-on minutes of its note, issues the invoice and takes a first payment if one is given. All of it, or
 * nothing. The note may still be a draft; the superbill waits for its signature. Throws `conflict` when the visit was checked out already.
 */
export function checkOut(services: Services, { appointmentId, payment }: Parsed<'billing.checkOut'>): Invoice {
  const { db, clock, newId } = services
  return transaction(db, () => {
    const standing = findInvoiceOf(db, appointmentId)
    if (standing) throw new DomainError('conflict', `This visit is already checked out on ${standing.number}.`)
    const loaded = loadVisit(services, appointmentId)
    const charge = chargeOf(services, loaded)
    const { visit, serviceOn, note, clinic } = loaded
    if (!note) throw new DomainError('rule_broken', 'This visit has no note yet.')
    const issuedOn = clock.today()
    const facts = freezeFacts(services, loaded, { note, timedMinutes: charge.timedMinutes })
    const id = InvoiceId.parse(newId())
    const { lines, explanation, total } = charge
    const { patientId, episodeId } = visit
    insertInvoice(services, {
      id,
      kind: 'visit',
      number: takeInvoiceNumber(db, issuedOn),
      appointmentId,
      patientId,
      episodeId,
      serviceOn,
      issuedOn,
      lines,
      items: [],
      explanation,
      total,
      facts,
    })
    saveStatus(services, visit, { change: stepTo(visit, 'checked-out', { now: wallTimeOf(clock.now(), clinic.timeZone), reason: '' }) })
    const invoice = getInvoice(db, id)
    return payment ? receive(services, invoice, { ...payment, paidOn: issuedOn }) : invoice
  })
}
