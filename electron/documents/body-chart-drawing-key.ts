import { MARK_SHAPES } from '../../shared/body-chart/mark-shapes.ts'
import { MARKS, type MarkKind } from '../../shared/body-chart/marks.ts'
import type { PaperChart } from './body-chart-drawing.ts'
import type { Paper } from './page.ts'
import { set } from './page-ink.ts'
import { BLACK, NOTICE, type Style } from './text-style.ts'
import { widthOf } from './text-wrap.ts'

/** A shape with its name; without a shape, what grey or hatching means. */
export type KeyEntry = { readonly kind: MarkKind | null; readonly words: string; readonly width: number }

/** Distance of the key’s lines in points. */
export const KEY_LEAD = 11
/** Strong, so that a fax keeps it. */
const KEY_WORDS: Style = { ...NOTICE, face: 'semibold' }
const KEY_GAP = 10
const CLOSE_GAP = 6
const SYMBOL_MIDDLE = 4
const KEY_SYMBOL = 9.5

/** The key’s entries, dealt out over as many lines as the width asks for. */
export function keyLines(paper: Paper, chart: PaperChart, width: number): readonly (readonly KeyEntry[])[] {
  const { visits, shows, prescribed = [], offLimits = [] } = chart
  const isClose = chart.views === 'marked'
  const gap = isClose ? CLOSE_GAP : KEY_GAP
  const scaleOf = (maxGrade: number) => (isClose ? `/${maxGrade}` : `0 to ${maxGrade}`)
  const entry = (kind: MarkKind | null, words: string): KeyEntry => ({ kind, words, width: widthOf(paper, words, KEY_WORDS) + (kind ? KEY_SYMBOL : 0) + gap })
  const entries = [
    ...MARKS.filter(({ kind }) => visits.some(({ marks }) => marks.some(mark => mark.kind === kind))).map(({ kind, name, maxGrade }) =>
      entry(kind, shows === 'grades' && kind !== 'treated' ? `${name} ${scaleOf(maxGrade)}` : name),
    ),
    ...(prescribed.length > 0 ? [entry(null, 'Grey: prescribed')] : []),
    ...(offLimits.length > 0 ? [entry(null, 'Hatched: keep off')] : []),
  ]
  const lines: KeyEntry[][] = []
  for (const each of entries) {
    const line = lines.at(-1)
    if (line && lineWidth(line) + each.width - gap <= width) line.push(each)
    else lines.push([each])
  }
  return lines
}

const lineWidth = (line: readonly KeyEntry[]) => line.reduce((sum, each) => sum + each.width, 0)

/** Draws the key’s lines, each in the middle of the width. */
export function drawKey(paper: Paper, lines: readonly (readonly KeyEntry[])[], { x, y, width }: { x: number; y: number; width: number }): void {
  const scale = 0.28
  for (const [i, line] of lines.entries()) {
    const base = y + 9.5 + i * KEY_LEAD
    let left = x + Math.max(0, (width - lineWidth(line) + CLOSE_GAP) / 2)
    for (const { kind, words, width: room } of line) {
      if (kind) {
        const symbol = paper.pdf
          .save()
          .translate(left + SYMBOL_MIDDLE, base - 2.6)
          .scale(scale)
        symbol
          .lineWidth(0.8 / scale)
          .lineJoin('round')
          .strokeColor(BLACK)
          .path(MARK_SHAPES[kind].path)
          .stroke()
          .restore()
      }
      set(paper, words, KEY_WORDS, { x: left + (kind ? KEY_SYMBOL : 0), y: base })
      left += room
    }
  }
}
