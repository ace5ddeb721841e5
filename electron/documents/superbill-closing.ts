import type { Superbill } from '../../shared/documents/superbill.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { formatAmount } from '../../shared/lib/money.ts'
import { LEFT, type Paper, RIGHT_BLOCK, type Structure } from './page.ts'
import { HEAVY, rule, set, setLine, setLines, setRight, stroke, WRITE_ON } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { cellsOf, lineColumns, type Sums, sumCells, visitsOf, words } from './superbill-lines.ts'
import { drawRow } from './table.ts'
import { ASIDE, LABEL, NOTICE, STRONG, TEXT } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

/** Totals, statement and signature need this much below the last visit, and stay with it. */
export const CLOSING_HEIGHT = 80

/** The end of the superbill: what it comes to, whom to pay, who signed. `y` is the end of the last visit. */
export function drawClosing(paper: Paper, bill: Superbill, { table, y }: { table: Structure; y: number }): void {
  const columns = lineColumns(paper)
  const dates = visitsOf(bill.lines).length
  const count = `${dates} ${dates === 1 ? 'date' : 'dates'} of service, ${bill.lines.length} ${bill.lines.length === 1 ? 'line' : 'lines'}`
  rule(paper, { from: LEFT, to: paper.right, y, weight: HEAVY })
  const totals = sumCells({ charge: bill.totals.charges, paid: bill.totals.paid }, STRONG)
  drawRow(paper, table, { cells: cellsOf(columns, { date: words(count, TEXT), service: words('Total', STRONG), ...totals }), y: y + 14 })
  const { discount, balance } = bill.totals
  const below = [...(discount > 0 ? [{ name: 'Discount', amount: discount }] : []), { name: 'Balance', amount: balance }]
  for (const [i, { name, amount }] of below.entries()) {
    const cells = cellsOf(columns, { service: words(name, TEXT), paid: words(formatAmount(amount), TEXT) })
    drawRow(paper, table, { cells, y: y + 14 + 13 * (i + 1) })
  }
  paper.root.add(table)
  drawStatement(paper, bill, y + 57)
  drawSignature(paper, bill, y + 57)
}

function drawStatement(paper: Paper, { statement }: Superbill, y: number): void {
  const lines = wrap(
    paper,
    [
      { text: statement.lead, style: STRONG },
      { text: statement.rest, style: TEXT },
    ],
    { width: paper.at(389.6) - LEFT, maxLines: 3 },
  )
  tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y, lead: 12 }))
}

function drawSignature(paper: Paper, { signature }: Superbill, y: number): void {
  const x = paper.at(RIGHT_BLOCK)
  const date = formatDate(signature.on)
  const name = oneLine(paper, signature.name, { style: TEXT, width: paper.right - x - 56 })
  tagged(paper, group(paper, paper.root, 'Sect'), 'P', () => {
    if (signature.isOnFile) set(paper, 'Signature on file', ASIDE, { x, y })
    stroke(paper, { from: x, to: paper.right, y: y + 5, weight: WRITE_ON })
    setLine(paper, name, { x, y: y + 18 })
    setRight(paper, date, TEXT, { x: paper.right, y: y + 18 })
  })
}

/** The end of a page that is not the last: what has been charged and paid so far. */
export function drawCarriedForward(paper: Paper, { table, y, sums }: { table: Structure; y: number; sums: Sums | undefined }): void {
  const continued = words('Continued on the next page', ASIDE)
  if (!sums) {
    artifact(paper, 'Pagination', () => setLines(paper, continued, { x: LEFT, y: y + 13, lead: 12 }))
    return
  }
  const cells = cellsOf(lineColumns(paper), { date: continued, service: words('CARRIED FORWARD', LABEL), ...sumCells(sums, TEXT) })
  drawRow(paper, table, { cells, y: y + 13 })
}

/** Number and version stand at the foot too, for faxed pages that lose their top; beside them the code owner's notice. */
export function drawSuperbillFooter(paper: Paper, bill: Superbill): void {
  const name = bill.number === null ? 'Superbill, not issued yet' : `Superbill ${bill.number}, version ${bill.version}`
  artifact(paper, 'Pagination', () => {
    set(paper, name, TEXT, { x: LEFT, y: paper.footer })
    setRight(paper, 'CPT® is a registered trademark of the American Medical Association.', NOTICE, { x: paper.right, y: paper.footer })
  })
}
