import { z } from 'zod'
import { Appointment, NextVisit } from '../appointments/schema.ts'
import { Instant, LocalDate } from '../lib/dates.ts'
import { AppointmentId, EpisodeId, InvoiceId, PatientId, PaymentId, ServiceId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { optionalLine } from '../lib/text.ts'
import { PatientHeader } from '../patients/schema.ts'
import { Modifier, ProcedureCode } from '../practice/schema.ts'
import { Readiness } from './readiness.ts'

/** How the patient paid. */
export const PaymentMethod = z.enum(['card', 'cash', 'check', 'hsa', 'other'])
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

export const Payment = z.strictObject({
  id: PaymentId,
  amount: Cents,
  method: PaymentMethod,
  reference: z.string(),
  paidOn: LocalDate,
  recordedAt: Instant,
  voidedAt: Instant.nullable(),
  voidReason: z.string(),
})
export type Payment = z.infer<typeof Payment>

/** What one visit cost, frozen at check-out; its number is never given twice and stays when voided. */
export const Invoice = z.strictObject({
  id: InvoiceId,
  /** "INV-2026-0042" */
  number: z.string(),
  /** `missed`: the fee of a no-show or late cancellation. It has no lines, is not clinical and never reaches a superbill. */
  kind: z.enum(['visit', 'missed']),
  appointmentId: AppointmentId,
  patientId: PatientId,
  patientName: z.string(),
  episodeId: EpisodeId.nullable(),
  serviceOn: LocalDate,
  issuedOn: LocalDate,
  lines: z.array(InvoiceLine),
  /** The sentence that explains the units. */
  explanation: z.string(),
  total: Cents,
  paid: Cents,
  balance: Cents,
  status: z.enum(['open', 'paid', 'void']),
  voidReason: z.string(),
  payments: z.array(Payment),
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
  balance: true,
  status: true,
})
export type InvoiceRow = z.infer<typeof InvoiceRow>

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
