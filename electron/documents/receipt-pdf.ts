import type { Receipt } from '../../shared/documents/receipt.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { drawContinuedHead, drawLetterhead, drawTitle, type Row } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK, VALUE } from './page.ts'
import { drawPlanned, type Part, planPages } from './page-flow.ts'
import { HAIRLINE, HEAVY, rule, set, setLine, setLines, setRight, stroke } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { drawSums, itemParts, sumsHeight } from './receipt-items.ts'
import { drawAside, packagesHeight } from './receipt-package.ts'
import { LABEL, STRONG, TEXT, TITLE } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

/** Below it a receipt that fits is cut off. */
const CUT = 396
const FIRST_TOP = 194
const NEXT_TOP = 108
const FROM = 146
const FROM_WIDTH = 300
const NOTICE_ABOVE_CUT = 44
const NOTICE_GAP = 22
const AMOUNT_LABELS: Readonly<Record<Receipt['kind'], string>> = { received: 'RECEIVED', refunded: 'GIVEN BACK', settled: 'PAID AHEAD' }
const NOTICE = 'Not a superbill. For an insurance claim, ask us for a superbill.'

/** Draws a receipt on the upper half of a sheet, to be cut off; a long one takes the whole sheet. Same input, moment and paper size: same bytes. */
export async function drawReceipt(receipt: Receipt, options: PrintOptions): Promise<Uint8Array> {
  const title = receipt.kind === 'refunded' ? 'Refund' : 'Receipt'
  const paper = await newPaper(`${title} ${receipt.number}, ${receipt.from.patientName}`, receipt.letterhead.name, options)
  const parts = [...itemParts(paper, receipt.items), closingPart(paper, receipt)]
  const pages = planPages(parts, { firstTop: FIRST_TOP, nextTop: NEXT_TOP, end: paper.bodyEnd - NOTICE_GAP, closing: 0 })
  for (const [i, page] of pages.entries()) {
    addPage(paper)
    if (i === 0) drawFirstHead(paper, receipt, title)
    else drawNextHead(paper, receipt, title)
    drawPlanned(page)
    const isLast = page === pages.at(-1)
    const isHalf = pages.length === 1 && page.bottom + NOTICE_GAP <= CUT - 18
    if (isHalf) drawCut(paper)
    if (isLast && receipt.kind !== 'refunded') drawNotice(paper, isHalf ? Math.max(page.bottom + NOTICE_GAP, CUT - NOTICE_ABOVE_CUT) : page.bottom + NOTICE_GAP)
    if (pages.length > 1) drawPageNumber(paper, `Page ${i + 1} of ${pages.length}`, `${title} ${receipt.number}`)
  }
  return finish(paper)
}

function metaRows({ number, version, replaces, on, issuedOn, taxId }: Receipt): Row[] {
  return [
    { label: 'Number', value: number, style: STRONG },
    { label: 'Date', value: formatDate(on) },
    ...(issuedOn === on ? [] : [{ label: 'Printed', value: formatDate(issuedOn) }]),
    ...(replaces === null ? [] : [{ label: 'Version', value: `${version}, replaces version ${replaces}` }]),
    ...(taxId === '' ? [] : [{ label: 'Tax ID', value: taxId }]),
  ]
}

function drawFirstHead(paper: Paper, receipt: Receipt, title: string): void {
  drawLetterhead(paper, receipt.letterhead)
  const bottom = drawTitle(paper, { title, rows: metaRows(receipt), continued: false })
  drawAmount(paper, receipt, Math.max(126, bottom + 22))
  drawFrom(paper, receipt)
}

function drawAmount(paper: Paper, { kind, amount, answer }: Receipt, y: number): void {
  const x = paper.at(RIGHT_BLOCK)
  const section = group(paper, paper.root, 'Sect')
  tagged(paper, section, 'P', () => {
    set(paper, AMOUNT_LABELS[kind], LABEL, { x, y })
    set(paper, formatMoney(amount), TITLE, { x, y: y + 20 })
  })
  const words = wrap(paper, [{ text: answer, style: STRONG }], { width: paper.right - x, maxLines: 2 })
  tagged(paper, section, 'P', () => setLines(paper, words, { x, y: y + 36, lead: 12 }))
}

function drawFrom(paper: Paper, { kind, from }: Receipt): void {
  const place = { x: VALUE, lead: 12 }
  const name = oneLine(paper, from.name, { style: STRONG, width: FROM_WIDTH })
  const whose = from.name === from.patientName ? [] : [`For ${from.patientName}`]
  const lines = [...from.addressLines.filter(line => line.trim() !== ''), ...whose]
    .slice(0, 3)
    .map(line => oneLine(paper, line, { style: TEXT, width: FROM_WIDTH }))
  tagged(paper, group(paper, paper.root, 'Sect'), 'P', () => {
    set(paper, kind === 'received' ? 'FROM' : 'TO', LABEL, { x: LEFT, y: FROM - 0.2 })
    setLines(paper, [name, ...lines], { ...place, y: FROM })
  })
}

/** What it comes to and how it was paid on the right; the package and the next visit on the left. Never split. */
function closingPart(paper: Paper, receipt: Receipt): Part {
  const height = Math.max(sumsHeight(paper, receipt.sums), packagesHeight(paper, receipt)) + 6
  return {
    gap: 0,
    height,
    draw: y => {
      rule(paper, { from: LEFT, to: paper.right, y, weight: HEAVY })
      drawSums(paper, receipt.sums, y + 14)
      drawAside(paper, receipt, y + 14)
    },
  }
}

function drawNextHead(paper: Paper, receipt: Receipt, title: string): void {
  drawContinuedHead(paper, { clinic: receipt.letterhead.name, rows: [{ label: 'From', value: receipt.from.name, style: STRONG }] })
  drawTitle(paper, { title, rows: metaRows(receipt).slice(0, 2), continued: true })
}

function drawNotice(paper: Paper, y: number): void {
  tagged(paper, paper.root, 'P', () => set(paper, NOTICE, TEXT, { x: LEFT, y }))
}

function drawCut(paper: Paper): void {
  artifact(paper, 'Layout', () => {
    stroke(paper, { from: 0, to: 18, y: CUT, weight: HAIRLINE })
    stroke(paper, { from: paper.width - 18, to: paper.width, y: CUT, weight: HAIRLINE })
  })
}

function drawPageNumber(paper: Paper, right: string, left: string): void {
  artifact(paper, 'Pagination', () => {
    setLine(paper, oneLine(paper, left, { style: TEXT, width: paper.right - LEFT - 90 }), { x: LEFT, y: paper.footer })
    setRight(paper, right, TEXT, { x: paper.right, y: paper.footer })
  })
}
