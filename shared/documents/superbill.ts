import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { Amount, type Cents, Cents as CentsSchema, formatMoney } from '../lib/money.ts'
import { OptionalSuperbillField } from '../practice/billing-rules.ts'
import { Letterhead } from './letterhead.ts'

const NOTHING = CentsSchema.parse(0)

/** Letters of the diagnoses in claim order; a line points to them. */
export const DiagnosisLetter = z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'])
export type DiagnosisLetter = z.infer<typeof DiagnosisLetter>

/** A code on the superbill and the licensed person who made the diagnosis: never the therapist. */
export const SuperbillDiagnosis = z.strictObject({
  letter: DiagnosisLetter,
  /** ICD-10-CM with its dot, as people read it: `M62.838`. */
  code: z.string(),
  /** Our words for it; may be empty, and may be shortened where many codes share the page. */
  label: z.string(),
  /** Name and credentials. */
  diagnosedBy: z.string(),
  diagnosedOn: LocalDate,
})
export type SuperbillDiagnosis = z.infer<typeof SuperbillDiagnosis>

/** One service on one date. Lines come in keying order: by date, then as charged. */
export const SuperbillLine = z.strictObject({
  serviceOn: LocalDate,
  /** Two digits; 11 is an office. */
  placeOfService: z.string(),
  /** CPT or HCPCS, five characters. */
  code: z.string(),
  /** In claim order. */
  modifiers: z.array(z.string()).max(4),
  /** Letters of the diagnoses this service was for, main one first. */
  pointers: z.array(DiagnosisLetter).max(4),
  /** The clinic's own plain name, never the code owner's text. */
  service: z.string(),
  units: z.int().min(1),
  /** Full fee × units, before any discount. */
  charge: Amount,
  /** What the patient has paid of it. */
  paid: Amount,
  /** The last payment on this line; null while nothing is paid, which prints “Not paid”. */
  paidOn: LocalDate.nullable(),
  /** “Card”, “Check 1042”, “HSA card”; empty while nothing is paid. */
  method: z.string(),
})
export type SuperbillLine = z.infer<typeof SuperbillLine>

/**
 * A superbill with everything decided: what the patient sends to the insurer to be reimbursed (domain fields of four payer checklists).
 * Kept as it is when issued, so that a reprint equals the first print; one issued by an earlier Myodesk is read with the defaults below. An empty string
 * prints as “None” or “Not given”: a gap would look forgotten.
 */
export const Superbill = z.strictObject({
  letterhead: Letterhead,
  /** `SB-2026-0118`; null in a preview, which prints “Not issued yet”. */
  number: z.string().nullable(),
  version: z.int().min(1),
  /** The version of the same number that this one corrects; null for the first. */
  replaces: z.int().min(1).nullable(),
  issuedOn: LocalDate,
  patient: z.strictObject({
    /** First, middle, last as on the insurance card. */
    name: z.string(),
    /** For the window of the envelope: at most four with the name, so street, street 2, city state ZIP. */
    addressLines: z.array(z.string()).max(3),
    bornOn: LocalDate,
    /** “Female”, “Male”, “Other” … as printed. */
    sex: z.string(),
    phone: z.string(),
    /** Of a minor: `Rosa Vasquez, mother`; empty for adults, which leaves the row out. */
    guardian: z.string().default(''),
    /** “Self”, “Spouse of the insured” … */
    relation: z.string(),
  }),
  /** The person who gave the treatment. */
  provider: z.strictObject({
    /** Legal name as in the NPI registry, with credentials. */
    name: z.string(),
    npi: z.string(),
    /** State and number: `MT LMT-00417`. */
    license: z.string(),
    taxonomy: z.string(),
    /** `11, office, address above`. */
    place: z.string(),
  }),
  /** The prescription the visits were given under; null prints “None on file”. */
  referral: z
    .strictObject({
      name: z.string(),
      npi: z.string(),
      prescribedOn: LocalDate.nullable(),
      /** `8 visits to Nov 27, 2026`. */
      prescribedFor: z.string(),
      /** The payer's authorization number; “None required” where that is known. */
      authorization: z.string(),
    })
    .nullable(),
  /** Whose policy it is; null prints “None on file”. */
  insured: z
    .strictObject({
      name: z.string(),
      bornOn: LocalDate.nullable(),
      memberId: z.string(),
      group: z.string(),
      /** The payer or plan. */
      plan: z.string(),
    })
    .nullable(),
  billing: z.strictObject({
    name: z.string(),
    /** Organisation NPI; empty for a solo practice without one. */
    npi: z.string(),
    /** EIN, or in full the SSN of a practitioner without an EIN. */
    taxId: z.string(),
    phone: z.string(),
    /** Only where it differs from the letterhead. */
    addressLines: z.array(z.string()).max(3),
  }),
  accident: z.strictObject({
    auto: z.boolean(),
    work: z.boolean(),
    other: z.boolean(),
    /** Where it happened, `MT`. */
    state: z.string(),
    on: LocalDate.nullable(),
    claimNumber: z.string(),
    insurer: z.string(),
  }),
  diagnoses: z.array(SuperbillDiagnosis).min(1).max(12),
  lines: z.array(SuperbillLine).min(1),
  /** `balance` = charges − discount − paid. Write-offs, adjustments and credit notes are not in it: they never stand on a superbill. */
  totals: z.strictObject({ charges: CentsSchema, discount: CentsSchema.default(NOTHING), paid: CentsSchema, balance: CentsSchema }),
  /** The answer beside the total, and the words above the signature; see `superbillStatement`. */
  statement: z.strictObject({ answer: z.string(), lead: z.string(), rest: z.string() }),
  signature: z.strictObject({
    /** Prints “Signature on file”; otherwise the line is left to sign by hand. */
    isOnFile: z.boolean(),
    name: z.string(),
    on: LocalDate,
  }),
  /** What the clinic leaves out, as chosen when this was issued. */
  hides: z.array(OptionalSuperbillField).default([]),
})
export type Superbill = z.infer<typeof Superbill>

/** The words a claims clerk reads first and last: who is to be paid, and that this is no invoice. */
export function superbillStatement({ discount, paid, balance }: Superbill['totals']): Superbill['statement'] {
  const fees = discount > 0 ? `Charges are full fees; a discount of ${formatMoney(discount)} was given.` : 'Charges are full fees.'
  const rest = `This is not an invoice, and benefits are not assigned. ${fees}`
  if (paid === 0) return { answer: NOT_PAID, lead: balance === 0 ? 'The patient paid nothing, and nothing is open.' : notPaidYet(balance), rest }
  const lead = balance > 0 ? 'The patient paid the amounts listed.' : 'Paid in full by the patient.'
  return { answer: 'Reimburse the patient.', lead: `${lead} Please send payment to the patient, not to the provider.`, rest }
}

const NOT_PAID = 'Nothing is paid yet.'
const notPaidYet = (balance: Cents) => `The patient has not paid yet; ${formatMoney(balance)} is open.`
