import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { type Cents, cents, formatMoney, sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { assertSettles } from './account-household.ts'
import { creditOf, type Entering, enter } from './ledger-repository.ts'
import { getInvoice } from './repository.ts'

/** Settles an invoice with money that lies on an account. Throws `rule_broken` above the balance or the credit, on a void invoice and outside the household. */
export function applyCredit(services: Services, { patientId, invoiceId, amount }: Parsed<'billing.applyCredit'>): Invoice {
  const invoice = getInvoice(services.db, invoiceId)
  assertSettles(services.db, patientId, invoice)
  settleWithCredit(services, invoice, { patientId, amount })
  return getInvoice(services.db, invoiceId)
}

/** Moves credit of a patient to an invoice that can take it, the oldest money first. Throws `rule_broken` where it cannot, or there is not that much. */
export function settleWithCredit(entering: Entering, invoice: Invoice, { patientId, amount }: { patientId: PatientId; amount: Cents }): void {
  refuse(entering, invoice, { patientId, amount })
  let left: number = amount
  for (const credit of creditOf(entering.db, patientId)) {
    const part = Math.min(credit.amount, left)
    if (part === 0) return
    left -= part
    const move = { paymentId: credit.paymentId, kind: 'credit' } as const
    enter(entering, { ...move, patientId, invoiceId: null, amount: cents(part) })
    enter(entering, { ...move, patientId: invoice.patientId, invoiceId: invoice.id, amount: cents(0 - part) })
  }
}

function refuse({ db }: Entering, { number, status, balance }: Invoice, { patientId, amount }: { patientId: PatientId; amount: Cents }) {
  const no = (sentence: string) => {
    throw new DomainError('rule_broken', sentence, { amount: sentence })
  }
  if (status === 'void') no(`${number} is void and takes no payments.`)
  if (balance === 0) no(`${number} is paid. Nothing is owed on it.`)
  if (amount > balance) no(`The balance of ${number} is ${formatMoney(balance)}. Use that or less.`)
  const credit = sumCents(creditOf(db, patientId).map(each => each.amount))
  if (credit === 0) no('There is no credit on the account.')
  if (amount > credit) no(`The credit on the account is ${formatMoney(credit)}. Use that or less.`)
}
