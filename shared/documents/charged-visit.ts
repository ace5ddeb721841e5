import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import type { InvoiceLine, PaymentMethod } from '../billing/schema.ts'
import type { LocalDate } from '../lib/dates.ts'
import type { AppointmentId } from '../lib/ids.ts'
import type { Cents } from '../lib/money.ts'

/** What paid for a visit, in whole cents: money, less what was given back, or a visit of a package at its true price. Voided payments are not among them. */
export type VisitPayment = {
  readonly amount: Cents
  readonly method: PaymentMethod | 'package'
  readonly reference: string
  readonly paidOn: LocalDate
}

/** A charged visit as its invoice froze it, with what was paid since. */
export type ChargedVisit = {
  readonly appointmentId: AppointmentId
  readonly serviceOn: LocalDate
  readonly facts: InvoiceFacts
  readonly lines: readonly InvoiceLine[]
  readonly payments: readonly VisitPayment[]
  /** What the clinic took off the fee. Write-offs, adjustments and credit notes are not among it: a superbill never shows them. */
  readonly discount: Cents
  readonly isNoteSigned: boolean
}
