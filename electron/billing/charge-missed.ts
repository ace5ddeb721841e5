import { momentInWords } from '../../shared/appointments/change-words.ts'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { clinicFacts, patientFacts, practitionerFacts } from '../../shared/billing/facts-of.ts'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { InvoiceId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { keepChange } from '../appointments/history-repository.ts'
import { getAppointment } from '../appointments/repository.ts'
import { transaction } from '../db/transaction.ts'
import { getPatient } from '../patients/repository.ts'
import { getClinic, getPractitioner } from '../practice/repository.ts'
import { takeInvoiceNumber } from './invoice-number.ts'
import { findMissedInvoiceOf, getInvoice, insertInvoice } from './repository.ts'

/**
 * Charges the clinic’s fee for a no-show or a late cancellation, on an invoice without lines: it is not clinical and never reaches a superbill. The visit
 * stays as it is. Throws `rule_broken` for any other visit and `conflict` where it was charged already.
 */
export function chargeMissed(services: Services, { appointmentId, amount }: Parsed<'billing.chargeMissed'>): Invoice {
  const { db, clock, newId } = services
  return transaction(db, () => {
    const visit = getAppointment(db, appointmentId, clock.today())
    const explanation = reasonOf(visit)
    const standing = findMissedInvoiceOf(db, appointmentId)
    if (standing) throw new DomainError('conflict', `This missed visit is already charged on ${standing.number}.`)
    const id = InvoiceId.parse(newId())
    const issuedOn = clock.today()
    const number = takeInvoiceNumber(db, issuedOn)
    const { patientId, episodeId, practitionerId } = visit
    const facts = {
      clinic: clinicFacts(getClinic(db)),
      practitioner: practitionerFacts(getPractitioner(db, practitionerId)),
      patient: patientFacts(getPatient(db, patientId)),
    }
    const invoice = { id, kind: 'missed' as const, number, appointmentId, patientId, episodeId, serviceOn: dayOf(visit.startsAt), issuedOn }
    insertInvoice(services, { ...invoice, lines: [], items: [], explanation, total: amount, facts })
    keepChange(services, { appointmentId, sentence: `Fee of ${formatMoney(amount)} charged on ${number}`, reason: '' })
    return getInvoice(db, id)
  })
}

/** What the fee is for, as the invoice says it. */
function reasonOf({ status, isLateCancel, startsAt, practitionerName }: Appointment): string {
  const which = `the visit ${momentInWords(startsAt)} with ${practitionerName}`
  if (status === 'no-show') return `Missed visit: nobody came to ${which}. This is the clinic’s fee, not a charge for treatment.`
  if (status === 'cancelled' && isLateCancel) return `Late cancellation of ${which}. This is the clinic’s fee, not a charge for treatment.`
  if (status === 'cancelled') throw new DomainError('rule_broken', 'This visit was cancelled in time or by the clinic, so there is no fee to charge.')
  throw new DomainError('rule_broken', 'Only a no-show or a late cancellation is charged this way. Set the visit’s status first.')
}
