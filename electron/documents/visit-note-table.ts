import type { NoteTable } from '../../shared/documents/visit-note.ts'
import type { Structure } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HAIRLINE, rule } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { LABEL, type Line, STRONG, TEXT } from './text-style.ts'
import { widthOf } from './text-wrap.ts'
import { linesOf, type Pen, spaceOf, TEXT_LEFT, write, writeLabel, writeRight } from './visit-note-ink.ts'

const HEAD = 14
const HEAD_BASELINE = 8
const ROW_BASELINE = 9
const GAP = 11
/** Names of a table of figures take at least this, so that tables below each other agree. */
const NAMES = 84
/** Rows that stay together; a table no longer than this is never split. */
const KEPT_TOGETHER = 12
/** Between tables side by side. */
const BETWEEN = 18

/** A column with its left edge and width; figures end at its right edge. */
type Column = { readonly head: string; readonly x: number; readonly width: number; readonly isRight: boolean; readonly isStrong: boolean }
type Row = { readonly cells: readonly (readonly Line[])[]; readonly height: number }
type Laid = { readonly columns: readonly Column[]; readonly rows: readonly Row[]; readonly right: number }

/** A table as parts of the body; a long one repeats its head on every page. */
export function tableParts(pen: Pen, table: NoteTable, key: string): Part[] {
  const laid = layOut(pen, table, { x: TEXT_LEFT, width: pen.paper.right - TEXT_LEFT })
  if (laid.rows.length <= KEPT_TOGETHER) return [wholeTable(pen, [laid])]
  let structure: Structure | undefined
  const lead = (again: boolean): Slice => ({
    height: HEAD,
    draw: y => {
      structure ??= group(pen.paper, pen.paper.root, 'Table')
      drawHead(pen, laid, { table: structure, y, again })
    },
  })
  return laid.rows.map(row => ({
    gap: 0,
    height: row.height,
    lead: { kind: key, first: lead(false), again: lead(true) },
    draw: y => structure && drawRow(pen, laid, { table: structure, row, y }),
  }))
}

/** Whether a table is short, and narrow enough to stand in this width without breaking its words. */
function fits(pen: Pen, table: NoteTable, width: number): boolean {
  return table.rows.length <= KEPT_TOGETHER && naturalWidth(pen, table) <= width
}

/** Left edge and width that tables may take. */
export type TablePlace = { readonly x: number; readonly width: number }

/** The whole width beside the side-heads. */
export const fullWidth = ({ paper }: Pen): TablePlace => ({ x: TEXT_LEFT, width: paper.right - TEXT_LEFT })

/** Two short tables side by side; undefined where they do not fit so. */
export function pairedTables(pen: Pen, [left, right]: readonly [NoteTable, NoteTable], { x, width }: TablePlace): Part | undefined {
  const start = Math.max((width + BETWEEN) / 2, naturalWidth(pen, left) + BETWEEN)
  if (!fits(pen, left, width) || !fits(pen, right, width - start)) return undefined
  return wholeTable(pen, [layOut(pen, left, { x, width: start - BETWEEN }), layOut(pen, right, { x: x + start, width: width - start })])
}

/** A short table by itself; undefined where its words would break. */
export const loneTable = (pen: Pen, table: NoteTable, { x, width }: TablePlace): Part | undefined =>
  fits(pen, table, width) ? wholeTable(pen, [layOut(pen, table, { x, width })]) : undefined

function wholeTable(pen: Pen, tables: readonly Laid[]): Part {
  const heightOf = ({ rows }: Laid) => HEAD + rows.reduce((sum, row) => sum + row.height, 0)
  const draw = (top: number) => {
    for (const laid of tables) {
      const table = group(pen.paper, pen.paper.root, 'Table')
      let y = top + HEAD
      drawHead(pen, laid, { table, y: top, again: false })
      for (const row of laid.rows) {
        drawRow(pen, laid, { table, row, y })
        y += row.height
      }
    }
  }
  return { gap: spaceOf(pen), height: Math.max(...tables.map(heightOf)) + spaceOf(pen), draw }
}

const stylesOf = ({ strong }: NoteTable, column: number) => (column === strong ? STRONG : TEXT)

function naturalWidths({ paper }: Pen, table: NoteTable): number[] {
  return table.heads.map((head, i) => {
    const cells = table.rows.map(row => widthOf(paper, (row[i] ?? '').slice(0, 300), stylesOf(table, i)))
    const least = i === 0 && table.style === 'figures' ? NAMES : 0
    return Math.ceil(Math.max(least, widthOf(paper, head.toUpperCase(), LABEL), ...cells))
  })
}

const withGaps = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1)
const naturalWidth = (pen: Pen, table: NoteTable) => withGaps(naturalWidths(pen, table))

/** Columns as wide as their words; what does not fit is taken from the widest, whose words then wrap. */
function layOut(pen: Pen, table: NoteTable, place: { x: number; width: number }): Laid {
  const widths = naturalWidths(pen, table)
  for (let over = withGaps(widths) - place.width; over > 0.5; over = withGaps(widths) - place.width) {
    const widest = widths.indexOf(Math.max(...widths))
    const next = Math.max(40, ...widths.filter((_, i) => i !== widest))
    const width = widths[widest] ?? 0
    widths[widest] = Math.max(width - over, Math.min(next, width - 1))
  }
  let x = place.x
  const columns = table.heads.map((head, i): Column => {
    const width = widths[i] ?? 0
    const column = { head, x, width, isRight: table.style === 'figures' && i > 0, isStrong: i === table.strong }
    x += width + GAP
    return column
  })
  const rows = table.rows.map((row): Row => {
    const cells = columns.map((column, i) => linesOf(pen, [{ text: row[i] ?? '', style: column.isStrong ? STRONG : TEXT }], column.width))
    return { cells, height: pen.lead + (Math.max(...cells.map(lines => lines.length)) - 1) * pen.lead }
  })
  return { columns, rows, right: x - GAP }
}

function drawHead(pen: Pen, { columns, right }: Laid, { table, y, again }: { table: Structure; y: number; again: boolean }): void {
  const { paper } = pen
  const title = (column: Column) => {
    const text = column.head.toUpperCase()
    const indent = column.isRight ? column.width - widthOf(paper, text, LABEL) : 0
    writeLabel(pen, column.head, { x: column.x + indent, y: y + HEAD_BASELINE })
  }
  if (again) artifact(paper, 'Pagination', () => columns.forEach(title))
  else {
    const row = group(paper, table, 'TR')
    for (const column of columns) tagged(paper, row, 'TH', () => title(column), { scope: 'Column' })
  }
  rule(paper, { from: columns[0]?.x ?? TEXT_LEFT, to: right, y: y + HEAD - 3, weight: HAIRLINE })
}

function drawRow(pen: Pen, { columns }: Laid, { table, row, y }: { table: Structure; row: Row; y: number }): void {
  const { paper } = pen
  const element = group(paper, table, 'TR')
  for (const [i, column] of columns.entries()) {
    const lines = row.cells[i] ?? []
    tagged(paper, element, 'TD', () => {
      if (column.isRight) writeRight(pen, lines, { x: column.x + column.width, y: y + ROW_BASELINE, lead: pen.lead })
      else write(pen, lines, { x: column.x, y: y + ROW_BASELINE, lead: pen.lead })
    })
  }
}
