import { stepTo } from '../../shared/appointments/status-change.ts'
import type { Invoice, LedgerEntry } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { keepChange } from '../appointments/history-repository.ts'
import { getAppointment } from '../appointments/repository.ts'
import { saveStatus } from '../appointments/status-repository.ts'
import { refuseVoidOfSale, releasePackageUse } from '../packages/uses-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { releaseMoney } from './credit-note.ts'
import { entriesOfInvoice, moneyOnInvoice, reverse } from './ledger-repository.ts'
import { isRefunded } from './payments-repository.ts'
import { getInvoice, updateInvoiceVoid } from './repository.ts'

/**
 * Voids an invoice with a reason; it keeps its number, and a visit checked out goes back to finished, to be checked out anew. Throws `rule_broken` when it is
 * void already, and while it has payments unless they are to stay on the account as credit.
 */
export function voidInvoice(services: Services, { invoiceId, reason, keepPaymentsAsCredit }: Parsed<'billing.voidInvoice'>): Invoice {
  const { db, clock } = services
  const invoice = getInvoice(db, invoiceId)
  if (invoice.status === 'void') throw new DomainError('rule_broken', `${invoice.number} is void already.`)
  if (invoice.kind === 'sale') refuseVoidOfSale(db, invoiceId)
  if (!keepPaymentsAsCredit) refuseIfPaid(db, invoice)
  releasePackageUse(services, invoiceId, reason)
  releaseMoney(services, invoice, { amount: sumCents(moneyOnInvoice(db, invoiceId).map(({ amount }) => amount)), reason })
  for (const entry of entriesOfInvoice(db, invoiceId).toReversed()) if (isToReverse(entry)) reverse(services, entry, reason)
  updateInvoiceVoid(db, { id: invoiceId, voidedAt: clock.now(), reason })
  if (invoice.appointmentId !== null) reopenVisit(services, { ...invoice, appointmentId: invoice.appointmentId }, reason)
  return getInvoice(db, invoiceId)
}

const MOVES_MONEY: readonly LedgerEntry['kind'][] = ['payment', 'credit', 'refund']
const isToReverse = ({ kind, reverses, isReversed }: LedgerEntry) => !MOVES_MONEY.includes(kind) && reverses === null && !isReversed

/** Refuses while money settles the invoice, unless it is to stay on the account. */
function refuseIfPaid(db: Services['db'], { id, number }: Invoice) {
  const paid = moneyOnInvoice(db, id)
  if (paid.length === 0) return
  const isStuck = paid.some(({ paymentId }) => isRefunded(db, paymentId))
  throw new DomainError(
    'rule_broken',
    isStuck
      ? `Part of what was paid on ${number} was given back. Give the rest back too, or keep it on the account as credit, then void the invoice.`
      : `${number} has payments. Void those first, or keep them on the account as credit, then void the invoice.`,
  )
}

function reopenVisit(services: Services, invoice: Invoice & { appointmentId: AppointmentId }, reason: string) {
  const { db, clock } = services
  const visit = getAppointment(db, invoice.appointmentId, clock.today())
  if (visit.status === 'checked-out')
    saveStatus(services, visit, { change: stepTo(visit, 'finished', { now: wallTimeOf(clock.now(), getClinic(db).timeZone), reason: '' }) })
  if (invoice.kind === 'missed') keepChange(services, { appointmentId: visit.id, sentence: `Fee on ${invoice.number} voided`, reason })
}
