import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { Amount, Cents } from '../lib/money.ts'
import { Letterhead } from './letterhead.ts'
import { PaperItem, SumRow } from './receipt.ts'

const Person = z.strictObject({ name: z.string(), addressLines: z.array(z.string()).max(3) })

/** What invoices and credit notes have in common: whose they are, and which issue of the paper this is. */
const PaperHead = z.strictObject({
  letterhead: Letterhead,
  /** The invoice’s own number, or the credit note’s. */
  number: z.string(),
  version: z.int().min(1),
  replaces: z.int().min(1).nullable(),
  /** When this version was printed. */
  issuedOn: LocalDate,
  taxId: z.string(),
  /** Who pays: the guarantor where there is one, else the patient. */
  billTo: Person,
  patientName: z.string(),
})

/** An invoice with everything decided: full charges, what was let go and why, what was paid, what is owed. No diagnoses: an invoice is not a superbill. */
export const InvoicePaper = PaperHead.extend({
  invoicedOn: LocalDate,
  serviceOn: LocalDate,
  /** “Visit with Dana R. Whitlock, LMT”, “Missed visit”, “Sale”. */
  about: z.string(),
  items: z.array(PaperItem),
  sums: z.array(SumRow).min(1),
  balance: Cents,
  /** “Paid in full”, “Please pay $40.00”, “Void”. */
  answer: z.string(),
  /** Why it is void; empty where it stands. */
  voidWords: z.string(),
})
export type InvoicePaper = z.infer<typeof InvoicePaper>

/** A credit note: what was let go of an invoice, when and why. */
export const CreditNotePaper = PaperHead.extend({
  creditedOn: LocalDate,
  invoiceNumber: z.string(),
  invoicedOn: LocalDate,
  amount: Amount,
  reason: z.string(),
  sums: z.array(SumRow).min(1),
  /** Why it no longer holds; empty while it does. */
  takenBackWords: z.string(),
})
export type CreditNotePaper = z.infer<typeof CreditNotePaper>
