import { planTakingBack } from '../../shared/billing/refund.ts'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { enter, entriesOfPayment } from './ledger-repository.ts'
import { getPayment, isRefunded, updatePaymentVoid } from './payments-repository.ts'
import { getInvoice } from './repository.ts'

/**
 * Voids a payment with a reason: it is taken back wherever it stands now, so that its amount is owed again; the payment stays on the list. Answers with the
 * invoice it went to first, null where it lay on the account. Throws `rule_broken` when it is void already, or was given back in part.
 */
export function voidPayment(services: Services, { paymentId, reason }: Parsed<'billing.voidPayment'>): Invoice | null {
  const { db, clock } = services
  const payment = getPayment(db, paymentId)
  if (payment.voidedAt !== null) throw new DomainError('rule_broken', 'This payment is void already.')
  if (payment.kind === 'refunded') throw new DomainError('rule_broken', 'This is a refund. Take the money in again as a payment instead.')
  if (isRefunded(db, paymentId)) throw new DomainError('rule_broken', 'Part of this payment was given back. It stays as it is.')
  const entries = entriesOfPayment(db, paymentId)
  for (const { entry, amount } of planTakingBack(entries)) {
    const { patientId, invoiceId, kind, id } = entry
    enter(services, { patientId, invoiceId, paymentId, kind, amount, reason, reverses: id })
  }
  updatePaymentVoid(db, { id: paymentId, voidedAt: clock.now(), reason })
  const first = entries.find(entry => entry.invoiceId !== null)?.invoiceId ?? null
  return first === null ? null : getInvoice(db, first)
}
