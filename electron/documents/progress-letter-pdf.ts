import { LETTER_TITLES, type ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawAddress, drawContinuedHead, drawFoldTicks, drawLetterhead, drawRows, drawTitle, type Row, rowLines } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK, RIGHT_VALUE } from './page.ts'
import { drawPlanned } from './page-flow.ts'
import { HAIRLINE, rule, set, setLine, setRight } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { planLetter } from './progress-letter-plan.ts'
import { replyBlock } from './progress-letter-reply.ts'
import { STRONG, TEXT } from './text-style.ts'
import { oneLine } from './text-wrap.ts'

const RE_TOP = 148
/** Kept free above the reply. */
const ABOVE_REPLY = 6

/** Draws a letter to the prescriber. Pure drawing: every word arrives decided. Same input, moment and paper size: same bytes. */
export async function drawProgressLetter(letter: ProgressLetter, options: PrintOptions): Promise<Uint8Array> {
  const title = LETTER_TITLES[letter.kind]
  const paper = await newPaper(`${title}, ${letter.re.name}`, letter.letterhead.name, options)
  const reply = letter.reply ? replyBlock(paper, letter, letter.reply) : undefined
  const pages = planLetter(paper, letter, { closing: reply ? reply.height + ABOVE_REPLY : 0, reBottom: reBottom(paper, letter) })
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
