import type { InvoicePaper } from '../../shared/documents/invoice-paper.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { drawAddress, drawContinuedHead, drawFoldTicks, drawLetterhead, drawTitle, type Row } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK, VALUE } from './page.ts'
import { drawPlanned, type Part, planPages } from './page-flow.ts'
import { HAIRLINE, HEAVY, rule, set, setLine, setLines, setRight } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { drawSums, itemParts, sumsHeight } from './receipt-items.ts'
import { KEY, LABEL, STRONG, TEXT, TITLE } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

const FIRST_TOP = 264
const NEXT_TOP = 108
const LEAD = 12
const NOTICE = 'Not a superbill. For an insurance claim, ask us for a superbill.'

/** Draws an invoice: full charges, what was let go, what was paid, what is owed. Same input, moment and paper size: same bytes. */
export async function drawInvoice(invoice: InvoicePaper, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`Invoice ${invoice.number}, ${invoice.patientName}`, invoice.letterhead.name, options)
  const parts = [aboutPart(paper, invoice), ...itemParts(paper, invoice.items), sumsPart(paper, invoice), noticePart(paper)]
  const pages = planPages(parts, { firstTop: FIRST_TOP, nextTop: NEXT_TOP, end: paper.bodyEnd - LEAD, closing: 0 })
  for (const [i, page] of pages.entries()) {
    addPage(paper)
    const rows = metaRows(invoice, { number: i + 1, count: pages.length })
    if (i === 0) drawFirstHead(paper, invoice, rows)
    else drawNextHead(paper, invoice, rows)
    drawPlanned(page)
    drawPaperFooter(paper, `Invoice ${invoice.number}`, `Page ${i + 1} of ${pages.length}`)
  }
  return finish(paper)
}

function metaRows({ number, invoicedOn, version, replaces, taxId }: InvoicePaper, page: { number: number; count: number }): Row[] {
  return [
    { label: 'Number', value: number, style: STRONG },
    { label: 'Date', value: formatDate(invoicedOn) },
    ...(replaces === null ? [] : [{ label: 'Version', value: `${version}, replaces version ${replaces}` }]),
    ...(taxId === '' ? [] : [{ label: 'Tax ID', value: taxId }]),
    { label: 'Page', value: `${page.number} of ${page.count}` },
  ]
}

function drawFirstHead(paper: Paper, invoice: InvoicePaper, rows: readonly Row[]): void {
  drawFoldTicks(paper)
  drawLetterhead(paper, invoice.letterhead)
  drawTitle(paper, { title: 'Invoice', rows, continued: false })
  drawAnswer(paper, { label: 'Balance', amount: formatMoney(invoice.balance), answer: invoice.answer })
  drawAddress(paper, { label: 'Bill to', name: invoice.billTo.name, lines: invoice.billTo.addressLines })
}

/** The one number that matters, in the right block beside the address; shared with the credit note. */
export function drawAnswer(paper: Paper, { label, amount, answer }: { label: string; amount: string; answer: string }): void {
  const x = paper.at(RIGHT_BLOCK)
  const section = group(paper, paper.root, 'Sect')
  tagged(paper, section, 'P', () => {
    set(paper, label.toUpperCase(), LABEL, { x, y: 172 })
    set(paper, amount, TITLE, { x, y: 192 })
  })
  tagged(paper, section, 'P', () =>
    setLines(paper, wrap(paper, [{ text: answer, style: STRONG }], { width: paper.right - x, maxLines: 2 }), { x, y: 208, lead: LEAD }),
  )
}

function drawNextHead(paper: Paper, invoice: InvoicePaper, rows: readonly Row[]): void {
  drawContinuedHead(paper, { clinic: invoice.letterhead.name, rows: [{ label: 'Patient', value: invoice.patientName, style: STRONG }] })
  drawTitle(paper, { title: 'Invoice', rows: rows.filter(({ label }) => label === 'Number' || label === 'Page'), continued: true })
}

/** Whom and what it is for; and where it is void, why. */
function aboutPart(paper: Paper, { patientName, about, serviceOn, voidWords }: InvoicePaper): Part {
  const width = paper.right - VALUE
  const names = wrap(paper, [{ text: patientName, style: STRONG }], { width, maxLines: 2 })
  const facts = wrap(paper, [{ text: `${about}, ${formatDate(serviceOn)}`, style: TEXT }], { width, maxLines: 2 })
  const remarks = voidWords === '' ? [] : wrap(paper, [{ text: voidWords, style: KEY }], { width: paper.right - LEFT, maxLines: 4 })
  const rows = names.length + facts.length
  return {
    gap: 0,
    height: 14 + rows * LEAD + (remarks.length === 0 ? 0 : 8 + remarks.length * 16) + 8,
    draw: y => {
      rule(paper, { from: LEFT, to: paper.right, y, weight: HAIRLINE })
      const section = group(paper, paper.root, 'Sect')
      tagged(paper, section, 'P', () => {
        set(paper, 'Patient', STRONG, { x: LEFT, y: y + 14 })
        setLines(paper, names, { x: VALUE, y: y + 14, lead: LEAD })
      })
      tagged(paper, section, 'P', () => {
        set(paper, 'FOR', LABEL, { x: LEFT, y: y + 14 + names.length * LEAD - 0.2 })
        setLines(paper, facts, { x: VALUE, y: y + 14 + names.length * LEAD, lead: LEAD })
      })
      if (remarks.length > 0) tagged(paper, section, 'P', () => setLines(paper, remarks, { x: LEFT, y: y + 18 + rows * LEAD + 8, lead: 16 }))
    },
  }
}

/** The sums below the items; never split. */
function sumsPart(paper: Paper, { sums }: Pick<InvoicePaper, 'sums'>): Part {
  return {
    gap: 0,
    height: sumsHeight(paper, sums) + 8,
    draw: y => {
      rule(paper, { from: LEFT, to: paper.right, y, weight: HEAVY })
      drawSums(paper, sums, y + 14)
    },
  }
}

const noticePart = (paper: Paper): Part => ({
  gap: 20,
  height: LEAD,
  draw: y => tagged(paper, paper.root, 'P', () => set(paper, NOTICE, TEXT, { x: LEFT, y: y + 9 })),
})

/** Number and page at the foot, for sheets that come apart. */
export function drawPaperFooter(paper: Paper, left: string, right: string): void {
  artifact(paper, 'Pagination', () => {
    setLine(paper, oneLine(paper, left, { style: TEXT, width: paper.right - LEFT - 90 }), { x: LEFT, y: paper.footer })
    setRight(paper, right, TEXT, { x: paper.right, y: paper.footer })
  })
}
