import { LETTER_TITLES, type LetterGoal, type LetterMeasure, type ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawAddress, drawContinuedHead, drawFoldTicks, drawLetterhead, drawRows, drawTitle, type Row, rowLines } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK, RIGHT_VALUE } from './page.ts'
import { drawPlanned, type PlannedPage, planPages } from './page-flow.ts'
import { HAIRLINE, rule, set, setLine, setRight } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { answerPart, goalParts, requestParts, treatmentParts } from './progress-letter-body.ts'
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

/** One page if it fits: else with the measures that changed, else with the open goals only. If it still does not, the request goes to page 2 with the reply it belongs to, and nothing is left out. */
function planLetter(paper: Paper, letter: ProgressLetter, reply: ReplyBlock | undefined): readonly PlannedPage[] {
  const closing = reply ? reply.height + ABOVE_REPLY : 0
  const room = { firstTop: Math.max(GREETING, reBottom(paper, letter) + BELOW_RE), nextTop: NEXT_TOP, end: paper.bodyEnd, closing }
  const opening = (measures: readonly LetterMeasure[], goals: readonly LetterGoal[]) => [
    answerPart(paper, letter),
    ...measureParts(paper, letter, measures),
    ...goalParts(paper, goals),
  ]
  const treatment = treatmentParts(paper, letter)
  const request = requestParts(paper, letter)
  const changed = letter.measures.filter(hasChanged)
  const open = letter.goals.filter(goal => goal.status !== 'met')
  for (const [measures, goals] of [
    [letter.measures, letter.goals],
    [changed, letter.goals],
    [changed, open],
  ] as const) {
    const pages = planPages([...opening(measures, goals), ...treatment, ...request], room)
    if (pages.length === 1) return pages
  }
  const first = planPages([...opening(letter.measures, letter.goals), ...treatment], { ...room, closing: 0 })
  return [...first, ...planPages(request, { ...room, firstTop: NEXT_TOP })]
}

/** Whether a measure moved, or has nothing to be compared with yet. */
const hasChanged = ({ change }: LetterMeasure) => change.trim() === '' || /[1-9½¼¾]/.test(change)

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
