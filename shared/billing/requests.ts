import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { AppointmentId, InvoiceId, LedgerEntryId, PackageId, PackageTypeId, PatientId, PaymentId } from '../lib/ids.ts'
import { Amount, Cents } from '../lib/money.ts'
import { line } from '../lib/text.ts'
import { Account, PaymentWhere } from './account.ts'
import { SameDayAnswer } from './same-day-answer.ts'
import { CheckOutPreview, Invoice, InvoiceRow, PaymentFields, SaleItem } from './schema.ts'

const Reason = line('the reason', 200)
const Positive = PaymentFields.shape.amount

/** Check-out, invoices and payments. Nothing is edited; entries are only added, and taken back by another entry. */
export const billingRequests = {
  'billing.previewCheckOut': query('front-desk', z.strictObject({ appointmentId: AppointmentId }), CheckOutPreview),
  /**
   * Charges the visit and issues its invoice; then takes it from a package, gives the discount, uses credit, and takes a payment, as far as named. Refused with
   * `conflict` when it was checked out already.
   */
  'billing.checkOut': command(
    'front-desk',
    z.strictObject({
      appointmentId: AppointmentId,
      payment: PaymentFields.nullable(),
      discount: z.strictObject({ amount: Positive, reason: Reason }).nullable().default(null),
      packageId: PackageId.nullable().default(null),
      credit: Amount.default(Amount.parse(0)),
    }),
    Invoice,
  ),
  /** Records whether massage and manual therapy of one visit were apart, before check-out. Refused where the note’s blocks do not bear it out. */
  'billing.answerSameDay': command('front-desk', z.strictObject({ appointmentId: AppointmentId, answer: SameDayAnswer }), CheckOutPreview),
  /** Charges the fee of a no-show or a late cancellation. Refused with `rule_broken` for any other visit, `conflict` where it was charged already. */
  'billing.chargeMissed': command('front-desk', z.strictObject({ appointmentId: AppointmentId, amount: PaymentFields.shape.amount }), Invoice),
  /** Sells products and packages: an invoice without a visit, with sales tax on what is taxable, and a first payment if one is given. */
  'billing.sell': command(
    'front-desk',
    z.strictObject({ patientId: PatientId, items: z.array(SaleItem).min(1, 'Add what is sold.').max(50), payment: PaymentFields.nullable() }),
    Invoice,
  ),
  /** Makes a package a larger one: a sale of the difference. Refused with `rule_broken` where it cannot be. */
  'billing.upgradePackage': command(
    'front-desk',
    z.strictObject({ packageId: PackageId, packageTypeId: PackageTypeId, payment: PaymentFields.nullable() }),
    Invoice,
  ),
  'billing.getInvoice': query('front-desk', z.strictObject({ invoiceId: InvoiceId }), Invoice),
  /** Newest first, at most 200. `open` lists only those with a balance. */
  'billing.listInvoices': query(
    'front-desk',
    z.strictObject({ patientId: PatientId.nullable(), show: z.enum(['all', 'open', 'void']), before: z.string().max(40).nullable() }),
    z.strictObject({ rows: z.array(InvoiceRow), openTotal: Cents, openCount: z.int() }),
  ),
  /** A patient’s account with its running balance: every entry in words, what is open in the household, and where each payment is now. */
  'billing.getAccount': query('front-desk', z.strictObject({ patientId: PatientId }), Account),
  /** One payment and where its money is now. */
  'billing.getPayment': query('front-desk', z.strictObject({ paymentId: PaymentId }), PaymentWhere),
  /** Takes a payment on one invoice. More than the balance is refused: `rule_broken`. */
  'billing.takePayment': command('front-desk', z.strictObject({ invoiceId: InvoiceId, payment: PaymentFields, paidOn: LocalDate }), Invoice),
  /** Takes a payment and spreads it over invoices of the patient or the household; what is left stays on the account as credit. */
  'billing.receivePayment': command(
    'front-desk',
    z.strictObject({
      patientId: PatientId,
      payment: PaymentFields,
      paidOn: LocalDate,
      splits: z.array(z.strictObject({ invoiceId: InvoiceId, amount: Positive })).max(200),
    }),
    z.strictObject({ paymentId: PaymentId }),
  ),
  /** Settles an invoice with money that lies on the patient’s account, oldest first. */
  'billing.applyCredit': command('front-desk', z.strictObject({ patientId: PatientId, invoiceId: InvoiceId, amount: Positive }), Invoice),
  /**
   * Gives money of a payment back: at most what of it was not given back yet. It comes from the account first, then from its invoices, which are owed again
   * unless `creditNote` lets that part go.
   */
  'billing.refund': command(
    'front-desk',
    z.strictObject({ paymentId: PaymentId, refund: PaymentFields, refundedOn: LocalDate, reason: Reason, creditNote: z.boolean() }),
    z.strictObject({ refundId: PaymentId }),
  ),
  'billing.voidPayment': command('front-desk', z.strictObject({ paymentId: PaymentId, reason: Reason }), Invoice.nullable()),
  /** Lets go of part of a balance, at most all of it: a discount, a write-off, an adjustment. */
  'billing.reduce': command(
    'front-desk',
    z.strictObject({ invoiceId: InvoiceId, kind: z.enum(['discount', 'write-off', 'adjustment']), amount: Positive, reason: Reason }),
    Invoice,
  ),
  /** A numbered credit note on an invoice, at most what is left of its charge; what was paid beyond goes to the account. */
  'billing.creditNote': command('front-desk', z.strictObject({ invoiceId: InvoiceId, amount: Positive, reason: Reason }), Invoice),
  /** Takes back a discount, write-off, adjustment or credit note by another entry. */
  'billing.reverseEntry': command('front-desk', z.strictObject({ entryId: LedgerEntryId, reason: Reason }), Invoice),
  /**
   * Voids an invoice; it keeps its number, and its visit can be checked out again under a new one. With payments it is refused unless they are to be kept as
   * credit on the account.
   */
  'billing.voidInvoice': command(
    'front-desk',
    z.strictObject({ invoiceId: InvoiceId, reason: Reason, keepPaymentsAsCredit: z.boolean().default(false) }),
    Invoice,
  ),
} as const satisfies Record<string, Endpoint>
