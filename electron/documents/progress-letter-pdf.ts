import { type ShownParts, shorterAndShorter, wholeLetter } from '../../shared/documents/letter-shortened.ts'
import { LETTER_TITLES, type ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawAddress, drawContinuedHead, drawFoldTicks, drawLetterhead, drawRows, drawTitle, type Row, rowLines } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK, RIGHT_VALUE } from './page.ts'
import { drawPlanned, type Part, type PlannedPage, planPages } from './page-flow.ts'
import { HAIRLINE, rule, set, setLine, setRight } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { answerPart, goalParts, requestParts, screeningParts, treatmentParts } from './progress-letter-body.ts'
import { bodyChartParts } from './progress-letter-figures.ts'
import { measureParts } from './progress-letter-measures.ts'
import { type ReplyBlock, replyBlock } from './progress-letter-reply.ts'
import { STRONG, TEXT } from './text-style.ts'
import { oneLine } from './text-wrap.ts'

const NEXT_TOP = 140
/** The greeting's baseline, and how far below a long Re block it may be pushed. */
const GREETING = 255
const BELOW_RE = 33
const RE_TOP = 148
/** Kept free above the reply. */
const ABOVE_REPLY = 6
/** Kept free between what was found and the table. */
const ABOVE_TABLE = 9

/** Draws a letter to the prescriber. Pure drawing: every word arrives decided. Same input, moment and paper size: same bytes. */
export async function drawProgressLetter(letter: ProgressLetter, options: PrintOptions): Promise<Uint8Array> {
  const title = LETTER_TITLES[letter.kind]
  const paper = await newPaper(`${title}, ${letter.re.name}`, letter.letterhead.name, options)
  const reply = letter.reply ? replyBlock(paper, letter, letter.reply) : undefined
  const pages = planLetter(paper, letter, reply)
  for (const [i, page] of pages.entries()) {
    addPage(paper)
    if (i === 0) drawFirstHead(paper, letter, title)
    else drawNextHead(paper, letter, title)
    drawPlanned(page)
    if (page === pages.at(-1)) reply?.draw()
    drawFooter(paper, { left: `${title}, ${letter.re.name}, ${formatDate(letter.writtenOn)}`, right: `Page ${i + 1} of ${pages.length}` })
  }
  return finish(paper)
}

/**
 * One page if it fits, shortened step by step. If nothing of it does, all is said on more pages: the request stays with the reply it belongs to, on the
 * last one.
 */
function planLetter(paper: Paper, letter: ProgressLetter, reply: ReplyBlock | undefined): readonly PlannedPage[] {
  const closing = reply ? reply.height + ABOVE_REPLY : 0
  const room = { firstTop: Math.max(GREETING, reBottom(paper, letter) + BELOW_RE), nextTop: NEXT_TOP, end: paper.bodyEnd, closing }
  const request = requestParts(paper, letter)
  for (const shown of shorterAndShorter(letter)) {
    const pages = planPages([...bodyParts(paper, letter, shown), ...request], room)
    if (pages.length === 1) return pages
  }
  const body = bodyParts(paper, letter, wholeLetter(letter))
  const flowing = planPages([...body, ...request], room)
  if (letter.layout === 2 && (flowing.at(-1)?.slices.length ?? 0) >= request.length) return flowing
  return [...planPages(body, { ...room, closing: 0 }), ...planPages(request, { ...room, firstTop: NEXT_TOP })]
}

/** Everything before the request. A referral back says first what was found. */
function bodyParts(paper: Paper, letter: ProgressLetter, { measures, goals, hasChart }: ShownParts): Part[] {
  const screening = screeningParts(paper, letter)
  const isReferral = letter.kind === 'refer-back'
  return [
    answerPart(paper, letter),
    ...(isReferral ? spacedBelow(screening) : []),
    ...measureParts(paper, letter, measures),
    ...goalParts(paper, goals),
    ...(hasChart && letter.bodyChart ? bodyChartParts(paper, letter.bodyChart) : []),
    ...(isReferral ? [] : screening),
    ...treatmentParts(paper, letter),
  ]
}

/** Parts with room below the last one, where a table follows. */
const spacedBelow = (parts: readonly Part[]): Part[] => parts.map((part, i) => (i === parts.length - 1 ? { ...part, height: part.height + ABOVE_TABLE } : part))

function drawFirstHead(paper: Paper, letter: ProgressLetter, title: string): void {
  drawFoldTicks(paper)
  drawLetterhead(paper, letter.letterhead)
  drawTitle(paper, { title, rows: metaRows(letter), continued: false })
  drawAddress(paper, { label: 'To', name: letter.to.name, lines: letter.to.addressLines })
  drawRe(paper, letter)
}

const filled = (rows: readonly Row[]) => rows.filter(({ value }) => value.trim() !== '')

const metaRows = ({ writtenOn, visits, faxTo }: ProgressLetter): Row[] =>
  filled([
    { label: 'Date', value: formatDate(writtenOn) },
    { label: 'Visits', value: visits },
    { label: 'Fax to', value: faxTo },
  ])

const reRows = ({ re }: ProgressLetter): Row[] =>
  filled([
    { label: 'DOB', value: formatDate(re.bornOn) },
    { label: 'Injured', value: re.injured },
    { label: 'Claim no.', value: re.claimNumber },
    { label: 'Rx', value: re.prescription },
    { label: 'Dx', value: re.diagnosisCodes.join(', ') },
  ])

/** Baseline of the Re block's last line: many codes make it longer than the address. */
function reBottom(paper: Paper, letter: ProgressLetter): number {
  const width = paper.right - paper.at(RIGHT_VALUE)
  return RE_TOP + 14 + reRows(letter).reduce((sum, row) => sum + rowLines(paper, row, width).length * 12, 0)
}

/** Whom it is about, right of the envelope's window. */
function drawRe(paper: Paper, letter: ProgressLetter): void {
  const place = { label: paper.at(RIGHT_BLOCK), value: paper.at(RIGHT_VALUE), right: paper.right }
  const name = oneLine(paper, letter.re.name, { style: STRONG, width: place.right - place.value })
  const section = group(paper, paper.root, 'Sect')
  rule(paper, { from: place.label, to: paper.right, y: RE_TOP, weight: HAIRLINE })
  tagged(paper, section, 'H2', () => {
    set(paper, 'Re', STRONG, { x: place.label, y: RE_TOP + 14 })
    setLine(paper, name, { x: place.value, y: RE_TOP + 14 })
  })
  drawRows(paper, section, reRows(letter), { ...place, y: RE_TOP + 26 })
}

function drawNextHead(paper: Paper, letter: ProgressLetter, title: string): void {
  drawContinuedHead(paper, {
    clinic: letter.letterhead.name,
    rows: [
      { label: 'Re', value: letter.re.name, style: STRONG },
      { label: 'DOB', value: formatDate(letter.re.bornOn) },
    ],
  })
  drawTitle(paper, { title, rows: metaRows(letter).slice(0, 1), continued: true })
}

function drawFooter(paper: Paper, { left, right }: { left: string; right: string }): void {
  const line = oneLine(paper, left, { style: TEXT, width: paper.right - LEFT - 80 })
  artifact(paper, 'Pagination', () => {
    setLine(paper, line, { x: LEFT, y: paper.footer })
    setRight(paper, right, TEXT, { x: paper.right, y: paper.footer })
  })
}
