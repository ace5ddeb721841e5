import type { Superbill } from '../../shared/documents/superbill.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { drawAddress, drawContinuedHead, drawFoldTicks, drawLetterhead, drawTitle, type Row } from './letterhead.ts'
import { addPage, finish, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK } from './page.ts'
import { drawPlanned, planPages } from './page-flow.ts'
import { set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { blocksPart, superbillBlocks } from './superbill-blocks.ts'
import { CLOSING_HEIGHT, drawCarriedForward, drawClosing, drawSuperbillFooter } from './superbill-closing.ts'
import { diagnosesPart } from './superbill-diagnoses.ts'
import { visitParts } from './superbill-lines.ts'
import { LABEL, STRONG, TEXT, TITLE } from './text-style.ts'
import { oneLine } from './text-wrap.ts'

/** The body's first line on page 1, below the window of the envelope, and on later pages. */
const FIRST_TOP = 264
const NEXT_TOP = 132
/** What “Continued on the next page” needs above the end of the body. */
const CARRY_HEIGHT = 16

/** Draws a superbill. Pure drawing: every figure arrives decided. Same input, moment and paper size: same bytes. */
export async function drawSuperbill(bill: Superbill, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`Superbill ${bill.number ?? 'preview'}, ${bill.patient.name}`, bill.letterhead.name, options)
  const table = paper.pdf.struct('Table')
  const visits = visitParts(paper, bill, table)
  const head = [...superbillBlocks(bill).map(blocks => blocksPart(paper, blocks)), diagnosesPart(paper, bill)]
  const pages = planPages([...head, ...visits], {
    firstTop: FIRST_TOP,
    nextTop: NEXT_TOP,
    end: paper.bodyEnd - CARRY_HEIGHT,
    closing: CLOSING_HEIGHT - CARRY_HEIGHT,
  })
  for (const [i, page] of pages.entries()) {
    addPage(paper)
    drawPageHead(paper, bill, { number: i + 1, count: pages.length })
    drawPlanned(page)
    if (page === pages.at(-1)) drawClosing(paper, bill, { table, y: page.bottom })
    else drawCarriedForward(paper, { table, y: page.bottom, sums: visits[page.done - head.length - 1]?.after })
    drawSuperbillFooter(paper, bill)
  }
  return finish(paper)
}

function drawPageHead(paper: Paper, bill: Superbill, page: { number: number; count: number }): void {
  const rows = metaRows(bill, page)
  if (page.number === 1) {
    drawFoldTicks(paper)
    drawLetterhead(paper, bill.letterhead)
    drawTitle(paper, { title: 'Superbill', rows, continued: false })
    drawAnswer(paper, bill)
    const lines = bill.hides.includes('patient-address') ? [] : bill.patient.addressLines
    drawAddress(paper, { label: 'Patient', name: bill.patient.name, lines })
    return
  }
  drawContinuedHead(paper, {
    clinic: bill.letterhead.name,
    rows: [
      { label: 'Patient', value: bill.patient.name, style: STRONG },
      { label: 'DOB', value: formatDate(bill.patient.bornOn) },
      { label: 'Member ID', value: bill.insured?.memberId || 'None' },
    ],
  })
  drawTitle(paper, { title: 'Superbill', rows, continued: true })
}

function metaRows(bill: Superbill, page: { number: number; count: number }): Row[] {
  return [
    { label: 'Number', value: bill.number ?? 'Not issued yet', style: STRONG },
    { label: 'Issued', value: bill.number === null ? 'Preview' : formatDate(bill.issuedOn) },
    { label: 'Version', value: bill.replaces === null ? String(bill.version) : `${bill.version}, replaces version ${bill.replaces}` },
    { label: 'Page', value: `${page.number} of ${page.count}` },
  ]
}

/** What the clerk decides on: how much the patient paid, and that the patient is to be reimbursed. */
function drawAnswer(paper: Paper, { totals, statement }: Superbill): void {
  const x = paper.at(RIGHT_BLOCK)
  const section = group(paper, paper.root, 'Sect')
  tagged(paper, section, 'P', () => {
    set(paper, 'PAID BY THE PATIENT', LABEL, { x, y: 172 })
    set(paper, formatMoney(totals.paid), TITLE, { x, y: 192 })
  })
  tagged(paper, section, 'P', () => set(paper, statement.answer, STRONG, { x, y: 208 }))
  const [charges, balance] = [`Charges ${formatMoney(totals.charges)}`, formatMoney(totals.balance)]
  const sums = totals.discount > 0 ? [`${charges}, discount ${formatMoney(totals.discount)}`, `Balance ${balance}`] : [`${charges}, balance ${balance}`]
  const lines = sums.map(text => oneLine(paper, text, { style: TEXT, width: paper.right - x }))
  tagged(paper, section, 'P', () => setLines(paper, lines, { x, y: 220, lead: 12 }))
}
