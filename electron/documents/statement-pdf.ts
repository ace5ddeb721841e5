import { BUCKET_WORDS } from '../../shared/accounts/aging.ts'
import type { Statement } from '../../shared/documents/statement.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { cents, formatAmount, formatMoney } from '../../shared/lib/money.ts'
import { stripPart } from './amount-strip.ts'
import { drawAddress, drawContinuedHead, drawFoldTicks, drawLetterhead, drawTitle, type Row } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK } from './page.ts'
import { drawPlanned, type Part, planPages } from './page-flow.ts'
import { set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { invoiceParts } from './statement-lines.ts'
import { drawSlip, SLIP_HEIGHT } from './statement-slip.ts'
import { LABEL, STRONG, type Style, TEXT, TITLE } from './text-style.ts'
import { wrap } from './text-wrap.ts'
import { drawNoteFooter } from './visit-note-pdf.ts'

/** Below the window of the envelope. */
const FIRST_TOP = 264
const NEXT_TOP = 108
const PROSE = 13
const PAID_ALREADY = 'If you paid in the last few days, your payment and this statement crossed in the mail: take what you paid off the amount due.'

/** Draws a statement of account with a slip to send back. Pure drawing: every figure arrives decided. Same input, moment and paper size: same bytes. */
export async function drawStatement(statement: Statement, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`Statement ${statement.number}, ${statement.to.name}`, statement.letterhead.name, options)
  const parts = [
    prosePart(paper, statement.dunning, { style: STRONG, gap: 0 }),
    ...gapFirst(invoiceParts(paper, statement), 14),
    agePart(paper, statement),
    prosePart(paper, closingWords(statement), { style: TEXT, gap: 6 }),
  ].filter(part => part.height > 0)
  const slipTop = paper.bodyEnd - SLIP_HEIGHT + 14
  const pages = planPages(parts, { firstTop: FIRST_TOP, nextTop: NEXT_TOP, end: paper.bodyEnd, closing: paper.bodyEnd - slipTop + 14 })
  for (const [i, page] of pages.entries()) {
    addPage(paper)
    drawPageHead(paper, statement, { number: i + 1, count: pages.length })
    drawPlanned(page)
    if (page === pages.at(-1)) drawSlip(paper, statement, slipTop)
    drawNoteFooter(paper, { left: `Statement ${statement.number}`, right: `Page ${i + 1} of ${pages.length}` })
  }
  return finish(paper)
}

const gapFirst = (parts: readonly Part[], gap: number): Part[] => parts.map((part, i) => (i === 0 ? { ...part, gap } : part))

function drawPageHead(paper: Paper, statement: Statement, page: { number: number; count: number }): void {
  const { letterhead, number, issuedOn, to } = statement
  const rows: Row[] = [
    { label: 'Number', value: number, style: STRONG },
    { label: 'Date', value: formatDate(issuedOn) },
    { label: 'Page', value: `${page.number} of ${page.count}` },
  ]
  if (page.number > 1) {
    drawContinuedHead(paper, { clinic: letterhead.name, rows: [{ label: 'To', value: to.name, style: STRONG }] })
    drawTitle(paper, { title: 'Statement', rows, continued: true })
    return
  }
  drawFoldTicks(paper)
  drawLetterhead(paper, letterhead)
  drawTitle(paper, { title: 'Statement', rows, continued: false })
  drawDue(paper, statement)
  drawAddress(paper, { label: 'To', name: to.name, lines: to.addressLines })
}

function drawDue(paper: Paper, { due, aging }: Statement): void {
  const x = paper.at(RIGHT_BLOCK)
  const late = cents(aging.total - aging.current)
  const words =
    late === 0
      ? 'Nothing of it is older than 30 days.'
      : late === due
        ? 'All of it is older than 30 days.'
        : `${formatMoney(late)} of it is older than 30 days.`
  const section = group(paper, paper.root, 'Sect')
  tagged(paper, section, 'P', () => {
    set(paper, 'AMOUNT DUE', LABEL, { x, y: 172 })
    set(paper, formatMoney(due), TITLE, { x, y: 192 })
  })
  tagged(paper, section, 'P', () => set(paper, words, TEXT, { x, y: 208 }))
}

function prosePart(paper: Paper, text: string, { style, gap }: { style: Style; gap: number }): Part {
  const paragraphs = text.split('\n').filter(line => line.trim() !== '')
  const lines = paragraphs.flatMap(line => wrap(paper, [{ text: line, style }], { width: paper.right - LEFT, maxLines: 8 }))
  return {
    gap,
    height: lines.length * PROSE,
    draw: y => tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + 10, lead: PROSE })),
  }
}

function agePart(paper: Paper, { aging }: Statement): Part {
  const cells = [
    { label: BUCKET_WORDS.current, value: formatAmount(aging.current) },
    { label: BUCKET_WORDS.days31, value: formatAmount(aging.days31) },
    { label: BUCKET_WORDS.days61, value: formatAmount(aging.days61) },
    { label: BUCKET_WORDS.days91, value: formatAmount(aging.days91) },
    { label: 'Amount due', value: formatAmount(aging.total), isStrong: true },
  ]
  return stripPart(paper, { caption: 'By age of the visit', cells, gap: 8 })
}

/** How the amount due came about: “Since statement ST-2026-0031 of Oct 20, 2026: balance then 176.40 + charged 126.00 − paid 50.00 = 252.40.” */
function sinceWords({ since, due }: Statement): string {
  const { on, number, before, charged, paid, reduced } = since
  const began = number === '' ? formatDate(on) : `statement ${number} of ${formatDate(on)}`
  const steps = [
    ...(number === '' ? [] : [`balance then ${formatAmount(before)} +`]),
    `charged ${formatAmount(charged)}`,
    `− paid ${formatAmount(paid)}`,
    ...(reduced === 0 ? [] : [`− taken off ${formatAmount(reduced)}`]),
  ]
  return `Since ${began}: ${steps.join(' ')} = ${formatAmount(due)}.`
}

function closingWords(statement: Statement): string {
  const { credit } = statement
  const onAccount = `You have ${formatMoney(credit)} on your account. It is not taken off the amount due: call us to use it for these charges.`
  return [sinceWords(statement), ...(credit === 0 ? [] : [onAccount]), PAID_ALREADY].join('\n')
}
