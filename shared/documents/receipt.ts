import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { Amount, Cents } from '../lib/money.ts'
import { Letterhead } from './letterhead.ts'

/** Something charged, as receipts and invoices list it: the clinic’s own name for it, never a diagnosis. `quantity` 0 prints none. */
export const PaperItem = z.strictObject({
  name: z.string(),
  /** A second line: “Nov 3, 2026”, “$40.00 of this payment”; may be empty. */
  detail: z.string(),
  quantity: z.int().min(0),
  price: Cents,
  amount: Cents,
})
export type PaperItem = z.infer<typeof PaperItem>

/** A sum below the items, in order: “Total”, “Discount”, “Card ending 0142”, “Balance”. What is taken off beyond payments is below 0. */
export const SumRow = z.strictObject({ label: z.string(), amount: Cents, isStrong: z.boolean() })
export type SumRow = z.infer<typeof SumRow>

/** A package on the day of the receipt. Words first; boxes where it counts at most so many visits. */
export const PackageOnPaper = z.strictObject({
  /** “5 of 6 visits left, expires Nov 3, 2027” */
  words: z.string(),
  /** “Six visits, of Ingrid Lindqvist. Visit 1 used on Nov 3, 2026.” */
  detail: z.string(),
  /** Null where no boxes are drawn, such as for minutes. */
  boxes: z.strictObject({ used: z.int().min(0), of: z.int().min(1).max(24) }).nullable(),
})
export type PackageOnPaper = z.infer<typeof PackageOnPaper>

/**
 * A receipt with everything decided: what was received on a day (or given back), for what, how, and what is left to pay. One of kind `settled` stands for what
 * a package or money on the account paid, without money changing hands. Kept as it is when issued. Never holds diagnoses, whole card numbers or a whole social security number.
 */
export const Receipt = z.strictObject({
  kind: z.enum(['received', 'refunded', 'settled']),
  letterhead: Letterhead,
  number: z.string(),
  version: z.int().min(1),
  replaces: z.int().min(1).nullable(),
  issuedOn: LocalDate,
  /** The day the money changed hands, or the last of what settled it. */
  on: LocalDate,
  /** The clinic’s; an SSN with its last four digits only. Empty where none is on file. */
  taxId: z.string(),
  from: z.strictObject({ name: z.string(), addressLines: z.array(z.string()).max(3), patientName: z.string() }),
  amount: Amount,
  /** “Paid in full”, “$40.00 still to pay”, “$20.00 on your account”. */
  answer: z.string(),
  items: z.array(PaperItem).min(1),
  sums: z.array(SumRow).min(1),
  packages: z.array(PackageOnPaper),
  /** “Tue, Nov 10, 2026, 10:00 am”; empty where none is booked. */
  nextVisit: z.string(),
})
export type Receipt = z.infer<typeof Receipt>
