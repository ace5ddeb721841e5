import type { Paper, Structure } from './page.ts'
import { LEFT } from './page.ts'
import { HEAVY, rule, set, setLine, stroke, WRITE_ON } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { ASIDE, BLACK, KEY, LABEL, TEXT } from './text-style.ts'
import { oneLine, widthOf } from './text-wrap.ts'

/** Something to write on: its label below the line, its share of the row, what is known already, and small boxes to tick in place of a line. */
export type Field = { readonly label: string; readonly share: number; readonly known?: string; readonly choices?: readonly string[] }

/** Room for a line of handwriting. */
export const FIELD_ROW = 28
const BETWEEN = 10
const BOX = 8.5
const BESIDE_BOX = 13

/** Between which edges a row of fields stands, and the top of the row. */
export type RowPlace = { readonly from: number; readonly to: number; readonly y: number }

/** The heading of a part of the form, under a heavy rule. Gives the part and the top of what follows. */
export function drawHeading(paper: Paper, { text, remark = '', y }: { text: string; remark?: string; y: number }): { section: Structure; y: number } {
  const section = group(paper, paper.root, 'Sect')
  rule(paper, { from: LEFT, to: paper.right, y, weight: HEAVY })
  tagged(paper, section, 'H2', () => set(paper, text, KEY, { x: LEFT, y: y + 15 }))
  const beside = LEFT + widthOf(paper, text, KEY) + 10
  if (remark !== '') tagged(paper, section, 'P', () => set(paper, remark, ASIDE, { x: beside, y: y + 15 }))
  return { section, y: y + 20 }
}

/** A row of fields across the form. Gives the top of the next row. */
export function drawFields(paper: Paper, section: Structure, { fields, place }: { fields: readonly Field[]; place: RowPlace }): number {
  const total = fields.reduce((sum, { share }) => sum + share, 0)
  const width = place.to - place.from - BETWEEN * (fields.length - 1)
  let x = place.from
  for (const field of fields) {
    const right = x + (width * field.share) / total
    drawField(paper, section, { field, from: x, to: right, y: place.y })
    x = right + BETWEEN
  }
  return place.y + FIELD_ROW
}

function drawField(paper: Paper, section: Structure, { field, from, to, y }: { field: Field; from: number; to: number; y: number }): void {
  const { label, known = '', choices } = field
  const line = y + 18
  tagged(paper, section, 'P', () => {
    set(paper, label.toUpperCase(), LABEL, { x: from, y: line + 9 })
    if (choices) {
      let x = from
      for (const choice of choices) x = drawTick(paper, choice, { x, y: line - 2 }) + 10
      return
    }
    stroke(paper, { from, to, y: line, weight: WRITE_ON })
    if (known !== '') setLine(paper, oneLine(paper, known, { style: TEXT, width: to - from }), { x: from, y: line - 3 })
  })
}

/** A box to tick and its words. Gives where the words end. */
export function drawTick(paper: Paper, words: string, { x, y }: { x: number; y: number }): number {
  paper.pdf
    .lineWidth(WRITE_ON)
    .strokeColor(BLACK)
    .rect(x, y - 7.2, BOX, BOX)
    .stroke()
  set(paper, words, TEXT, { x: x + BESIDE_BOX, y })
  return x + BESIDE_BOX + widthOf(paper, words, TEXT)
}

/** Empty rows of a small table to write in: a label over each column, then lines. Gives the top of what follows. */
export function drawLinesToFill(
  paper: Paper,
  section: Structure,
  { labels, rows, place }: { labels: readonly (readonly [text: string, share: number])[]; rows: number; place: RowPlace },
): number {
  const fields = labels.map(([label, share]) => ({ label, share }))
  let { y } = place
  for (let i = 0; i < rows - 1; i++) {
    const total = fields.reduce((sum, { share }) => sum + share, 0)
    const width = place.to - place.from - BETWEEN * (fields.length - 1)
    let x = place.from
    for (const { share } of fields) {
      const right = x + (width * share) / total
      rule(paper, { from: x, to: right, y: y + 18, weight: WRITE_ON })
      x = right + BETWEEN
    }
    y += 19
  }
  return drawFields(paper, section, { fields, place: { ...place, y } })
}
