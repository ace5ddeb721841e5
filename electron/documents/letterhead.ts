import type { Letterhead } from '../../shared/documents/letterhead.ts'
import { drawLogo } from './letterhead-logo.ts'
import { LEFT, type Paper, RIGHT_BLOCK, RIGHT_VALUE, type Structure, VALUE } from './page.ts'
import { HAIRLINE, set, setLine, setLines, stroke } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { KEY, LABEL, type Line, STRONG, type Style, TEXT, TITLE, type Words } from './text-style.ts'
import { oneLine, widthOf, wrap } from './text-wrap.ts'

/** A labelled row: what stands in the column of values. */
export type Row = { readonly label: string; readonly value: string; readonly style?: Style }

const LEAD = 12
const CONTINUED: Style = { face: 'regular', size: 12 }
/** First baseline of the address: where a #10 window envelope shows it. */
const ADDRESS_TOP = 192
const ADDRESS_TOP_OF_FOUR = 186
const ADDRESS_WIDTH = 226
/** More lines would leave the window. */
const MOST_ADDRESS_LINES = 5

/** The clinic at the top of page 1: name, address, phone, fax, with the logo left of it if there is one. */
export function drawLetterhead(paper: Paper, { name, lines, logo }: Letterhead): void {
  const x = drawLogo(paper, logo, name) ? VALUE : LEFT
  const width = paper.at(RIGHT_BLOCK) - 12 - x
  tagged(paper, paper.root, 'P', () => {
    setLine(paper, oneLine(paper, name, { style: KEY, width }), { x, y: 56 })
    for (const [i, line] of lines.entries()) setLine(paper, oneLine(paper, line, { style: TEXT, width }), { x, y: 70 + i * LEAD })
  })
}

/** What the paper is, at the top of the right block, and its number, date and page below. `continued` marks later pages. Gives the last baseline. */
export function drawTitle(paper: Paper, { title, rows, continued }: { title: string; rows: readonly Row[]; continued: boolean }): number {
  const x = paper.at(RIGHT_BLOCK)
  const heading: Words[] = [{ text: title, style: TITLE }, ...(continued ? [{ text: ', continued', style: CONTINUED }] : [])]
  const wide = heading.reduce((sum, { text, style }) => sum + widthOf(paper, text, style), 0)
  // A long name begins further left, so that it ends with the text area.
  const draw = () => setLine(paper, heading, { x: Math.min(x, paper.right - wide), y: 58 })
  if (continued) {
    artifact(paper, 'Pagination', draw)
    artifact(paper, 'Pagination', () => void setRows(paper, rows, { label: x, value: paper.at(RIGHT_VALUE), right: paper.right, y: 74 }))
    return 74 + (rows.length - 1) * LEAD
  }
  tagged(paper, paper.root, 'H1', draw)
  return drawRows(paper, paper.root, rows, { label: x, value: paper.at(RIGHT_VALUE), right: paper.right, y: 74 })
}

/** Where labelled rows stand: the labels, the values, the right edge, and the first baseline. */
export type RowPlace = { readonly label: number; readonly value: number; readonly right: number; readonly y: number }

/** Draws labelled rows below each other, one paragraph each; values wrap. Gives the last baseline. */
export function drawRows(paper: Paper, parent: Structure, rows: readonly Row[], place: RowPlace): number {
  let y = place.y
  for (const row of rows) {
    tagged(paper, parent, 'P', () => {
      y = setRows(paper, [row], { ...place, y }) + LEAD
    })
  }
  return y - LEAD
}

function setRows(paper: Paper, rows: readonly Row[], { label, value, right, y }: RowPlace): number {
  let baseline = y
  for (const row of rows) {
    const lines = rowLines(paper, row, right - value)
    set(paper, row.label.toUpperCase(), LABEL, { x: label, y: baseline - 0.2 })
    setLines(paper, lines, { x: value, y: baseline, lead: LEAD })
    baseline += lines.length * LEAD
  }
  return baseline - LEAD
}

/** A row's value as lines of its column. */
export function rowLines(paper: Paper, { value, style }: Row, width: number): Line[] {
  return wrap(paper, [{ text: value, style: style ?? TEXT }], { width, maxLines: style === STRONG ? 12 : 4 })
}

/** Who the paper goes to, where the window of the envelope shows it. Nothing about health, birth or money may stand near. */
export function drawAddress(paper: Paper, { label, name, lines }: { label: string; name: string; lines: readonly string[] }): void {
  const shown = addressLines(paper, name, lines)
  const top = shown.length > 3 ? ADDRESS_TOP_OF_FOUR : ADDRESS_TOP
  tagged(paper, group(paper, paper.root, 'Sect'), 'P', () => {
    set(paper, label.toUpperCase(), LABEL, { x: LEFT, y: top - 0.2 })
    setLines(paper, shown, { x: VALUE, y: top, lead: LEAD })
  })
}

/** Long lines wrap while the window holds them; else each is cut to one line, for without its last line no letter arrives. */
function addressLines(paper: Paper, name: string, lines: readonly string[]): Line[] {
  const filled = lines.filter(line => line.trim() !== '')
  const nameLines = (maxLines: number) => wrap(paper, [{ text: name, style: STRONG }], { width: ADDRESS_WIDTH, maxLines })
  const wrapped = [...nameLines(2), ...filled.flatMap(line => wrap(paper, [{ text: line, style: TEXT }], { width: ADDRESS_WIDTH, maxLines: 2 }))]
  if (wrapped.length <= MOST_ADDRESS_LINES) return wrapped
  const names = nameLines(Math.max(1, MOST_ADDRESS_LINES - filled.length))
  return [...names, ...filled.map(line => oneLine(paper, line, { style: TEXT, width: ADDRESS_WIDTH }))]
}

/** Two small ticks at the left edge of page 1: fold there, and the sheet fits a #10 envelope. */
export function drawFoldTicks(paper: Paper): void {
  artifact(paper, 'Layout', () => {
    for (const y of [264, 528]) stroke(paper, { from: 18, to: 26, y, weight: HAIRLINE })
  })
}

/** The top of a later page: whose paper it is, for sheets that come apart. */
export function drawContinuedHead(paper: Paper, { clinic, rows }: { clinic: string; rows: readonly Row[] }): void {
  const width = paper.at(RIGHT_BLOCK) - 12 - LEFT
  artifact(paper, 'Pagination', () => {
    setLine(paper, oneLine(paper, clinic, { style: KEY, width }), { x: LEFT, y: 56 })
    for (const [i, row] of rows.entries()) {
      set(paper, row.label.toUpperCase(), LABEL, { x: LEFT, y: 74 + i * LEAD - 0.2 })
      setLine(paper, oneLine(paper, row.value, { style: row.style ?? TEXT, width: width - (VALUE - LEFT) }), { x: VALUE, y: 74 + i * LEAD })
    }
  })
}
