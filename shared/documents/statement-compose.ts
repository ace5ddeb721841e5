import { type AgeBucket, agingOf, oldestBucket } from '../accounts/aging.ts'
import type { LedgerEntry } from '../billing/schema.ts'
import type { LocalDate } from '../lib/dates.ts'
import { type Cents, cents, sumCents } from '../lib/money.ts'
import type { BillingRules } from '../practice/billing-rules.ts'
import type { Address } from '../practice/schema.ts'
import { addressLines, letterheadOf } from './paper-words.ts'
import { methodInWords } from './payment-method-words.ts'
import type { Statement, StatementEntry, StatementInvoice, StatementSince } from './statement.ts'

/** One entry on an invoice of the account, by its place in the ledger. */
export type Movement = { readonly row: number; readonly on: LocalDate; readonly kind: LedgerEntry['kind']; readonly amount: Cents }
type Entry = Pick<LedgerEntry, 'kind' | 'amount' | 'on' | 'reference' | 'method' | 'reverses' | 'isReversed'>

/** An open invoice as the records know it; `what`: its charges in words. */
export type OpenInvoice = {
  readonly number: string
  readonly serviceOn: LocalDate
  readonly balance: Cents
  readonly what: readonly string[]
  readonly entries: readonly Entry[]
}

/** Everything a statement is made of. */
export type StatementFacts = {
  readonly number: string
  readonly issuedOn: LocalDate
  readonly clinic: {
    readonly name: string
    readonly address: Address
    readonly phone: string
    readonly fax: string
    readonly logo: string
  }
  readonly payer: { readonly name: string; readonly address: Address }
  readonly patients: readonly {
    readonly name: string
    readonly credit: Cents
    readonly open: readonly OpenInvoice[]
    readonly movements: readonly Movement[]
  }[]
  readonly last: { readonly issuedOn: LocalDate; readonly number: string; readonly lastEntry: number } | null
  readonly dunning: BillingRules['dunning']
}

/** Puts a statement together. Pure: the same facts give the same paper. */
export function composeStatement({ number, issuedOn, clinic, payer, patients, last, dunning }: StatementFacts): Statement {
  const owing = patients.filter(({ open }) => open.length > 0)
  const aging = agingOf(
    owing.flatMap(({ open }) => open),
    issuedOn,
  )
  const movements = patients.flatMap(patient => patient.movements).toSorted((a, b) => a.row - b.row)
  const bucket: AgeBucket = oldestBucket(aging) ?? 'current'
  return {
    number,
    issuedOn,
    letterhead: letterheadOf(clinic, clinic.logo),
    phone: clinic.phone,
    to: { name: payer.name, addressLines: addressLines(payer.address) },
    due: aging.total,
    since: last ? sinceStatement(movements, last) : sinceZero(movements, issuedOn),
    patients: owing.map(({ name, open }) => ({ name, invoices: open.map(invoiceOf) })),
    namesPatients: owing.length > 1 || owing.some(({ name }) => name !== payer.name),
    aging,
    credit: sumCents(patients.map(({ credit }) => credit)),
    dunning: dunning[bucket],
    lastEntry: movements.at(-1)?.row ?? last?.lastEntry ?? 0,
  }
}

function sinceStatement(movements: readonly Movement[], { issuedOn, number, lastEntry }: NonNullable<StatementFacts['last']>): StatementSince {
  const before = cents(total(movements.filter(({ row }) => row <= lastEntry)))
  return { on: issuedOn, number, before, ...sums(movements.filter(({ row }) => row > lastEntry)) }
}

/** What moved the account since nothing was owed on it last, or ever. */
export function sinceZero(movements: readonly Movement[], today: LocalDate): StatementSince {
  let owed = 0
  let from = 0
  for (const [index, { amount }] of movements.entries()) {
    owed += amount
    if (owed === 0) from = index + 1
  }
  const since = movements.slice(from)
  return { on: since[0]?.on ?? today, number: '', before: cents(0), ...sums(since) }
}

const PAYS: readonly Movement['kind'][] = ['payment', 'credit', 'refund', 'package']
const total = (movements: readonly Movement[]) => movements.reduce((sum, { amount }) => sum + amount, 0)

function sums(movements: readonly Movement[]): Pick<StatementSince, 'charged' | 'paid' | 'reduced'> {
  const of = (isIn: (kind: Movement['kind']) => boolean) => total(movements.filter(({ kind }) => isIn(kind)))
  return {
    charged: cents(of(kind => kind === 'charge')),
    paid: cents(0 - of(kind => PAYS.includes(kind))),
    reduced: cents(0 - of(kind => kind !== 'charge' && !PAYS.includes(kind))),
  }
}

function invoiceOf({ number, serviceOn, balance, what, entries }: OpenInvoice): StatementInvoice {
  const standing = entries.filter(({ reverses, isReversed }) => reverses === null && !isReversed)
  return {
    number,
    on: serviceOn,
    balance,
    entries: standing.map(entry => ({ on: entry.on, words: wordsOf(entry, what), amount: entry.amount }) satisfies StatementEntry),
  }
}

function wordsOf({ kind, amount, reference, method }: Entry, what: readonly string[]): string {
  const numbered = (words: string) => (reference === '' ? words : `${words} ${reference}`)
  if (kind === 'charge') return what.join('; ')
  if (kind === 'payment') return `Paid: ${methodInWords({ method: method ?? 'other', reference })}`
  if (kind === 'refund') return `Given back: ${methodInWords({ method: method ?? 'other', reference })}`
  if (kind === 'credit') return amount < 0 ? 'Paid from money on account' : 'Moved to money on account'
  if (kind === 'package') return numbered('Taken from package')
  if (kind === 'credit-note') return numbered('Credit note')
  return { discount: 'Discount', 'write-off': 'Taken off', adjustment: 'Adjustment' }[kind]
}
