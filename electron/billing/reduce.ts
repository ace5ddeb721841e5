import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { cents, formatMoney } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { refuseBeyondUnused } from '../packages/credit-repository.ts'
import { enter } from './ledger-repository.ts'
import { getInvoice } from './repository.ts'

/** Lets go of part of a balance with a reason: a discount, a write-off, an adjustment. Throws `rule_broken` above the balance or on a void invoice. */
export function reduce(services: Services, { invoiceId, kind, amount, reason }: Parsed<'billing.reduce'>): Invoice {
  const invoice = getInvoice(services.db, invoiceId)
  const { number, status, balance, patientId } = invoice
  const no = (sentence: string) => {
    throw new DomainError('rule_broken', sentence, { amount: sentence })
  }
  if (status === 'void') no(`${number} is void. Nothing is owed on it.`)
  if (balance === 0) no(`${number} is paid. Nothing is owed on it. To give money back, use a credit note or a refund.`)
  if (amount > balance) no(`The balance of ${number} is ${formatMoney(balance)}. Let go of that or less.`)
  refuseBeyondUnused(services.db, invoice, amount)
  enter(services, { patientId, invoiceId, kind, amount: cents(0 - amount), reason })
  return getInvoice(services.db, invoiceId)
}
