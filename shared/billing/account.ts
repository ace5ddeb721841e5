import { z } from 'zod'
import { Instant, LocalDate } from '../lib/dates.ts'
import { InvoiceId, PatientId, PaymentId } from '../lib/ids.ts'
import { Cents, cents } from '../lib/money.ts'
import { InvoiceRow, LedgerEntry, PaymentMethod } from './schema.ts'

/** An entry on a patient’s account, what it did in words, and how the account stands after it: above 0 is owed, below 0 is credit. */
export const AccountEntry = LedgerEntry.extend({ words: z.string(), balanceAfter: Cents })
export type AccountEntry = z.infer<typeof AccountEntry>

/** Money received from a patient, and where it is now. */
export const AccountPayment = z.strictObject({
  id: PaymentId,
  amount: Cents,
  /** What of it was given back. */
  givenBack: Cents,
  /** What of it lies on the account and settles nothing yet. */
  onAccount: Cents,
  method: PaymentMethod,
  reference: z.string(),
  paidOn: LocalDate,
  recordedAt: Instant,
  recordedBy: z.string(),
  voidedAt: Instant.nullable(),
  voidReason: z.string(),
  /** The invoices it settles, newest first. */
  settles: z.array(z.strictObject({ invoiceId: InvoiceId, number: z.string(), amount: Cents })),
})
export type AccountPayment = z.infer<typeof AccountPayment>

/** A payment by itself, with who paid. */
export const PaymentWhere = AccountPayment.extend({ patientName: z.string() })
export type PaymentWhere = z.infer<typeof PaymentWhere>

/** Everything about a patient’s money, each figure with the entries that make it. */
export const Account = z.strictObject({
  patientId: PatientId,
  patientName: z.string(),
  /** Owed on the patient’s open invoices. */
  owed: Cents,
  /** Money on the account that settles nothing yet. */
  credit: Cents,
  /** In the order entered; the last one stands at owed less credit. */
  entries: z.array(AccountEntry),
  /** What can be paid: the patient’s open invoices, then those of the household, each oldest first. */
  open: z.array(InvoiceRow),
  /** Newest first. */
  payments: z.array(AccountPayment),
})
export type Account = z.infer<typeof Account>

/** Entries with how the account stands after each. */
export function withBalances<E extends { readonly amount: Cents }>(entries: readonly E[]): (E & { balanceAfter: Cents })[] {
  let balance = 0
  return entries.map(entry => {
    balance += entry.amount
    return { ...entry, balanceAfter: cents(balance) }
  })
}

/** An entry as the account is read, or two that only moved money between the account and an invoice; `invoiceId` is that invoice. */
export type AccountLine = AccountEntry & { readonly moved: Cents | null }

const isMove = (one: AccountEntry, next: AccountEntry | undefined) =>
  next !== undefined &&
  one.kind === 'credit' &&
  next.kind === 'credit' &&
  one.paymentId === next.paymentId &&
  one.amount + next.amount === 0 &&
  (one.invoiceId === null) !== (next.invoiceId === null)

/** The account line by line: the two entries of one move, which leave the balance as it was, are one line. */
export function accountLines(entries: readonly AccountEntry[]): AccountLine[] {
  const lines: AccountLine[] = []
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index]
    const next = entries[index + 1]
    if (!entry) continue
    if (next === undefined || !isMove(entry, next)) {
      lines.push({ ...entry, moved: null })
      continue
    }
    const onInvoice = entry.invoiceId === null ? next : entry
    lines.push({ ...next, ...onInvoice, balanceAfter: next.balanceAfter, moved: cents(Math.abs(entry.amount)) })
    index += 1
  }
  return lines
}
