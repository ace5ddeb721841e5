import type { Statement } from '../../shared/documents/statement.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { drawRows } from './letterhead.ts'
import { LEFT, type Paper, RIGHT_BLOCK } from './page.ts'
import { set, setLines, stroke, WRITE_ON } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { KEY, LABEL, STRONG, TEXT, TITLE } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

/** What the slip takes at the foot of the last page, with the line to cut along. */
export const SLIP_HEIGHT = 158
const DASH = 6
const SLIP_VALUE = 106

/** The part to cut off and send back with the money: who pays, for which statement, how much, and to whom. `y`: the line to cut along. */
export function drawSlip(paper: Paper, statement: Statement, y: number): void {
  const { to, number, issuedOn, due } = statement
  const section = group(paper, paper.root, 'Sect')
  artifact(paper, 'Layout', () => {
    for (let x = 0; x < paper.width; x += 2 * DASH) stroke(paper, { from: x, to: Math.min(paper.width, x + DASH), y, weight: WRITE_ON })
  })
  tagged(paper, section, 'H2', () => set(paper, 'Please cut here and return this part with your payment', KEY, { x: LEFT, y: y + 24 }))
  const bottom = drawRows(
    paper,
    section,
    [
      { label: 'From', value: shortName(paper, to.name), style: STRONG },
      { label: 'Statement', value: number, style: STRONG },
      { label: 'Date', value: formatDate(issuedOn) },
    ],
    { label: LEFT, value: SLIP_VALUE, right: paper.at(RIGHT_BLOCK) - 24, y: y + 46 },
  )
  drawHowToPay(paper, statement, bottom + 20)
  drawAmounts(paper, statement, { due: formatMoney(due), y })
}

// The slip has room for two lines of a name.
const shortName = (paper: Paper, name: string) =>
  wrap(paper, [{ text: name, style: STRONG }], { width: 220, maxLines: 2 })
    .map(line => line.map(({ text }) => text).join(''))
    .join(' ')

function drawHowToPay(paper: Paper, { letterhead, phone }: Statement, y: number): void {
  const width = paper.at(RIGHT_BLOCK) - 24 - LEFT
  const words = [`Make checks payable to ${letterhead.name} and write the statement number on the check.`, phone === '' ? '' : `To pay by card, call ${phone}.`]
  const lines = words.filter(text => text !== '').flatMap(text => wrap(paper, [{ text, style: TEXT }], { width, maxLines: 2 }))
  tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y, lead: 12 }))
}

function drawAmounts(paper: Paper, { letterhead }: Statement, { due, y }: { due: string; y: number }): void {
  const x = paper.at(RIGHT_BLOCK)
  const width = paper.right - x
  tagged(paper, paper.root, 'P', () => {
    set(paper, 'AMOUNT DUE', LABEL, { x, y: y + 22 })
    set(paper, due, TITLE, { x, y: y + 40 })
  })
  tagged(paper, paper.root, 'P', () => {
    set(paper, 'AMOUNT ENCLOSED', LABEL, { x, y: y + 60 })
    stroke(paper, { from: x, to: paper.right, y: y + 78, weight: WRITE_ON })
  })
  const address = [
    oneLine(paper, letterhead.name, { style: STRONG, width }),
    ...letterhead.lines.filter(line => !/^(Phone|Fax) /.test(line)).map(line => oneLine(paper, line, { style: TEXT, width })),
  ]
  tagged(paper, paper.root, 'P', () => {
    set(paper, 'SEND TO', LABEL, { x, y: y + 96 })
    setLines(paper, address, { x, y: y + 110, lead: 12 })
  })
}
