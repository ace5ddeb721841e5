import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import type { InvoiceLine, PaymentMethod } from '../billing/schema.ts'
import type { LocalDate } from '../lib/dates.ts'
import type { Cents } from '../lib/money.ts'

/** Money received for a visit, in whole cents. Voided payments are not among them. */
export type VisitPayment = { readonly amount: Cents; readonly method: PaymentMethod; readonly reference: string; readonly paidOn: LocalDate }

/** A charged visit as its invoice froze it, with what was paid since. */
export type ChargedVisit = {
  readonly serviceOn: LocalDate
  readonly facts: InvoiceFacts
  readonly lines: readonly InvoiceLine[]
  readonly payments: readonly VisitPayment[]
  readonly isNoteSigned: boolean
}
