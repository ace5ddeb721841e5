import type { Paper } from './page.ts'
import { artifact } from './page-tags.ts'
import { cleanText, runsOf } from './text-runs.ts'
import { BLACK, type Line, type Style } from './text-style.ts'
import { runWidth, widthOf } from './text-wrap.ts'

/** Rule widths in points: between groups; under a table head and above a total; to be written on. */
export const HAIRLINE = 0.6
export const HEAVY = 1.2
export const WRITE_ON = 0.9

/** After a right-to-left word a space would stand on its other side. */
const ENDS_IN_LATIN = /[\x21-\x7e]$/

/** Sets one line of finished words; `y` is the baseline. An unseen space ends it, so that neighbours are not read as one word. */
export function setLine(paper: Paper, line: Line, { x, y }: { x: number; y: number }): void {
  let left = x
  for (const [i, { text, style }] of line.entries()) {
    const runs = runsOf(text, style.face, paper.fonts)
    for (const [j, run] of runs.entries()) {
      const isLast = i === line.length - 1 && j === runs.length - 1
      const shown = { font: paper.fonts[run.face], size: style.size, tracking: style.tracking ?? 0, color: style.color ?? BLACK }
      paper.pdf.show(run.text, shown, { x: left, y, endsInSpace: isLast && ENDS_IN_LATIN.test(run.text) })
      if (!isLast) left += runWidth(paper, run, style)
    }
  }
}

/** Sets short words that need no wrapping, at a baseline. */
export function set(paper: Paper, text: string, style: Style, at: { x: number; y: number }): void {
  setLine(paper, [{ text: cleanText(text), style }], at)
}

/** The same, ending at `x`: amounts, counts. */
export function setRight(paper: Paper, text: string, style: Style, { x, y }: { x: number; y: number }): void {
  const clean = cleanText(text)
  const trailing = style.tracking ?? 0
  setLine(paper, [{ text: clean, style }], { x: x - widthOf(paper, clean, style) + trailing, y })
}

/** Sets one line of finished words that ends at `x`. */
export function setLineRight(paper: Paper, line: Line, { x, y }: { x: number; y: number }): void {
  const width = line.reduce((sum, { text, style }) => sum + widthOf(paper, text, style), 0)
  setLine(paper, line, { x: x - width, y })
}

/** Sets several lines below each other, `lead` points apart. */
export function setLines(paper: Paper, lines: readonly Line[], { x, y, lead }: { x: number; y: number; lead: number }): void {
  for (const [i, line] of lines.entries()) setLine(paper, line, { x, y: y + i * lead })
}

/** A horizontal rule; not read aloud. */
export function rule(paper: Paper, { from, to, y, weight }: { from: number; to: number; y: number; weight: number }): void {
  artifact(paper, 'Layout', () => stroke(paper, { from, to, y, weight }))
}

/** A horizontal line that is part of what is being drawn, such as a line to sign on. */
export function stroke({ pdf }: Paper, { from, to, y, weight }: { from: number; to: number; y: number; weight: number }): void {
  pdf.lineWidth(weight).strokeColor(BLACK).moveTo(from, y).lineTo(to, y).stroke()
}
