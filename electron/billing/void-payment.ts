import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { getInvoice, getPayment, updatePaymentVoid } from './repository.ts'

/** Voids a payment with a reason: its amount is owed again, the payment stays on the list. Throws `rule_broken` when it is void already. */
export function voidPayment({ db, clock }: Services, { paymentId, reason }: Parsed<'billing.voidPayment'>): Invoice {
  const { voidedAt, invoiceId, amount } = getPayment(db, paymentId)
  if (voidedAt !== null) throw new DomainError('rule_broken', 'This payment is void already.')
  updatePaymentVoid(db, { id: paymentId, invoiceId, amount, voidedAt: clock.now(), reason })
  return getInvoice(db, invoiceId)
}
