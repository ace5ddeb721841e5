import { z } from 'zod'
import { Aging } from '../accounts/aging.ts'
import { LocalDate } from '../lib/dates.ts'
import { Cents } from '../lib/money.ts'
import { Letterhead } from './letterhead.ts'

/** One line below an open invoice: what was charged, paid or let go. Above 0 is owed. */
export const StatementEntry = z.strictObject({ on: LocalDate, words: z.string(), amount: Cents })
export type StatementEntry = z.infer<typeof StatementEntry>

/** An open invoice with everything that makes its balance. Never a diagnosis. */
export const StatementInvoice = z.strictObject({ number: z.string(), on: LocalDate, entries: z.array(StatementEntry), balance: Cents })
export type StatementInvoice = z.infer<typeof StatementInvoice>

/** What moved the account since the last statement, or since nothing was owed: before + charged − paid − reduced = due. */
export const StatementSince = z.strictObject({
  /** The day of the last statement and its number; without a number the day from which something was owed. */
  on: LocalDate,
  number: z.string(),
  before: Cents,
  charged: Cents,
  paid: Cents,
  reduced: Cents,
})
export type StatementSince = z.infer<typeof StatementSince>

/** A statement of account on paper: who pays, what is owed for whom, how old it is, and what to send back with the money. */
export const Statement = z.strictObject({
  number: z.string(),
  issuedOn: LocalDate,
  letterhead: Letterhead,
  phone: z.string(),
  to: z.strictObject({ name: z.string(), addressLines: z.array(z.string()) }),
  due: Cents,
  since: StatementSince,
  /** Those with something open. The name is only printed where it says something. */
  patients: z.array(z.strictObject({ name: z.string(), invoices: z.array(StatementInvoice) })),
  namesPatients: z.boolean(),
  aging: Aging,
  /** Money on account, not taken off what is due. */
  credit: Cents,
  /** What is asked for, by the age of the oldest part; as the clinic words it. */
  dunning: z.string(),
  /** How far the ledger went: the next statement begins after it. */
  lastEntry: z.int(),
})
export type Statement = z.infer<typeof Statement>
