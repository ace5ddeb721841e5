import type { MethodSum, Tally } from '../accounts/close-day.ts'
import type { Closing, NamedPayment, VoidedPayment } from '../accounts/closing.ts'
import { pieceName } from '../accounts/drawer.ts'
import type { PaymentMethod } from '../billing/schema.ts'
import { formatDate, formatTime, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import { type Cents, cents, formatAmount, formatMoney } from '../lib/money.ts'
import type { Letterhead } from './letterhead.ts'
import { methodInWords } from './payment-method-words.ts'

/** A label with a figure, and how many there are where that says something. */
export type DayFigure = { readonly label: string; readonly count: string; readonly amount: string; readonly isStrong: boolean }

/** A closed day on one page: what came in, what is in the drawer, what else happened. Every figure arrives in words. */
export type DayClose = {
  readonly letterhead: Letterhead
  readonly closedOn: LocalDate
  /** “Nov 19, 2026, 6:05 pm” */
  readonly closedWords: string
  readonly closedBy: string
  readonly sinceWords: string
  readonly methods: readonly { readonly cells: readonly string[]; readonly isStrong: boolean }[]
  readonly drawer: readonly DayFigure[]
  readonly pieces: readonly DayFigure[]
  readonly differenceWords: string
  readonly charged: readonly DayFigure[]
  readonly letGo: readonly DayFigure[]
  /** What was voided, given back, and each check, one by one. */
  readonly single: readonly (readonly string[])[]
  /** What was still to be done; empty where nothing was. */
  readonly missing: string
}

/** The columns of what came in, and of the list of single payments. */
export const METHOD_HEADS = ['Method', 'Received', 'Given back', 'Voided', 'Total'] as const
export const SINGLE_HEADS = ['Patient', 'What', 'Remark', 'Amount'] as const

type Head = { readonly letterhead: Letterhead; readonly closedOn: LocalDate; readonly closedAt: LocalDateTime; readonly closedBy: string }

/** Puts a closed day into words. Pure: the same closing gives the same page. */
export function composeDayClose({ letterhead, closedOn, closedAt, closedBy }: Head, closing: Closing): DayClose {
  const { sums, counted, difference, remark } = closing
  return {
    letterhead,
    closedOn,
    closedWords: `${formatDate(closedOn)}, ${formatTime(closedAt)}`,
    closedBy,
    sinceWords: sinceWords(closing),
    methods: [...sums.methods.map(methodRow), totalRow(sums.methods, sums.net)],
    drawer: drawerFigures(closing),
    pieces: pieceFigures(closing),
    differenceWords: differenceWords(counted, difference, remark),
    charged: chargedFigures(closing),
    letGo: letGoFigures(closing),
    single: [...sums.voids.map(voidRow), ...sums.refunds.map(refundRow), ...sums.checks.map(checkRow)],
    missing: missingWords(closing),
  }
}

const sinceWords = ({ since }: Closing) => (since.closedAt === null ? formatDate(since.from) : `${formatDate(since.from)}, ${formatTime(since.closedAt)}`)

const named = (method: PaymentMethod) => methodInWords({ method, reference: '' })
const counted = ({ count, amount }: Tally) => (count === 0 ? '–' : `(${count}) ${formatAmount(amount)}`)

const methodRow = ({ method, received, refunded, voided, net }: MethodSum) => ({
  cells: [named(method), counted(received), counted(refunded), counted(voided), formatAmount(net)],
  isStrong: false,
})

function totalRow(methods: readonly MethodSum[], net: Cents) {
  const sum = (pick: (method: MethodSum) => Tally): Tally => ({
    count: methods.reduce((all, method) => all + pick(method).count, 0),
    amount: cents(methods.reduce((all, method) => all + pick(method).amount, 0)),
  })
  const cells = [
    'All',
    counted(sum(({ received }) => received)),
    counted(sum(({ refunded }) => refunded)),
    counted(sum(({ voided }) => voided)),
    formatAmount(net),
  ]
  return { cells, isStrong: true }
}

const figure = (label: string, amount: Cents, { count = '', isStrong = false } = {}): DayFigure => ({ label, count, amount: formatAmount(amount), isStrong })
const tally = (label: string, { count, amount }: Tally): DayFigure => figure(label, amount, { count: String(count) })

function drawerFigures({ sums: { drawer }, counted: inDrawer, difference }: Closing): DayFigure[] {
  return [
    figure('In the drawer before', drawer.float),
    figure('Cash received', drawer.received),
    figure('Cash given back', cents(0 - drawer.refunded)),
    ...(drawer.voided === 0 ? [] : [figure('Cash payments voided', drawer.voided)]),
    figure('Expected', drawer.expected, { isStrong: true }),
    figure('Counted', inDrawer, { isStrong: true }),
    figure('Difference', difference, { isStrong: true }),
  ]
}

function pieceFigures({ count: { pieces, other } }: Closing): DayFigure[] {
  const rows = pieces.filter(({ count }) => count > 0).map(({ value, count }) => figure(pieceName(value), cents(value * count), { count: String(count) }))
  return [
    ...rows,
    ...(other === 0 ? [] : [figure('Rolls and other', other)]),
    ...(rows.length === 0 && other === 0 ? [figure('Nothing counted', cents(0))] : []),
  ]
}

function differenceWords(inDrawer: Cents, difference: Cents, remark: string): string {
  if (difference === 0) return `The drawer holds ${formatMoney(inDrawer)}, as expected.`
  const words = difference > 0 ? `${formatMoney(difference)} more` : `${formatMoney(cents(0 - difference))} less`
  return `The drawer holds ${formatMoney(inDrawer)}, ${words} than expected: ${remark}`
}

function chargedFigures({ sums: { figures } }: Closing): DayFigure[] {
  return [
    { label: 'Visits checked out', count: String(figures.visits), amount: '', isStrong: false },
    tally('Invoices issued', figures.invoices),
    tally('Invoices voided', figures.invoicesVoided),
    figure('Sales tax on these', figures.salesTax),
    tally('Packages sold, paid ahead', figures.packagesSold),
    tally('Taken from packages', figures.packagesUsed),
  ]
}

function letGoFigures({ sums: { figures } }: Closing): DayFigure[] {
  return [
    tally('Discounts', figures.discounts),
    tally('Write-offs', figures.writeOffs),
    tally('Adjustments', figures.adjustments),
    tally('Credit notes', figures.creditNotes),
  ]
}

function voidRow({ patientName, method, amount, paidOn, reason, isEarlier }: VoidedPayment): string[] {
  const from = isEarlier ? `paid ${formatDate(paidOn)}, counted by an earlier closing` : `paid ${formatDate(paidOn)}`
  return [patientName, `Voided, ${lower(named(method))}`, [reason, from].filter(text => text !== '').join('; '), formatAmount(cents(0 - amount))]
}

const lower = (words: string) => (words.startsWith('HSA') ? words : words.toLowerCase())
const refundRow = ({ patientName, method, reference, amount, remark }: NamedPayment) => [
  patientName,
  `Given back, ${lower(methodInWords({ method, reference }))}`,
  remark,
  formatAmount(cents(0 - amount)),
]
const checkRow = ({ patientName, method, reference, amount, remark }: NamedPayment) => [
  patientName,
  methodInWords({ method, reference }),
  remark,
  formatAmount(amount),
]

function missingWords({ missing: { unsigned, notCheckedOut, stillBooked } }: Closing): string {
  const of = (count: number, one: string, many: string) => (count === 0 ? '' : count === 1 ? `1 ${one}` : `${count} ${many}`)
  const open = [
    of(unsigned, 'note not signed', 'notes not signed'),
    of(notCheckedOut, 'visit not checked out', 'visits not checked out'),
    of(stillBooked, 'visit without word whether anybody came', 'visits without word whether anybody came'),
  ].filter(text => text !== '')
  return open.length === 0 ? '' : `Still open when the day was closed: ${open.join(', ')}.`
}
