import { z } from 'zod'
import { ReadinessFix } from '../billing/readiness-item.ts'
import { LocalDate } from '../lib/dates.ts'
import { Cents } from '../lib/money.ts'
import { optionalLine } from '../lib/text.ts'
import { readAddressLine } from '../patients/typed.ts'
import { DIAGNOSES_A_FORM, LINES_A_FORM } from './claim-form-boxes.ts'
import { Letterhead } from './letterhead.ts'

/** One service line of box 24: the full fee times its units, one date, at most four modifiers and four diagnosis letters. */
export const ClaimLine = z.strictObject({
  serviceOn: LocalDate,
  placeOfService: z.string(),
  code: z.string(),
  modifiers: z.array(z.string()).max(4),
  pointers: z.array(z.string().regex(/^[A-L]$/)).max(4),
  units: z.int().min(1),
  charge: Cents,
  paid: Cents,
})
export type ClaimLine = z.infer<typeof ClaimLine>

/** What one sheet of the form holds: its own diagnoses (A first, without dots), at most six lines, and their sums. */
export const ClaimSheet = z.strictObject({
  diagnoses: z.array(z.string()).max(DIAGNOSES_A_FORM),
  lines: z.array(ClaimLine).min(1).max(LINES_A_FORM),
  total: Cents,
  paid: Cents,
})
export type ClaimSheet = z.infer<typeof ClaimSheet>

/** An address in one line, or nothing. */
const AddressLine = optionalLine(120).refine(typed => typed === '' || readAddressLine(typed) !== null, {
  message: 'Type street, city, state and ZIP in one line, such as 9 Crane Lane, Larkspur Falls, MT 59000.',
})

/**
 * What the records do not hold and a claim may ask for, typed when the form is made. `insuredHome`: where somebody insured lives who is not the patient, with
 * `insuredAddress` where it is elsewhere. `payerAddress`: where the claim is sent. `otherDate` says which date box 15 tells.
 */
export const ClaimTyped = z.strictObject({
  insuredId: optionalLine(28),
  insuredHome: z.enum(['unknown', 'patient', 'elsewhere']),
  insuredAddress: AddressLine,
  payerAddress: AddressLine,
  otherDate: z.enum(['usual', '439', '454', '471']),
  unableFrom: LocalDate.nullable(),
  unableTo: LocalDate.nullable(),
  notes: optionalLine(48),
  resubmission: z.enum(['', '7', '8']),
  originalReference: optionalLine(18),
})
export type ClaimTyped = z.infer<typeof ClaimTyped>

/** Nothing typed: box 15 tells the accident, else the prescription, else the first treatment. */
export const NOTHING_TYPED: ClaimTyped = {
  insuredId: '',
  insuredHome: 'unknown',
  insuredAddress: '',
  payerAddress: '',
  otherDate: 'usual',
  unableFrom: null,
  unableTo: null,
  notes: '',
  resubmission: '',
  originalReference: '',
}

/** A claim on form CMS-1500 (02/12), every word decided and cut to its box. Kept as it is when issued. */
export const ClaimForm = z.strictObject({
  letterhead: Letterhead,
  /** `CF-2026-0001`; null in a preview. */
  number: z.string().nullable(),
  version: z.int().min(1),
  replaces: z.int().min(1).nullable(),
  issuedOn: LocalDate,
  patient: z.strictObject({ name: z.string(), bornOn: LocalDate, chartNumber: z.string() }),
  /** Words by box, see TEXT_BOXES; boxes left empty are missing. */
  texts: z.record(z.string(), z.string()),
  /** What is ticked by box, see CHOICE_BOXES. */
  choices: z.record(z.string(), z.string()),
  /** Who gave the treatment, on every service line: taxonomy above, NPI below. */
  renderer: z.strictObject({ taxonomy: z.string(), npi: z.string() }),
  sheets: z.array(ClaimSheet).min(1),
  /** What was typed for it: the next claim of the case begins with it. The first claims did not keep it. */
  typed: ClaimTyped.default(NOTHING_TYPED),
  /** What did not fit its box or cannot be printed on the form. */
  remarks: z.array(z.string()),
})
export type ClaimForm = z.infer<typeof ClaimForm>

/** Something to see to before a claim is printed, and where. `blocks`: not without it. */
export const ClaimRemark = z.strictObject({ sentence: z.string(), blocks: z.boolean(), fix: ReadinessFix.nullable() })
export type ClaimRemark = z.infer<typeof ClaimRemark>
