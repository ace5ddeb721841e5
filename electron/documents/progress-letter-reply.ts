import type { LetterReply, ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { LEFT, type Paper, RIGHT_BLOCK, type Structure } from './page.ts'
import { HEAVY, rule, set, setLine, setLines, stroke, WRITE_ON } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { BLACK, KEY, LABEL, type Line, STRONG, TEXT } from './text-style.ts'
import { oneLine, widthOf, wrap } from './text-wrap.ts'

const LEAD = 12
const BOX = 8.5
/** Text beside a box to tick, and the third row's second box. */
const BESIDE_BOX = 14
const SECOND_BOX = 132.8
/** The three rows to tick, and the lines to sign on, above the end of the body. */
const ROWS_UP = [46, 27, 8] as const
const SIGN_UP = 25.5

/** The reply as it will be drawn: it stands at the end of the last page and works as a prescription by itself. */
export type ReplyBlock = { readonly height: number; readonly draw: () => void }

/** Measures the physician's reply. */
export function replyBlock(paper: Paper, letter: ProgressLetter, reply: LetterReply): ReplyBlock {
  const width = paper.at(389.6) - LEFT
  const about = wrap(paper, [{ text: aboutPatient(letter), style: TEXT }], { width, maxLines: 3 })
  const what = wrap(paper, [{ text: aboutTreatment(reply), style: TEXT }], { width, maxLines: 3 })
  const first = reply.necessary === null ? reply.otherwise : `Medically necessary: ${reply.necessary}`
  const request = wrap(paper, [{ text: first, style: TEXT }], { width: width - BESIDE_BOX, maxLines: 3 })
  const height = 39 + (about.length + what.length - 1) * LEAD + (request.length - 1) * LEAD + ROWS_UP[0] + LEAD
  const top = paper.bodyEnd - height
  const draw = () => {
    const section = group(paper, paper.root, 'Sect')
    rule(paper, { from: LEFT, to: paper.right, y: top, weight: HEAVY })
    tagged(paper, section, 'H2', () => set(paper, 'Physician’s reply', KEY, { x: LEFT, y: top + 17 }))
    const where = reply.faxTo === '' ? 'Tick, sign, return' : `Tick, sign, fax to ${reply.faxTo}`
    tagged(paper, section, 'P', () => set(paper, where, STRONG, { x: paper.at(RIGHT_BLOCK), y: top + 17 }))
    tagged(paper, section, 'P', () => setLines(paper, [...about, ...what], { x: LEFT, y: top + 31, lead: LEAD }))
    drawChoices(paper, section, { request, asked: reply.necessary !== null })
    drawSigning(paper, section, letter)
  }
  return { height, draw }
}

function aboutPatient({ re }: ProgressLetter): string {
  const codes = re.diagnosisCodes.length === 0 ? '' : ` Dx ${re.diagnosisCodes.join(', ')}.`
  return `${re.name}, born ${formatDate(re.bornOn)}.${codes}`
}

const aboutTreatment = ({ regions, procedures }: LetterReply) =>
  [regions, procedures]
    .filter(text => text !== '')
    .join('; ')
    .replace(/([^.])$/, '$1.')

function drawChoices(paper: Paper, section: Structure, { request, asked }: { request: readonly Line[]; asked: boolean }): void {
  const [first, second, third] = ROWS_UP.map(up => paper.bodyEnd - up)
  if (first === undefined || second === undefined || third === undefined) return
  const top = first - (request.length - 1) * LEAD
  tagged(paper, section, 'P', () => {
    drawBox(paper, LEFT, top)
    setLines(paper, request, { x: LEFT + BESIDE_BOX, y: top, lead: LEAD })
  })
  tagged(paper, section, 'P', () => drawChanges(paper, { lead: asked ? 'Approved with changes:' : 'Please go on:', y: second }))
  for (const [text, x] of [
    ['Discharge', LEFT],
    ['I want to see the patient first', SECOND_BOX],
  ] as const) {
    tagged(paper, section, 'P', () => {
      drawBox(paper, x, third)
      set(paper, text, TEXT, { x: x + BESIDE_BOX, y: third })
    })
  }
}

/** “Approved with changes: ___ visits, ___ a week, until ______”. */
function drawChanges(paper: Paper, { lead, y }: { lead: string; y: number }): void {
  drawBox(paper, LEFT, y)
  let x = LEFT + BESIDE_BOX
  const say = (text: string) => {
    set(paper, text, TEXT, { x, y })
    x += widthOf(paper, text, TEXT) + 4
  }
  const blank = (to: number) => {
    stroke(paper, { from: x, to, y: y + 1.5, weight: WRITE_ON })
    x = to + 4
  }
  say(lead)
  blank(x + 28)
  say('visits,')
  blank(x + 28)
  say('a week, until')
  blank(paper.at(389.6))
}

function drawSigning(paper: Paper, section: Structure, { to }: ProgressLetter): void {
  const x = paper.at(RIGHT_BLOCK)
  const dateLeft = paper.right - 53.6
  const y = paper.bodyEnd - SIGN_UP
  const npi = to.npi === '' ? '' : `, NPI ${to.npi}`
  const name = oneLine(paper, to.name, { style: TEXT, width: paper.right - x - widthOf(paper, npi, TEXT) })
  tagged(paper, section, 'P', () => {
    stroke(paper, { from: x, to: dateLeft - 8, y, weight: WRITE_ON })
    stroke(paper, { from: dateLeft, to: paper.right, y, weight: WRITE_ON })
    set(paper, 'SIGNATURE', LABEL, { x, y: y + 9 })
    set(paper, 'DATE', LABEL, { x: dateLeft, y: y + 9 })
  })
  tagged(paper, section, 'P', () => setLine(paper, [...name, { text: npi, style: TEXT }], { x, y: y + 21.5 }))
}

function drawBox({ pdf }: Paper, x: number, y: number): void {
  pdf
    .lineWidth(WRITE_ON)
    .strokeColor(BLACK)
    .rect(x, y - 7.7, BOX, BOX)
    .stroke()
}
