import { z } from 'zod'
import { Amount, cents } from '../lib/money.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { Address } from './schema.ts'

/** What of a superbill the clinic may leave out. Everything else is required and always prints. */
export const OptionalSuperbillField = z.enum([
  'clinic-fax',
  'clinic-email',
  'organisation-npi',
  'taxonomy',
  'license',
  'patient-phone',
  'patient-sex',
  'patient-address',
  'insured-born-on',
  'group-number',
  'authorization',
  'diagnosis-text',
  'service-names',
  'payment-dates',
  'payment-methods',
])
export type OptionalSuperbillField = z.infer<typeof OptionalSuperbillField>

const Percent = z.int().min(0, 'At least 0 %.').max(100_000, 'At most 100 %.')

/** How the clinic bills: discounts, tax, papers and their wording. Every one has a usual value; none is law. */
export const BillingRules = z.strictObject({
  /** Thousandths of a percent taken off for patients who pay themselves: 10,000 is 10 %. The fee stays the same for all; the discount is shown as one. */
  selfPayDiscount: Percent,
  /** Thousandths of a percent on taxable products: 6,250 is 6.25 %. Never on services, never on a superbill. */
  salesTax: Percent,
  /** Left out of every superbill. */
  superbillHides: z.array(OptionalSuperbillField).max(15),
  /** How saved superbills are named; words in braces are filled in: {number} {last name} {first name} {from} {to} {chart}. */
  superbillFileName: line('how files are named', 120),
  /** Where insurers write to about bills; empty where that is the clinic’s own address. */
  billingAddress: Address,
  /** What the drawer holds in the morning. */
  drawerFloat: Amount,
  /** Words on statements, by the age of the oldest open invoice. */
  dunning: z.strictObject({ current: prose(600), days31: prose(600), days61: prose(600), days91: prose(600) }),
  /** Moves everything printed on a ready-made claim form, in tenths of a millimetre: right and down are above 0. */
  claimFormOffset: z.strictObject({
    right: z.int().min(-250, 'At most 25 mm to the left.').max(250, 'At most 25 mm to the right.'),
    down: z.int().min(-250, 'At most 25 mm up.').max(250, 'At most 25 mm down.'),
  }),
  /** What a good faith estimate says of the patient’s right to dispute a bill (45 CFR 149.610 and 149.620 as we read them). */
  estimate: z.strictObject({
    disputeFrom: Amount,
    disputeDays: z.int().min(1).max(3650),
    disputeFee: Amount,
    phone: optionalLine(40),
    website: optionalLine(80),
    otherItems: prose(600),
  }),
})
export type BillingRules = z.infer<typeof BillingRules>

/** The usual values: no discount, no tax, everything on the superbill, $400 and 120 days on estimates. */
export const USUAL_BILLING_RULES: BillingRules = {
  selfPayDiscount: 0,
  salesTax: 0,
  superbillHides: [],
  superbillFileName: '{number} {last name} {first name}',
  billingAddress: { street: '', street2: '', city: '', state: '', zip: '' },
  drawerFloat: Amount.parse(0),
  dunning: {
    current: 'Please pay the balance by the end of the month. Call us if something is not right.',
    days31: 'Part of this balance is more than 30 days old. Please pay it now, or call us to agree on installments.',
    days61: 'Part of this balance is more than 60 days old. Please pay it within 10 days, or call us.',
    days91: 'Part of this balance is more than 90 days old. Please call us this week, so that we can settle it together.',
  },
  claimFormOffset: { right: 0, down: 0 },
  estimate: {
    disputeFrom: cents(40_000),
    disputeDays: 120,
    disputeFee: cents(2500),
    phone: '1-800-985-3059',
    website: 'www.cms.gov/nosurprises',
    otherItems: 'Visits to the physician who writes the prescription, and imaging or tests they order, are scheduled and billed by others.',
  },
}

/** A share of an amount in thousandths of a percent, rounded half up to the cent: sales tax, a discount. */
export function shareOf(amount: number, thousandths: number) {
  return cents(Number((BigInt(amount) * BigInt(thousandths) + 50_000n) / 100_000n))
}
