import type { DayFigure } from '../../shared/documents/day-close.ts'
import { LEFT, type Paper, type Structure } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HAIRLINE, HEAVY, rule, set, setLine, setRight } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { type Line, STRONG, TEXT } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

const ROW = 14
const BASELINE = 11.5
const EXTRA_LINE = 12
const HEADING = 22

/** A table of figures: its heading, its columns with the width of their words, and its rows; strong ones are sums. */
export type FigureTable = {
  readonly title: string
  readonly columns: readonly (Column & { readonly width: number })[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly isStrong: boolean }[]
  readonly gap: number
}

/** A table as parts of the body: rows are never split, and the head stands again on every page. The heading stays with the first row. */
export function tableParts(paper: Paper, { title, columns, rows, gap }: FigureTable): Part[] {
  let table: Structure | undefined
  const head = (again: boolean): Slice => ({
    height: HEADING + HEAD_HEIGHT,
    draw: y => {
      if (again) set(paper, title, STRONG, { x: LEFT, y: y + 14 })
      else tagged(paper, paper.root, 'H2', () => set(paper, title, STRONG, { x: LEFT, y: y + 14 }))
      table ??= group(paper, paper.root, 'Table')
      drawHead(paper, table, { columns, right: paper.right, y: y + HEADING, again })
    },
  })
  const lead = { kind: title, first: head(false), again: head(true) }
  return rows.map(({ cells, isStrong }, i) => {
    const lines = cells.map((text, at) => wrap(paper, [{ text, style: isStrong ? STRONG : TEXT }], { width: columns[at]?.width ?? 80, maxLines: 3 }))
    const height = ROW + (Math.max(1, ...lines.map(each => each.length)) - 1) * EXTRA_LINE
    return {
      gap: i === 0 ? gap : 0,
      height,
      lead,
      draw: y => {
        if (isStrong) rule(paper, { from: LEFT, to: paper.right, y: y + 1, weight: HAIRLINE })
        if (table) drawRow(paper, table, { cells: columns.map((column, at) => ({ column, lines: lines[at] ?? [] })), y: y + BASELINE })
      },
    }
  })
}

/** Named figures below each other. */
export type FigureBlock = { readonly title: string; readonly rows: readonly DayFigure[] }

/** Two blocks of figures side by side, never split. */
export function blocksSideBySide(paper: Paper, [left, right]: readonly [FigureBlock, FigureBlock], gap: number): Part {
  const middle = (LEFT + paper.right) / 2
  const height = HEADING + 4 + Math.max(left.rows.length, right.rows.length) * ROW + 4
  return {
    gap,
    height,
    draw: y => {
      drawBlock(paper, left, { x: LEFT, right: middle - 18, y })
      drawBlock(paper, right, { x: middle + 18, right: paper.right, y })
    },
  }
}

const AMOUNT_WIDTH = 74

function drawBlock(paper: Paper, { title, rows }: FigureBlock, { x, right, y }: { x: number; right: number; y: number }): void {
  tagged(paper, paper.root, 'H2', () => set(paper, title, STRONG, { x, y: y + 14 }))
  rule(paper, { from: x, to: right, y: y + HEADING, weight: HEAVY })
  const table = group(paper, paper.root, 'Table')
  for (const [i, { label, count, amount, isStrong }] of rows.entries()) {
    const style = isStrong ? STRONG : TEXT
    const at = y + HEADING + 4 + i * ROW + BASELINE
    const name: Line = oneLine(paper, label, { style, width: right - x - AMOUNT_WIDTH - 30 })
    const row = group(paper, table, 'TR')
    tagged(paper, row, 'TH', () => setLine(paper, name, { x, y: at }), { scope: 'Row' })
    tagged(paper, row, 'TD', () => count !== '' && setRight(paper, count, style, { x: right - AMOUNT_WIDTH, y: at }))
    tagged(paper, row, 'TD', () => amount !== '' && setRight(paper, amount, style, { x: right, y: at }))
  }
}
