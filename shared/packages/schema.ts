import { z } from 'zod'
import { Instant, LocalDate } from '../lib/dates.ts'
import { InvoiceId, PackageId, PackageTypeId, PatientId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { line } from '../lib/text.ts'

/** What a package counts down: visits, or minutes of treatment. */
export const PackageCounts = z.enum(['visits', 'minutes'])
export type PackageCounts = z.infer<typeof PackageCounts>

/** A package the clinic sells. */
export const PackageTypeFields = z
  .strictObject({
    name: line('the package’s name', 60),
    counts: PackageCounts,
    amount: z.int('Enter a whole number.').min(1, 'At least one.').max(60_000, 'At most 60,000.'),
    price: z.int('Enter an amount in dollars and cents.').min(1, 'Enter a price above zero.').max(100_000_000, 'That amount is too large.').brand<'Cents'>(),
    /** Null: it never expires. */
    monthsValid: z.int('Enter whole months.').min(1, 'At least one month.').max(120, 'At most 120 months.').nullable(),
    /** Everyone of the buyer’s household may use it. */
    isShared: z.boolean(),
    isActive: z.boolean(),
  })
  .refine(({ counts, amount }) => counts === 'minutes' || amount <= 500, { path: ['amount'], message: 'At most 500 visits.' })
export type PackageTypeFields = z.infer<typeof PackageTypeFields>
export const PackageType = z.strictObject({ ...PackageTypeFields.shape, id: PackageTypeId })
export type PackageType = z.infer<typeof PackageType>

/** How a package sold stands. `ended`: a credit note gave its unused rest back; `upgraded`: it goes on in a larger one; `void`: its sale is void. */
export const PackageState = z.enum(['usable', 'unpaid', 'used-up', 'expired', 'ended', 'upgraded', 'void'])
export type PackageState = z.infer<typeof PackageState>

/** A package sold, and what is left of it. */
export const SoldPackage = z.strictObject({
  id: PackageId,
  patientId: PatientId,
  patientName: z.string(),
  name: z.string(),
  counts: PackageCounts,
  amount: z.int(),
  left: z.int(),
  /** “3 of 6 visits left” */
  leftWords: z.string(),
  /** What was paid or is to be paid for it, over all its sales, after discounts and credit notes. */
  price: Cents,
  /** What of the price no visit was paid with yet. */
  rest: Cents,
  boughtOn: LocalDate,
  expiresOn: LocalDate.nullable(),
  isShared: z.boolean(),
  invoiceId: InvoiceId,
  invoiceNumber: z.string(),
  /** Still owed for it, over all its sales. */
  owed: Cents,
  state: PackageState,
  /** Usable, with something left, and about to expire. */
  expiresSoon: z.boolean(),
})
export type SoldPackage = z.infer<typeof SoldPackage>

/** One use of a package by a visit. */
export const PackageUse = z.strictObject({
  invoiceId: InvoiceId,
  invoiceNumber: z.string(),
  patientId: PatientId,
  patientName: z.string(),
  serviceOn: LocalDate,
  amount: z.int(),
  /** What it paid of the visit. */
  value: Cents,
  usedBy: z.string(),
  /** Why it was given back; null while it stands. */
  takenBack: z.string().nullable(),
})
export type PackageUse = z.infer<typeof PackageUse>

/** A package that may be used longer than sold, and why. */
export const PackageExtension = z.strictObject({ until: LocalDate, reason: z.string(), extendedAt: Instant, extendedBy: z.string() })
export type PackageExtension = z.infer<typeof PackageExtension>

/** A larger package this one can become, and what is still to pay for it. */
export const UpgradeChoice = z.strictObject({
  packageTypeId: PackageTypeId,
  name: z.string(),
  difference: Cents,
  /** “6 visits · 5 left after the upgrade · expires May 19, 2027” */
  words: z.string(),
})
export type UpgradeChoice = z.infer<typeof UpgradeChoice>

/** A package with every use of it, also those from before an upgrade, oldest first. */
export const PackageDetail = z.strictObject({
  ...SoldPackage.shape,
  uses: z.array(PackageUse),
  /** Belongs to uses that cost less than their share of the price; part of the rest. */
  unspent: Cents,
  extensions: z.array(PackageExtension),
  /** Names and sale invoices of what it was before, oldest first. */
  before: z.array(z.strictObject({ name: z.string(), invoiceId: InvoiceId, invoiceNumber: z.string(), boughtOn: LocalDate })),
  upgrades: z.array(UpgradeChoice),
  /** Why it cannot be upgraded; null where it can, or nothing larger is sold. */
  upgradeObstacle: z.string().nullable(),
})
export type PackageDetail = z.infer<typeof PackageDetail>
