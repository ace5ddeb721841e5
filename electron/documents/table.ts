import type { Paper, Structure } from './page.ts'
import { LEFT } from './page.ts'
import { HAIRLINE, HEAVY, rule, set, setLineRight, setLines, setRight } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { LABEL, type Line } from './text-style.ts'

/** A column: its head, and the left edge of its text, or the right edge where `align` is right. */
export type Column = { readonly title: string; readonly x: number; readonly align?: 'right' }

/** A cell is drawn lines, or null where it is empty. */
export type Cell = { readonly column: Column; readonly lines: readonly Line[]; readonly drawMark?: () => void }

/** Height of a table head: heavy rule, labels 12 below it, hairline at 18. */
export const HEAD_HEIGHT = 18
const LEAD = 12

/** Draws the head of a table; repeated heads on later pages are not read aloud again. */
export function drawHead(paper: Paper, table: Structure, options: { columns: readonly Column[]; right: number; y: number; again: boolean }): void {
  const { columns, right, y, again } = options
  rule(paper, { from: LEFT, to: right, y, weight: HEAVY })
  const title = (column: Column) => {
    const place = { x: column.x, y: y + LEAD }
    if (column.align === 'right') setRight(paper, column.title.toUpperCase(), LABEL, place)
    else set(paper, column.title.toUpperCase(), LABEL, place)
  }
  if (again) artifact(paper, 'Pagination', () => columns.forEach(title))
  else {
    const row = group(paper, table, 'TR')
    for (const column of columns) tagged(paper, row, 'TH', () => title(column), { scope: 'Column' })
  }
  rule(paper, { from: LEFT, to: right, y: y + HEAD_HEIGHT, weight: HAIRLINE })
}

/** Draws one row; `y` is the baseline of its first line. Empty cells are kept in the structure, so that columns stay columns. */
export function drawRow(paper: Paper, table: Structure, { cells, y }: { cells: readonly Cell[]; y: number }): void {
  const row = group(paper, table, 'TR')
  for (const { column, lines, drawMark } of cells) {
    tagged(paper, row, 'TD', () => {
      drawMark?.()
      if (column.align !== 'right') setLines(paper, lines, { x: column.x, y, lead: LEAD })
      else for (const [i, line] of lines.entries()) setLineRight(paper, line, { x: column.x, y: y + i * LEAD })
    })
  }
}
