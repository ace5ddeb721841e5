import type { AppointmentCard } from '../../shared/documents/appointment-card.ts'
import { drawLetterhead, drawTitle } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import { HAIRLINE, set, setLines, setRight } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { ASIDE, KEY, STRONG, TEXT, type Words } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

const FIRST = 156
const ROW = 18
const ON_ONE_CARD = 26

/** Draws coming visits on the upper part of a sheet, to be cut off below: date, time, with whom, and what to do when something comes up. */
export async function drawAppointmentCard(card: AppointmentCard, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`Appointments, ${card.patientName}`, card.letterhead.name, options)
  for (let from = 0; from < Math.max(1, card.visits.length); from += ON_ONE_CARD)
    drawCard(paper, { ...card, visits: card.visits.slice(from, from + ON_ONE_CARD) })
  return finish(paper)
}

function drawCard(paper: Paper, card: AppointmentCard): void {
  addPage(paper)
  drawLetterhead(paper, card.letterhead)
  drawTitle(paper, { title: card.visits.length === 1 ? 'Your appointment' : 'Your appointments', rows: [], continued: false })
  tagged(paper, paper.root, 'P', () => setLines(paper, [oneLine(paper, card.patientName, { style: KEY, width: 300 })], { x: LEFT, y: FIRST - 16, lead: 12 }))
  const list = group(paper, paper.root, 'L')
  let y = FIRST + 4
  for (const visit of card.visits) {
    tagged(paper, list, 'LI', () => drawVisit(paper, visit, y))
    y += ROW
  }
  const notice: Words[] = card.notice.map((text, i) => ({ text: i === 0 ? text : ` ${text}`, style: TEXT }))
  const lines = wrap(paper, notice, { width: paper.right - LEFT, maxLines: 4 })
  tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + 8, lead: 12 }))
  drawCut(paper, y + 8 + lines.length * 12 + 10)
}

function drawVisit(paper: Paper, visit: AppointmentCard['visits'][number], y: number): void {
  set(paper, visit.day, STRONG, { x: LEFT, y })
  set(paper, visit.time, STRONG, { x: paper.at(220), y })
  setLines(paper, [oneLine(paper, `with ${visit.with}`, { style: TEXT, width: paper.right - paper.at(350) })], { x: paper.at(350), y, lead: 12 })
}

function drawCut(paper: Paper, y: number): void {
  artifact(paper, 'Layout', () => {
    paper.pdf.lineWidth(HAIRLINE).dash(4, { space: 3 }).moveTo(0, y).lineTo(paper.width, y).stroke().undash()
    setRight(paper, 'Cut here', ASIDE, { x: paper.right, y: y + 12 })
  })
}
