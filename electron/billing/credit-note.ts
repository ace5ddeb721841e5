import { planRefund } from '../../shared/billing/refund.ts'
import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type Cents, cents, formatMoney, sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { refuseBeyondUnused } from '../packages/credit-repository.ts'
import { takeNumber } from '../practice/number-series.ts'
import { type Entering, enter, moneyOnInvoice } from './ledger-repository.ts'
import { getInvoice } from './repository.ts'

/** `CN-2026-0001`: gapless within each year. */
export function takeCreditNoteNumber({ db, clock }: Pick<Entering, 'db' | 'clock'>): string {
  const year = clock.today().slice(0, 4)
  return `CN-${year}-${String(takeNumber(db, `credit-note-${year}`)).padStart(4, '0')}`
}

/**
 * Lets go of part of a charge under a number of its own; what was paid beyond the rest moves to the accounts of those who paid, the newest money first.
 * Throws `rule_broken` above what is left of the charge, or of a part that a package paid.
 */
export function creditNote(services: Services, { invoiceId, amount, reason }: Parsed<'billing.creditNote'>): Invoice {
  const { db } = services
  const invoice = getInvoice(db, invoiceId)
  const beyond = refuseOrBeyond(db, invoice, amount)
  refuseBeyondUnused(db, invoice, amount)
  releaseMoney(services, invoice, { amount: beyond, reason })
  const number = takeCreditNoteNumber(services)
  enter(services, { patientId: invoice.patientId, invoiceId, kind: 'credit-note', amount: cents(0 - amount), number, reason })
  return getInvoice(db, invoiceId)
}

/** What was paid beyond the charge that is left after a credit note. */
function refuseOrBeyond(db: Services['db'], invoice: Invoice, amount: Cents): Cents {
  const { number, total, reduced, paid, status } = invoice
  const no = (sentence: string): never => {
    throw new DomainError('rule_broken', sentence, { amount: sentence })
  }
  if (status === 'void') no(`${number} is void. Nothing is charged on it.`)
  const left = cents(total - reduced)
  if (left === 0) no(`Nothing is left of the charge of ${number}.`)
  if (amount > left) no(`The charge left on ${number} is ${formatMoney(left)}. Enter that or less.`)
  const beyond = cents(Math.max(0, paid + reduced + amount - total))
  const money = sumCents(moneyOnInvoice(db, invoice.id).map(each => each.amount))
  if (beyond > money) {
    const most = cents(left - (paid - money))
    no(
      most > 0
        ? `Part of ${number} was taken from a package. Credit ${formatMoney(most)} or less, or void the invoice to give the visit back to the package.`
        : `${number} was taken from a package. Void the invoice to give the visit back to the package.`,
    )
  }
  return beyond
}

/** Moves money off an invoice to the accounts of those who paid it, the newest first. */
export function releaseMoney(entering: Entering, invoice: Pick<Invoice, 'id' | 'patientId'>, { amount, reason }: { amount: Cents; reason: string }): void {
  const newestFirst = moneyOnInvoice(entering.db, invoice.id).toReversed()
  for (const part of planRefund(newestFirst, amount)) {
    const move = { paymentId: part.from.paymentId, kind: 'credit', reason } as const
    enter(entering, { ...move, patientId: invoice.patientId, invoiceId: invoice.id, amount: part.amount })
    enter(entering, { ...move, patientId: part.from.payerId, invoiceId: null, amount: cents(0 - part.amount) })
  }
}
