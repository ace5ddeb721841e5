import { z } from 'zod'
import { Invoice } from '../billing/schema.ts'
import { IssuedDocument } from '../documents/schema.ts'
import { LocalDate } from '../lib/dates.ts'
import { PatientId } from '../lib/ids.ts'
import { Cents, cents } from '../lib/money.ts'
import { foldName } from '../patients/names.ts'
import { AgeBucket, Aging, addAging } from './aging.ts'

/**
 * Who pays. `chart`: that patient, for themselves and for whom they answer; `name`: somebody without a chart, who answers for that patient (and for others of
 * the same address under the same name); `patient`: whoever of the two pays for that patient.
 */
export const PayerRef = z.strictObject({ by: z.enum(['chart', 'name', 'patient']), patientId: PatientId })
export type PayerRef = z.infer<typeof PayerRef>

/** What one patient owes and has on account, and who pays for them. */
export type PatientBalance = {
  readonly patientId: PatientId
  readonly name: string
  readonly sortName: string
  readonly payer: PayerRef
  /** The same for all patients one payer answers for. */
  readonly payerKey: string
  readonly payerName: string
  readonly payerSortName: string
  readonly hasAddress: boolean
  readonly aging: Aging
  /** The oldest date of service still open; null where only credit is left. */
  readonly since: LocalDate | null
  readonly invoices: number
  readonly credit: Cents
}

/** What one payer owes for everybody they answer for; credit stands apart and is never taken off. */
export const BalanceRow = z.strictObject({
  payer: PayerRef,
  name: z.string(),
  /** Whom the invoices are for, where it is not just the payer. */
  patients: z.array(z.string()),
  hasAddress: z.boolean(),
  aging: Aging,
  since: LocalDate.nullable(),
  invoices: z.int(),
  credit: Cents,
})
export type BalanceRow = z.infer<typeof BalanceRow>

const OpenInvoice = Invoice.pick({ id: true, number: true, kind: true, serviceOn: true, total: true, paid: true, reduced: true, balance: true })

/** A payer’s account unfolded: every open invoice of everybody they answer for, the oldest first, and the statements sent before, newest first. */
export const PayerAccount = z.strictObject({
  payer: PayerRef,
  /** Whose chart keeps the statements. */
  holderId: PatientId,
  name: z.string(),
  phone: z.string(),
  addressLines: z.array(z.string()),
  aging: Aging,
  credit: Cents,
  patients: z.array(z.strictObject({ patientId: PatientId, name: z.string(), credit: Cents, invoices: z.array(OpenInvoice) })),
  statements: z.array(IssuedDocument),
})
export type PayerAccount = z.infer<typeof PayerAccount>

/** Everything owed; one age of it; or who has money on account. */
export const BalanceFilter = z.enum(['all', ...AgeBucket.options, 'credit'])
export type BalanceFilter = z.infer<typeof BalanceFilter>
export const BalanceSort = z.enum(['oldest', 'largest', 'name'])
export type BalanceSort = z.infer<typeof BalanceSort>
/** Which balances, by name of payer or patient and by age. */
export const BalanceChoice = z.strictObject({ search: z.string().max(120), filter: BalanceFilter })
export type BalanceChoice = z.infer<typeof BalanceChoice>

type Payer = BalanceRow & { readonly sortName: string }

/** The balances of patients put together by who pays. */
export function balancesByPayer(patients: readonly PatientBalance[]): Payer[] {
  const payers = new Map<string, Payer>()
  for (const patient of patients) {
    const known = payers.get(patient.payerKey)
    const own = patient.payer.by === 'chart' && patient.payer.patientId === patient.patientId
    payers.set(patient.payerKey, {
      payer: known?.payer ?? patient.payer,
      name: patient.payerName,
      sortName: patient.payerSortName,
      patients: [...(known?.patients ?? []), ...(own ? [] : [patient.name])],
      hasAddress: (known?.hasAddress ?? false) || patient.hasAddress,
      aging: known ? addAging(known.aging, patient.aging) : patient.aging,
      since: earlier(known?.since ?? null, patient.since),
      invoices: (known?.invoices ?? 0) + patient.invoices,
      credit: cents((known?.credit ?? 0) + patient.credit),
    })
  }
  return [...payers.values()]
}

const earlier = (a: LocalDate | null, b: LocalDate | null) => (a === null || (b !== null && b < a) ? b : a)

/** Whom a search and an age leave, in the order asked for. Every word of the search must be found in a name. */
export function chosenBalances(payers: readonly Payer[], { search, filter, sort }: BalanceChoice & { readonly sort: BalanceSort }): BalanceRow[] {
  const words = foldName(search)
    .split(/\s+/u)
    .filter(word => word !== '')
  const isFound = ({ name, patients }: Payer) => {
    const names = foldName([name, ...patients].join(' '))
    return words.every(word => names.includes(word))
  }
  const chosen = payers.filter(payer => isIn(payer, filter) && (words.length === 0 || isFound(payer)))
  return chosen.toSorted((a, b) => compare(a, b, { sort, filter })).map(({ sortName: _sortName, ...row }) => row)
}

function isIn({ aging, credit }: BalanceRow, filter: BalanceFilter): boolean {
  if (filter === 'credit') return credit > 0
  return filter === 'all' ? aging.total > 0 : aging[filter] > 0
}

function compare(a: Payer, b: Payer, { sort, filter }: { sort: BalanceSort; filter: BalanceFilter }): number {
  const size = ({ aging, credit }: Payer) => (filter === 'credit' ? credit : aging.total)
  const byName = a.sortName.localeCompare(b.sortName) || a.payer.patientId.localeCompare(b.payer.patientId)
  if (sort === 'name') return byName
  if (sort === 'largest') return size(b) - size(a) || byName
  return (a.since ?? '9999').localeCompare(b.since ?? '9999') || size(b) - size(a) || byName
}
