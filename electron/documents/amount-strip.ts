import { LEFT, type Paper } from './page.ts'
import type { Part } from './page-flow.ts'
import { HAIRLINE, rule, set, setLines, setRight } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { LABEL, STRONG, TEXT, type Words } from './text-style.ts'
import { wrap } from './text-wrap.ts'

/** An amount with what it is. Printed strong where it is what one looks for. */
export type StripCell = { readonly label: string; readonly value: string; readonly isStrong?: boolean }

const LABELS = 14
const VALUES = 30
const BELOW = 10

/** Amounts side by side under their names, over the whole width: how old something is, or how a balance came about. `caption` stands above. */
export function stripPart(paper: Paper, { caption, cells, gap }: { caption: string; cells: readonly StripCell[]; gap: number }): Part {
  const head: Words[] = [{ text: caption, style: STRONG }]
  const lines = caption === '' ? [] : wrap(paper, head, { width: paper.right - LEFT, maxLines: 2 })
  const top = lines.length === 0 ? 0 : lines.length * 12 + 4
  const step = (paper.right - LEFT) / cells.length
  const draw = (y: number) => {
    if (lines.length > 0) tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + 10, lead: 12 }))
    rule(paper, { from: LEFT, to: paper.right, y: y + top, weight: HAIRLINE })
    const table = group(paper, paper.root, 'Table')
    const heads = group(paper, table, 'TR')
    for (const [i, { label }] of cells.entries())
      tagged(paper, heads, 'TH', () => place(paper, { i, of: cells.length, step }, label.toUpperCase(), { y: y + top + LABELS, isLabel: true }), {
        scope: 'Column',
      })
    const row = group(paper, table, 'TR')
    for (const [i, cell] of cells.entries())
      tagged(paper, row, 'TD', () =>
        place(paper, { i, of: cells.length, step }, cell.value, { y: y + top + VALUES, isLabel: false, isStrong: cell.isStrong ?? false }),
      )
  }
  return { gap, height: top + VALUES + BELOW, draw }
}

type Place = { readonly i: number; readonly of: number; readonly step: number }

// The last one ends where the amounts of the table above end.
function place(
  paper: Paper,
  { i, of, step }: Place,
  text: string,
  { y, isLabel, isStrong = false }: { y: number; isLabel: boolean; isStrong?: boolean },
): void {
  const style = isLabel ? LABEL : isStrong ? STRONG : TEXT
  if (i === of - 1) setRight(paper, text, style, { x: paper.right, y })
  else set(paper, text, style, { x: LEFT + i * step, y })
}
