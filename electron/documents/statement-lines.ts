import type { Statement, StatementInvoice } from '../../shared/documents/statement.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { formatAmount } from '../../shared/lib/money.ts'
import { LEFT, type Paper, type Structure } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HAIRLINE, HEAVY, rule, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Cell, type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { type Line, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const ROW = 14
const EXTRA_LINE = 12
const BASELINE = 12
const BELOW = 4
const WHAT_WIDTH = 252
/** A longer invoice goes on as another part, so that it still fits a page. */
const MOST_ENTRIES = 24

type Columns = Readonly<Record<'invoice' | 'date' | 'what' | 'amount' | 'balance', Column>>

const columnsOf = ({ at, right }: Paper): Columns => ({
  invoice: { title: 'Invoice', x: LEFT },
  date: { title: 'Date', x: at(124) },
  what: { title: 'Charges and payments', x: at(190) },
  amount: { title: 'Amount', x: at(504), align: 'right' },
  balance: { title: 'Balance', x: right, align: 'right' },
})

const one = (text: string, style = TEXT): Line[] => (text === '' ? [] : [[{ text, style }]])

/** Every open invoice with what makes its balance, patient by patient, and the sum of all. An invoice stays on one page. */
export function invoiceParts(paper: Paper, statement: Statement): Part[] {
  const columns = columnsOf(paper)
  let table: Structure | undefined
  const head = (again: boolean): Slice => ({
    height: HEAD_HEIGHT,
    draw: y => {
      table ??= group(paper, paper.root, 'Table')
      drawHead(paper, table, { columns: Object.values(columns), right: paper.right, y, again })
    },
  })
  const lead = { kind: 'account', first: head(false), again: head(true) }
  const into = () => (table ??= group(paper, paper.root, 'Table'))
  const rows = statement.patients.flatMap(({ name, invoices }) => {
    const parts = invoices.flatMap(invoice => invoicePart(paper, columns, invoice, into))
    const [first, ...rest] = parts
    return statement.namesPatients && first ? [underName(paper, name, first, into), ...rest] : parts
  })
  return [...rows.map(part => ({ ...part, lead })), totalPart(paper, columns, statement, into)]
}

/** The patient’s name stands above the first invoice and never alone. */
function underName(paper: Paper, name: string, first: Part, into: () => Structure): Part {
  const lines = wrap(paper, [{ text: name, style: STRONG }], { width: paper.right - LEFT, maxLines: 2 })
  const height = BASELINE + (lines.length - 1) * EXTRA_LINE + BELOW
  return {
    ...first,
    height: height + first.height,
    draw: y => {
      const row = group(paper, into(), 'TR')
      tagged(paper, row, 'TH', () => setLines(paper, lines, { x: LEFT, y: y + BASELINE, lead: EXTRA_LINE }), { scope: 'Row' })
      first.draw(y + height)
    },
  }
}

function invoicePart(paper: Paper, columns: Columns, invoice: StatementInvoice, into: () => Structure): Part[] {
  const rows = invoice.entries.map((entry, i) => {
    const what = wrap(paper, [{ text: entry.words, style: TEXT }], { width: paper.at(LEFT + WHAT_WIDTH) - LEFT, maxLines: 4 })
    const isLast = i === invoice.entries.length - 1
    const cells: Cell[] = [
      { column: columns.invoice, lines: one(i === 0 ? invoice.number : '', STRONG) },
      { column: columns.date, lines: one(formatDate(i === 0 ? invoice.on : entry.on)) },
      { column: columns.what, lines: what },
      { column: columns.amount, lines: one(formatAmount(entry.amount)) },
      { column: columns.balance, lines: one(isLast ? formatAmount(invoice.balance) : '', STRONG) },
    ]
    return { cells, height: ROW + (what.length - 1) * EXTRA_LINE }
  })
  const pieces = Array.from({ length: Math.ceil(rows.length / MOST_ENTRIES) }, (_, i) => rows.slice(i * MOST_ENTRIES, (i + 1) * MOST_ENTRIES))
  return pieces.map((piece, i) => ({
    gap: 0,
    height: piece.reduce((sum, { height }) => sum + height, 0) + BELOW,
    draw: y => {
      let top = y
      for (const { cells, height } of piece) {
        drawRow(paper, into(), { cells, y: top + BASELINE })
        top += height
      }
      if (i === pieces.length - 1) rule(paper, { from: LEFT, to: paper.right, y: top + BELOW, weight: HAIRLINE })
    },
  }))
}

function totalPart(paper: Paper, columns: Columns, { due }: Statement, into: () => Structure): Part {
  const cells: Cell[] = [
    { column: columns.what, lines: one('Amount due', STRONG) },
    { column: columns.balance, lines: one(formatAmount(due), STRONG) },
  ]
  return {
    gap: 0,
    height: 20,
    draw: y => {
      rule(paper, { from: LEFT, to: paper.right, y, weight: HEAVY })
      drawRow(paper, into(), { cells, y: y + 14 })
    },
  }
}
