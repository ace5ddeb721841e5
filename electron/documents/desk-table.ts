import type { Paper, Structure } from './page.ts'
import { LEFT } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HAIRLINE, rule, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Column, drawHead, HEAD_HEIGHT } from './table.ts'
import { type Line, TEXT, type Words } from './text-style.ts'
import { wrap } from './text-wrap.ts'

/** A column of a desk list: its head, its left edge and how wide its words may be. */
export type DeskColumn = { readonly title: string; readonly x: number; readonly width: number }
/** What stands in a cell: paragraphs below each other, each wrapped. */
export type DeskCell = readonly (readonly Words[])[]
/** A row, with what is drawn by hand in it, such as boxes to tick. `least`: the room it takes even when empty, to write in. */
export type DeskRow = { readonly cells: readonly DeskCell[]; readonly least?: number; readonly drawMore?: (y: number) => void }

const LEAD = 12
const BASELINE = 13
const BELOW = 6

/** One paragraph of ordinary words; empty words leave nothing. */
export const words = (text: string, style = TEXT): DeskCell => (text === '' ? [] : [[{ text, style }]])

/** A list of the front desk as parts of the body: rows are never split, and the head stands again on every page. */
export function deskTableParts(paper: Paper, { columns, rows, gap }: { columns: readonly DeskColumn[]; rows: readonly DeskRow[]; gap: number }): Part[] {
  const heads: readonly Column[] = columns.map(({ title, x }) => ({ title, x }))
  let table: Structure | undefined
  const head = (again: boolean): Slice => ({
    height: HEAD_HEIGHT,
    draw: y => {
      table ??= group(paper, paper.root, 'Table')
      drawHead(paper, table, { columns: heads, right: paper.right, y, again })
    },
  })
  return rows.map((row, i) => {
    const cells = columns.map(({ width }, at) => (row.cells[at] ?? []).flatMap(paragraph => wrap(paper, paragraph, { width, maxLines: 12 })))
    const lines = Math.max(1, ...cells.map(cell => cell.length))
    const height = Math.max(row.least ?? 0, BASELINE + (lines - 1) * LEAD + BELOW)
    return {
      gap: i === 0 ? gap : 0,
      height,
      lead: { kind: 'desk', first: head(false), again: head(true) },
      draw: y => table && drawDeskRow(paper, table, { columns, cells, row, y, height }),
    }
  })
}

type Drawn = { columns: readonly DeskColumn[]; cells: readonly (readonly Line[])[]; row: DeskRow; y: number; height: number }

function drawDeskRow(paper: Paper, table: Structure, { columns, cells, row, y, height }: Drawn): void {
  const element = group(paper, table, 'TR')
  for (const [at, { x }] of columns.entries())
    tagged(paper, element, 'TD', () => {
      setLines(paper, cells[at] ?? [], { x, y: y + BASELINE, lead: LEAD })
      if (at === columns.length - 1) row.drawMore?.(y + BASELINE)
    })
  rule(paper, { from: LEFT, to: paper.right, y: y + height, weight: HAIRLINE })
}
