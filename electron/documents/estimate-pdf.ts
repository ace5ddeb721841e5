import type { Estimate } from '../../shared/documents/estimate.ts'
import { formatDate, formatMonthDay } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { estimateBlocks } from './estimate-blocks.ts'
import { estimateLineParts } from './estimate-lines.ts'
import { disputePart, statementParts } from './estimate-words.ts'
import { drawAddress, drawContinuedHead, drawFoldTicks, drawLetterhead, drawTitle, type Row } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK } from './page.ts'
import { drawPlanned, planPages } from './page-flow.ts'
import { set, setRight } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { LABEL, NOTICE, STRONG, TEXT, TITLE } from './text-style.ts'

const TITLE_WORDS = 'Good faith estimate'
const FIRST_TOP = 264
const NEXT_TOP = 108

/** Draws a good faith estimate. Pure drawing: every figure arrives decided. Same input, moment and paper size: same bytes. */
export async function drawEstimate(estimate: Estimate, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`${TITLE_WORDS} ${estimate.number ?? 'preview'}, ${estimate.patient.name}`, estimate.letterhead.name, options)
  const parts = [
    estimateBlocks(paper, estimate),
    ...estimateLineParts(paper, estimate),
    ...statementParts(paper, estimate.statements),
    disputePart(paper, estimate.dispute),
  ]
  const pages = planPages(parts, { firstTop: FIRST_TOP, nextTop: NEXT_TOP, end: paper.bodyEnd, closing: 0 })
  for (const [i, page] of pages.entries()) {
    addPage(paper)
    const rows = metaRows(estimate, { number: i + 1, count: pages.length })
    if (i === 0) drawFirstHead(paper, estimate, rows)
    else drawNextHead(paper, estimate, rows)
    drawPlanned(page)
    drawFooter(paper, estimate)
  }
  return finish(paper)
}

function metaRows({ number, bookedOn, requestedOn, issuedOn, version, replaces }: Estimate, page: { number: number; count: number }): Row[] {
  return [
    { label: 'Number', value: number ?? 'Not issued yet', style: STRONG },
    ...(bookedOn === null ? [] : [{ label: 'Booked', value: formatDate(bookedOn) }]),
    ...(requestedOn === null ? [] : [{ label: 'Asked', value: formatDate(requestedOn) }]),
    { label: 'Issued', value: number === null ? 'Preview' : formatDate(issuedOn) },
    ...(replaces === null ? [] : [{ label: 'Version', value: `${version}, replaces version ${replaces}` }]),
    { label: 'Page', value: `${page.number} of ${page.count}` },
  ]
}

function drawFirstHead(paper: Paper, estimate: Estimate, rows: readonly Row[]): void {
  drawFoldTicks(paper)
  drawLetterhead(paper, estimate.letterhead)
  drawTitle(paper, { title: TITLE_WORDS, rows, continued: false })
  drawTotal(paper, estimate)
  drawAddress(paper, { label: 'Patient', name: estimate.patient.name, lines: estimate.patient.addressLines })
}

/** What the patient wants to know first: what all of it is expected to cost, how many visits, and when. */
function drawTotal(paper: Paper, { totals, visits, from, to }: Estimate): void {
  const x = paper.at(RIGHT_BLOCK)
  const section = group(paper, paper.root, 'Sect')
  tagged(paper, section, 'P', () => {
    set(paper, 'EXPECTED TOTAL', LABEL, { x, y: 172 })
    set(paper, formatMoney(totals.expected), TITLE, { x, y: 192 })
  })
  tagged(paper, section, 'P', () => set(paper, `${visits} ${visits === 1 ? 'visit' : 'visits'}`, STRONG, { x, y: 208 }))
  tagged(paper, section, 'P', () => set(paper, periodWords(from, to), TEXT, { x, y: 220 }))
}

/** `Nov 10 to Dec 15, 2026`; a single day alone; both years where they differ. */
function periodWords(from: Estimate['from'], to: Estimate['to']): string {
  if (from === to) return formatDate(from)
  return `${from.slice(0, 4) === to.slice(0, 4) ? formatMonthDay(from) : formatDate(from)} to ${formatDate(to)}`
}

function drawNextHead(paper: Paper, estimate: Estimate, rows: readonly Row[]): void {
  drawContinuedHead(paper, {
    clinic: estimate.letterhead.name,
    rows: [
      { label: 'Patient', value: estimate.patient.name, style: STRONG },
      { label: 'DOB', value: formatDate(estimate.patient.bornOn) },
    ],
  })
  drawTitle(paper, { title: TITLE_WORDS, rows: rows.filter(({ label }) => label === 'Number' || label === 'Page'), continued: true })
}

function drawFooter(paper: Paper, { number, version }: Estimate): void {
  const name = number === null ? `${TITLE_WORDS}, not issued yet` : version > 1 ? `${TITLE_WORDS} ${number}, version ${version}` : `${TITLE_WORDS} ${number}`
  artifact(paper, 'Pagination', () => {
    set(paper, name, TEXT, { x: LEFT, y: paper.footer })
    setRight(paper, 'CPT® is a registered trademark of the American Medical Association.', NOTICE, { x: paper.right, y: paper.footer })
  })
}
