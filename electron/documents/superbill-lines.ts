import type { Superbill, SuperbillLine } from '../../shared/documents/superbill.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { type Cents, cents, formatAmount, sumCents } from '../../shared/lib/money.ts'
import type { OptionalSuperbillField } from '../../shared/practice/billing-rules.ts'
import { LEFT, type Paper, type Structure } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HAIRLINE, rule } from './page-ink.ts'
import { type Cell, type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { cleanText } from './text-runs.ts'
import { ASIDE, type Line, STRONG, type Style, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const ROW = 16
const EXTRA_LINE = 12
const BASELINE = 11.5
/** A visit taller than this is split: it would not fit on a page of its own with the totals. */
const TALLEST_VISIT = 470

/** The columns of the superbill in the order a claims clerk keys them. */
export type LineColumns = Readonly<Record<'date' | 'pos' | 'code' | 'modifiers' | 'dx' | 'service' | 'units' | 'charge' | 'paid' | 'paidOn' | 'method', Column>>

/** The columns at their places on this paper. */
export function lineColumns({ at }: Paper): LineColumns {
  return {
    date: { title: 'Date of service', x: at(LEFT) },
    pos: { title: 'POS', x: at(109) },
    code: { title: 'Code', x: at(133) },
    modifiers: { title: 'Modifiers', x: at(165) },
    dx: { title: 'Dx', x: at(222.4) },
    service: { title: 'Service', x: at(267.2) },
    units: { title: 'Units', x: at(352), align: 'right' },
    charge: { title: 'Charge', x: at(398), align: 'right' },
    paid: { title: 'Paid', x: at(446), align: 'right' },
    paidOn: { title: 'Date paid', x: at(460) },
    method: { title: 'Method', x: at(520) },
  }
}

const ORDER = ['date', 'pos', 'code', 'modifiers', 'dx', 'service', 'units', 'charge', 'paid', 'paidOn', 'method'] as const
const HIDDEN_BY: Partial<Record<keyof LineColumns, OptionalSuperbillField>> = { service: 'service-names', paidOn: 'payment-dates', method: 'payment-methods' }

/** A column that the clinic leaves out keeps its place without a head, for sums and “Not paid” stand there too. */
const headsOf = (columns: LineColumns, { hides }: Superbill): Column[] =>
  ORDER.map(name => {
    const field = HIDDEN_BY[name]
    return field !== undefined && hides.includes(field) ? { ...columns[name], title: '' } : columns[name]
  })

/** Cells for all columns of one row, empty where nothing is said; the order of the columns is the order of reading. */
export function cellsOf(columns: LineColumns, filled: Partial<Record<keyof LineColumns, readonly Line[]>>): Cell[] {
  return ORDER.map(name => ({
    column: columns[name],
    lines: filled[name] ?? [],
  }))
}

/** One line of words in one style. */
export const words = (text: string, style: Style): Line[] => [[{ text: cleanText(text), style }]]

/** A visit as a part of the body, and what has been charged and paid when it is done. */
export type VisitPart = Part & { readonly after: Sums }

/** The visits as parts of the body: a visit is not split over two pages. Later pages bring the sums forward. */
export function visitParts(paper: Paper, bill: Superbill, table: Structure): VisitPart[] {
  const columns = lineColumns(paper)
  const chunks = visitsOf(bill.lines).flatMap(visit => chunksOf(visit.map(line => ({ line, row: rowOf(paper, columns, shownLine(bill, line)) }))))
  let before = { charge: cents(0), paid: cents(0) }
  return chunks.map(chunk => {
    const forward = before
    before = addLines(
      before,
      chunk.map(({ line }) => line),
    )
    const draw = (y: number) => drawVisit(paper, { table, rows: chunk.map(({ row }) => row), y })
    return {
      gap: 0,
      height: chunk.reduce((sum, { row }) => sum + row.height, 0),
      draw,
      lead: headOf(paper, { table, columns, heads: headsOf(columns, bill), forward }),
      after: before,
    }
  })
}

type DrawnRow = { readonly cells: readonly Cell[]; readonly height: number }

type HeadOptions = { readonly table: Structure; readonly columns: LineColumns; readonly heads: readonly Column[]; readonly forward: Sums }

function headOf(paper: Paper, options: HeadOptions): NonNullable<Part['lead']> {
  const { table, columns, heads, forward } = options
  const head = (y: number, again: boolean) => drawHead(paper, table, { columns: heads, right: paper.right, y, again })
  const first: Slice = { height: HEAD_HEIGHT, draw: y => head(y, false) }
  const draw = (y: number) => {
    head(y, true)
    const cells = cellsOf(columns, { service: words('Brought forward', ASIDE), ...sumCells(forward, TEXT) })
    drawRow(paper, table, { cells, y: y + HEAD_HEIGHT + BASELINE })
    rule(paper, { from: LEFT, to: paper.right, y: y + HEAD_HEIGHT + ROW, weight: HAIRLINE })
  }
  return { kind: 'lines', first, again: { height: HEAD_HEIGHT + ROW, draw } }
}

/** A hairline closes each visit, so that it reads as a group. */
function drawVisit(paper: Paper, { table, rows, y }: { table: Structure; rows: readonly DrawnRow[]; y: number }): void {
  let top = y
  for (const row of rows) {
    drawRow(paper, table, { cells: row.cells, y: top + BASELINE })
    top += row.height
  }
  rule(paper, { from: LEFT, to: paper.right, y: top, weight: HAIRLINE })
}

type ShownLine = SuperbillLine & { readonly paidOnWords: string }

/** A line as it prints, less what the clinic leaves out. That nothing is paid is always said. */
function shownLine({ hides }: Superbill, line: SuperbillLine): ShownLine {
  const dateWords = hides.includes('payment-dates') || line.paidOn === null ? '' : formatDate(line.paidOn)
  return {
    ...line,
    service: hides.includes('service-names') ? '' : line.service,
    method: hides.includes('payment-methods') ? '' : line.method,
    paidOnWords: line.paid === 0 ? 'Not paid' : dateWords,
  }
}

function rowOf(paper: Paper, columns: LineColumns, line: ShownLine): DrawnRow {
  const service = wrap(paper, [{ text: line.service, style: TEXT }], { width: paper.at(335.2) - paper.at(267.2) })
  const method = wrap(paper, [{ text: line.method, style: TEXT }], { width: paper.right - paper.at(520) })
  const cells = cellsOf(columns, {
    date: words(formatDate(line.serviceOn), TEXT),
    pos: words(line.placeOfService, TEXT),
    code: words(line.code, STRONG),
    modifiers: words(line.modifiers.join(' '), STRONG),
    dx: words(line.pointers.join(''), TEXT),
    units: words(String(line.units), TEXT),
    paidOn: words(line.paidOnWords, TEXT),
    service,
    method,
    ...sumCells(
      {
        charge: line.charge,
        paid: line.paid,
      },
      TEXT,
    ),
  })
  return { cells, height: ROW + (Math.max(service.length, method.length) - 1) * EXTRA_LINE }
}

/** What was charged and paid up to some line. */
export type Sums = { readonly charge: Cents; readonly paid: Cents }

/** The two amounts of a row. */
export const sumCells = ({ charge, paid }: Sums, style: Style) => ({ charge: words(formatAmount(charge), style), paid: words(formatAmount(paid), style) })

const addLines = (sums: Sums, lines: readonly SuperbillLine[]): Sums => ({
  charge: sumCents([sums.charge, ...lines.map(line => line.charge)]),
  paid: sumCents([sums.paid, ...lines.map(line => line.paid)]),
})

/** Lines of one date of service, in their order. */
export function visitsOf(lines: readonly SuperbillLine[]): SuperbillLine[][] {
  const visits: SuperbillLine[][] = []
  for (const line of lines) {
    const last = visits.at(-1)
    if (last?.[0]?.serviceOn === line.serviceOn) last.push(line)
    else visits.push([line])
  }
  return visits
}

function chunksOf<Item extends { readonly row: DrawnRow }>(items: readonly Item[]): Item[][] {
  const chunks: Item[][] = [[]]
  let height = 0
  for (const item of items) {
    if (height + item.row.height > TALLEST_VISIT) {
      chunks.push([])
      height = 0
    }
    chunks.at(-1)?.push(item)
    height += item.row.height
  }
  return chunks
}
