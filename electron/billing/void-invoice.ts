import { stepTo } from '../../shared/appointments/status-change.ts'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { keepChange } from '../appointments/history-repository.ts'
import { getAppointment } from '../appointments/repository.ts'
import { saveStatus } from '../appointments/status-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { getInvoice, updateInvoiceVoid } from './repository.ts'

/**
 * Voids an invoice with a reason; it keeps its number, and a visit checked out goes back to finished, to be checked out anew.
 * Throws `rule_broken` while it has payments or when it is void already.
 */
export function voidInvoice(services: Services, { invoiceId, reason }: Parsed<'billing.voidInvoice'>): Invoice {
  const { db, clock } = services
  const invoice = getInvoice(db, invoiceId)
  if (invoice.status === 'void') throw new DomainError('rule_broken', `${invoice.number} is void already.`)
  if (invoice.payments.some(payment => payment.voidedAt === null))
    throw new DomainError('rule_broken', `${invoice.number} has payments. Void those first, then the invoice.`)
  updateInvoiceVoid(db, { id: invoiceId, voidedAt: clock.now(), reason })
  const visit = getAppointment(db, invoice.appointmentId, clock.today())
  if (visit.status === 'checked-out')
    saveStatus(services, visit, { change: stepTo(visit, 'finished', { now: wallTimeOf(clock.now(), getClinic(db).timeZone), reason: '' }) })
  if (invoice.kind === 'missed') keepChange(services, { appointmentId: visit.id, sentence: `Fee on ${invoice.number} voided`, reason })
  return getInvoice(db, invoiceId)
}
