import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { AppointmentId, InvoiceId, PatientId, PaymentId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { line } from '../lib/text.ts'
import { CheckOutPreview, Invoice, InvoiceRow, PaymentFields } from './schema.ts'

/** Check-out, invoices and payments. Nothing is edited; it is voided, with a reason, and done again. */
export const billingRequests = {
  'billing.previewCheckOut': query('front-desk', z.strictObject({ appointmentId: AppointmentId }), CheckOutPreview),
  /** Charges the visit and issues its invoice, with a first payment if one is given. Refused with `conflict` when it was checked out already. */
  'billing.checkOut': command('front-desk', z.strictObject({ appointmentId: AppointmentId, payment: PaymentFields.nullable() }), Invoice),
  /** Charges the fee of a no-show or a late cancellation. Refused with `rule_broken` for any other visit, `conflict` where it was charged already. */
  'billing.chargeMissed': command('front-desk', z.strictObject({ appointmentId: AppointmentId, amount: PaymentFields.shape.amount }), Invoice),
  'billing.getInvoice': query('front-desk', z.strictObject({ invoiceId: InvoiceId }), Invoice),
  /** Newest first, at most 200. `open` lists only those with a balance. */
  'billing.listInvoices': query(
    'front-desk',
    z.strictObject({ patientId: PatientId.nullable(), show: z.enum(['all', 'open', 'void']), before: z.string().max(40).nullable() }),
    z.strictObject({ rows: z.array(InvoiceRow), openTotal: Cents, openCount: z.int() }),
  ),
  /** Takes a payment. More than the balance is refused: `rule_broken`. */
  'billing.takePayment': command('front-desk', z.strictObject({ invoiceId: InvoiceId, payment: PaymentFields, paidOn: LocalDate }), Invoice),
  'billing.voidPayment': command('front-desk', z.strictObject({ paymentId: PaymentId, reason: line('the reason', 200) }), Invoice),
  /** Voids an invoice without payments; the visit can be checked out again under a new number. */
  'billing.voidInvoice': command('front-desk', z.strictObject({ invoiceId: InvoiceId, reason: line('the reason', 200) }), Invoice),
} as const satisfies Record<string, Endpoint>
