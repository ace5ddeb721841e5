import type { Paper } from './page.ts'
import { HAIRLINE, set, setLines, stroke } from './page-ink.ts'
import { LABEL, type Line, type Words } from './text-style.ts'
import { widthOf, wrap } from './text-wrap.ts'

/**
 * What a note is written with: a note entered in error is struck through, line by line, and stays readable. `heading` is the level of its side-heads,
 * `lead` the distance of its lines: a note that would run just over its page is set a little tighter.
 */
export type Pen = { readonly paper: Paper; readonly isStruck: boolean; readonly heading: 'H2' | 'H3'; readonly lead: number }

/** Left edge of what stands beside the side-heads. */
export const TEXT_LEFT = 108
/** First baseline below the top of a part. */
export const BASELINE = 9
/** Line distances in points: as on other papers, and for the sake of one page. */
export const LEADS = { usual: 12, closer: 11.5, tight: 11 } as const
/** Room above and below a table, and on either side of the rule above a section: less of it where the lines stand closer. */
export const spaceOf = ({ lead }: Pen): number => (lead < LEADS.usual ? 2 : 4)
/** The middle of small letters above the baseline. */
const STRIKE_UP = 2.4

/** Writes finished lines, struck through where the note is. */
export function write({ paper, isStruck }: Pen, lines: readonly Line[], place: { x: number; y: number; lead: number }): void {
  setLines(paper, lines, place)
  if (!isStruck) return
  for (const [i, line] of lines.entries()) {
    const width = lineWidth(paper, line)
    const y = place.y + i * place.lead - STRIKE_UP
    if (width > 0) stroke(paper, { from: place.x, to: place.x + width, y, weight: HAIRLINE })
  }
}

/** The same, each line ending at `x`. */
export function writeRight(pen: Pen, lines: readonly Line[], { x, y, lead }: { x: number; y: number; lead: number }): void {
  for (const [i, line] of lines.entries()) write(pen, [line], { x: x - lineWidth(pen.paper, line), y: y + i * lead, lead })
}

/** A small label in capitals. */
export function writeLabel({ paper }: Pen, text: string, at: { x: number; y: number }): void {
  set(paper, text.toUpperCase(), LABEL, at)
}

const lineWidth = (paper: Paper, line: Line) => line.reduce((sum, { text, style }) => sum + widthOf(paper, text, style), 0)

/** Words broken into lines of a width, as many as it takes. */
export const linesOf = ({ paper }: Pen, words: readonly Words[], width: number): Line[] => wrap(paper, words, { width, maxLines: 5000 })

/** Lines dealt into pieces that stay together. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}
