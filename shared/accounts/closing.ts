import { z } from 'zod'
import { PaymentMethod } from '../billing/schema.ts'
import { LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId, ClosingId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { DrawerSum, MethodSum, Tally } from './close-day.ts'
import { DrawerCount } from './drawer.ts'

/** A payment that was voided since the last closing. `isEarlier`: an earlier closing counted it, so it stands here below 0. */
export const VoidedPayment = z.strictObject({
  patientName: z.string(),
  method: PaymentMethod,
  amount: Cents,
  paidOn: LocalDate,
  reason: z.string(),
  isEarlier: z.boolean(),
})
export type VoidedPayment = z.infer<typeof VoidedPayment>

/** A check to be taken to the bank, or money given back: who, how, how much. */
export const NamedPayment = z.strictObject({ patientName: z.string(), method: PaymentMethod, reference: z.string(), amount: Cents, remark: z.string() })
export type NamedPayment = z.infer<typeof NamedPayment>

/** What else happened since the last closing, besides money changing hands. */
export const DayFigures = z.strictObject({
  /** Visits checked out. */
  visits: z.int(),
  /** Invoices issued, and those voided since. */
  invoices: Tally,
  invoicesVoided: Tally,
  /** Let go of: what was taken back again is taken off. */
  discounts: Tally,
  writeOffs: Tally,
  adjustments: Tally,
  creditNotes: Tally,
  /** On what was sold, voided sales taken off. */
  salesTax: Cents,
  /** Money for visits still to come, and what of it was used. */
  packagesSold: Tally,
  packagesUsed: Tally,
})
export type DayFigures = z.infer<typeof DayFigures>

/** Everything since the last closing, as it is or as it was when closed. */
export const DaySums = z.strictObject({
  methods: z.array(MethodSum),
  net: Cents,
  drawer: DrawerSum,
  voids: z.array(VoidedPayment),
  refunds: z.array(NamedPayment),
  checks: z.array(NamedPayment),
  figures: DayFigures,
})
export type DaySums = z.infer<typeof DaySums>

/** How far the records went when something was counted: the newest payment, entry of the ledger and invoice. */
export const DayMark = z.strictObject({ previous: ClosingId.nullable(), payment: z.int(), entry: z.int(), invoice: z.int() })
export type DayMark = z.infer<typeof DayMark>

/** Where the figures begin: when the day was last closed, or for the first closing the day counted from. */
export const DaySince = z.strictObject({ closedAt: LocalDateTime.nullable(), from: LocalDate })
export type DaySince = z.infer<typeof DaySince>

/** A closed day, frozen. */
export const Closing = z.strictObject({
  since: DaySince,
  sums: DaySums,
  count: DrawerCount,
  counted: Cents,
  difference: Cents,
  /** Why the count differs; empty where it does not. */
  remark: z.string(),
  /** What was still to be done when the day was closed. */
  missing: z.strictObject({ unsigned: z.int(), notCheckedOut: z.int(), stillBooked: z.int() }),
})
export type Closing = z.infer<typeof Closing>

/** A closing in the list. */
export const ClosingRow = z.strictObject({
  id: ClosingId,
  closedOn: LocalDate,
  /** The clinic’s wall time. */
  closedAt: LocalDateTime,
  closedBy: z.string(),
  net: Cents,
  counted: Cents,
  difference: Cents,
  remark: z.string(),
})
export type ClosingRow = z.infer<typeof ClosingRow>

/** A visit that should be settled before the day is closed: its note, its check-out, or whether anybody came. */
export const DayTask = z.strictObject({
  kind: z.enum(['unsigned-note', 'not-checked-out', 'still-booked']),
  appointmentId: AppointmentId,
  startsAt: LocalDateTime,
  who: z.string(),
})
export type DayTask = z.infer<typeof DayTask>

/** What would be closed now. */
export const DayPreview = z.strictObject({
  mark: DayMark,
  since: DaySince,
  /** Before the first closing one chooses where to begin; so many payments lie before. */
  isFirst: z.boolean(),
  leftOut: Tally,
  sums: DaySums,
  tasks: z.array(DayTask),
  /** Why there is nothing to close; null when there is. */
  nothing: z.string().nullable(),
})
export type DayPreview = z.infer<typeof DayPreview>
