import { z } from 'zod'
import { Appointment, NextVisit } from '../appointments/schema.ts'
import { Instant, LocalDate } from '../lib/dates.ts'
import { AppointmentId, EpisodeId, InvoiceId, LedgerEntryId, PackageId, PackageTypeId, PatientId, PaymentId, ProductId, ServiceId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { optionalLine } from '../lib/text.ts'
import { PatientHeader } from '../patients/schema.ts'
import { Modifier, ProcedureCode, UnitRule } from '../practice/schema.ts'
import { Readiness } from './readiness.ts'
import { SameDayAnswer } from './same-day-answer.ts'

/** How the patient paid. `hsa`: a health savings or flexible spending account; `insurance`: with what the insurer paid to the patient. */
export const PaymentMethod = z.enum(['card', 'cash', 'check', 'hsa', 'insurance', 'other'])
export type PaymentMethod = z.infer<typeof PaymentMethod>

/** One charged service of one date, frozen. `charge` = unit fee × units, the full fee, never reduced. */
export const InvoiceLine = z.strictObject({
  serviceId: ServiceId,
  code: ProcedureCode,
  name: z.string(),
  modifiers: z.array(Modifier),
  /** Diagnosis letters, at most four, in order. */
  pointers: z.array(z.string().regex(/^[A-L]$/)).max(4),
  placeOfService: z.string(),
  minutes: z.int(),
  units: z.int().min(1),
  unitFee: Cents,
  charge: Cents,
  /** "Neck and upper back" */
  regionWords: z.string(),
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

/** Money received, and what of it settles the invoice it is shown with. */
export const Payment = z.strictObject({
  id: PaymentId,
  /** What of it went to this invoice, after refunds. */
  amount: Cents,
  /** All that was received at once. */
  received: Cents,
  method: PaymentMethod,
  reference: z.string(),
  paidOn: LocalDate,
  recordedAt: Instant,
  voidedAt: Instant.nullable(),
  voidReason: z.string(),
})
export type Payment = z.infer<typeof Payment>

/** What an entry of the ledger does. Money and packages pay; the last four let go of what was charged. */
export const EntryKind = z.enum(['charge', 'payment', 'credit', 'refund', 'package', 'discount', 'write-off', 'adjustment', 'credit-note'])
export type EntryKind = z.infer<typeof EntryKind>

/** One line of the ledger, never changed. Above 0 is owed by the patient; below 0 is taken off. */
export const LedgerEntry = z.strictObject({
  id: LedgerEntryId,
  kind: EntryKind,
  amount: Cents,
  /** Null: money on the account that settles nothing yet. */
  invoiceId: InvoiceId.nullable(),
  invoiceNumber: z.string(),
  paymentId: PaymentId.nullable(),
  /** “Check 1042”, “CN-2026-0001”, “Six visits”: what names it on paper; may be empty. */
  reference: z.string(),
  /** How the money it moves was paid, or given back; null where it moves none. */
  method: PaymentMethod.nullable(),
  /** Who paid, where that is somebody else than the patient whose account it is on; else empty. */
  payer: z.string(),
  on: LocalDate,
  recordedAt: Instant,
  recordedBy: z.string(),
  reason: z.string(),
  /** The entry this one takes back. */
  reverses: LedgerEntryId.nullable(),
  isReversed: z.boolean(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** Something sold at the desk: a product, or a package of visits. Never on a superbill. */
export const InvoiceItem = z.strictObject({
  kind: z.enum(['product', 'package']),
  productId: ProductId.nullable(),
  name: z.string(),
  quantity: z.int().min(1).max(999),
  unitPrice: Cents,
  amount: Cents,
  tax: Cents,
})
export type InvoiceItem = z.infer<typeof InvoiceItem>

/** What one visit or sale cost, frozen when issued; its number is never given twice and stays when voided. */
export const Invoice = z.strictObject({
  id: InvoiceId,
  /** "INV-2026-0042" */
  number: z.string(),
  /** `missed`: the fee of a no-show or late cancellation; `sale`: products or a package. Neither has lines nor ever reaches a superbill. */
  kind: z.enum(['visit', 'missed', 'sale']),
  /** Null for a sale. */
  appointmentId: AppointmentId.nullable(),
  patientId: PatientId,
  patientName: z.string(),
  episodeId: EpisodeId.nullable(),
  serviceOn: LocalDate,
  issuedOn: LocalDate,
  lines: z.array(InvoiceLine),
  items: z.array(InvoiceItem),
  /** The sentence that explains the units. */
  explanation: z.string(),
  total: Cents,
  /** Money and packages. */
  paid: Cents,
  /** Discounts, write-offs, adjustments, credit notes. */
  reduced: Cents,
  balance: Cents,
  status: z.enum(['open', 'paid', 'void']),
  voidReason: z.string(),
  payments: z.array(Payment),
  /** Everything that makes the balance, in the order it was entered. */
  entries: z.array(LedgerEntry),
})
export type Invoice = z.infer<typeof Invoice>

/** An invoice in a list. */
export const InvoiceRow = Invoice.pick({
  id: true,
  number: true,
  kind: true,
  patientId: true,
  patientName: true,
  appointmentId: true,
  serviceOn: true,
  issuedOn: true,
  total: true,
  paid: true,
  reduced: true,
  balance: true,
  status: true,
})
export type InvoiceRow = z.infer<typeof InvoiceRow>

/** The same minutes under each unit rule: a code’s units, and which rule the payer wants. */
export const RuleTable = z.strictObject({
  rules: z.array(z.strictObject({ rule: UnitRule, words: z.string(), isChosen: z.boolean(), total: z.int() })),
  rows: z.array(z.strictObject({ code: z.string(), name: z.string(), minutes: z.int(), isTimed: z.boolean(), units: z.array(z.int()) })),
})
export type RuleTable = z.infer<typeof RuleTable>

/** Asked at check-out where massage and manual therapy stand on one day and the payer wants to know whether they were apart. */
export const SameDayQuestion = z.strictObject({
  question: z.string(),
  /** The answers the note’s blocks bear out; each with what then happens. */
  choices: z.array(z.strictObject({ answer: SameDayAnswer, label: z.string(), hint: z.string(), isPossible: z.boolean() })),
  answer: SameDayAnswer.nullable(),
  /** “Ana Ruiz, Nov 19, 2026”; empty while not answered. */
  answeredWords: z.string(),
})
export type SameDayQuestion = z.infer<typeof SameDayQuestion>

/** A package the visit can be taken from, and what it would pay and let go. */
export const UsablePackage = z.strictObject({
  id: PackageId,
  name: z.string(),
  /** “3 of 6 visits left · expires Jan 31, 2027” */
  words: z.string(),
  /** Whose it is, where shared by another of the household; empty for the patient’s own. */
  ownerName: z.string(),
  /** What of the price this visit uses, and the rest of the full fee, shown as a discount. */
  value: Cents,
  discount: Cents,
  /** What is left after this visit: “2 of 6 visits left”. */
  left: z.string(),
  /** Why this visit cannot be taken from it, and the way out; null where it can. Those with an obstacle come last. */
  obstacle: z.string().nullable(),
})
export type UsablePackage = z.infer<typeof UsablePackage>

/** What check-out would charge, and whether an insurer would accept the superbill. */
export const CheckOutPreview = z.strictObject({
  appointment: Appointment,
  header: PatientHeader,
  lines: z.array(InvoiceLine),
  explanation: z.string(),
  /** The rule used, in words: "8-minute rule". */
  ruleWords: z.string(),
  timedMinutes: z.int(),
  total: Cents,
  ruleTable: RuleTable,
  sameDay: SameDayQuestion.nullable(),
  /** The self-pay discount the clinic gives; null where none applies. */
  discount: z.strictObject({ amount: Cents, reason: z.string() }).nullable(),
  packages: z.array(UsablePackage),
  /** Money on the patient’s account that settles nothing yet. */
  credit: Cents,
  /** Present once checked out. */
  invoice: Invoice.nullable(),
  readiness: Readiness,
  /** Why check-out is not possible yet; null when it is. */
  obstacle: z.string().nullable(),
  nextVisit: NextVisit.nullable(),
  /** The next booked visit, if one is. */
  nextBooked: Appointment.nullable(),
})
export type CheckOutPreview = z.infer<typeof CheckOutPreview>

/** Money received. */
export const PaymentFields = z.strictObject({
  amount: z.int('Enter an amount in dollars and cents.').min(1, 'Enter an amount above zero.').max(100_000_000, 'That amount is too large.').brand<'Cents'>(),
  method: PaymentMethod,
  reference: optionalLine(60),
})
export type PaymentFields = z.infer<typeof PaymentFields>

/** Something put on a sale: a product and how many, or a package type. */
export const SaleItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('product'), productId: ProductId, quantity: z.int().min(1, 'At least one.').max(999, 'At most 999.') }),
  z.strictObject({ kind: z.literal('package'), packageTypeId: PackageTypeId }),
])
export type SaleItem = z.infer<typeof SaleItem>
