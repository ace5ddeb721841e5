import type { Fonts } from './fonts.ts'
import { cleanText, lettersOf, type Run, runsOf } from './text-runs.ts'
import type { Line, Style, Words } from './text-style.ts'

/** What measuring needs. */
export type Ruler = { readonly fonts: Fonts }

/** A word longer than this is broken letter by letter without being measured as a whole: no column is so wide. */
const LONGEST_MEASURED_WORD = 300
const ELLIPSIS = '…'

/** Width of cleaned text on one line, in points. */
export function widthOf(ruler: Ruler, text: string, style: Style): number {
  return runsOf(text, style.face, ruler.fonts).reduce((sum, run) => sum + runWidth(ruler, run, style), 0)
}

/** Width of one run, in points. */
export function runWidth({ fonts }: Ruler, run: Run, style: Style): number {
  return (fonts[run.face].set(run.text).width * style.size) / 1000 + (style.tracking ?? 0) * run.text.length
}

/**
 * Breaks words into lines no wider than `width`, at spaces; a word wider than the column breaks anywhere. At most `maxLines`; what is left over
 * shows as “…” at the end. Always gives at least one line, perhaps an empty one.
 */
export function wrap(ruler: Ruler, words: readonly Words[], { width, maxLines = 4 }: { width: number; maxLines?: number }): Line[] {
  const lines: Words[][] = [[]]
  let used = 0
  for (const { text, style } of words.flatMap(separateWords)) {
    for (const { text: part, width: partWidth } of partsThatFit(ruler, { text, style }, { width, most: maxLines + 1 })) {
      const line = lines.at(-1) ?? []
      const gap = line.length === 0 ? 0 : widthOf(ruler, 'n n', style) - widthOf(ruler, 'nn', style)
      if (line.length > 0 && used + gap + partWidth > width) {
        if (lines.length === maxLines) return shortened(ruler, lines, width)
        lines.push([{ text: part, style }])
        used = partWidth
      } else {
        line.push({ text: part, style })
        used += gap + partWidth
      }
    }
  }
  return lines.map(withSpaces)
}

/** One line of plain text, cut with “…” if it must be. */
export function oneLine(ruler: Ruler, text: string, { style, width }: { style: Style; width: number }): Line {
  return wrap(ruler, [{ text, style }], { width, maxLines: 1 })[0] ?? []
}

const separateWords = ({ text, style }: Words): Words[] =>
  cleanText(text)
    .split(' ')
    .filter(word => word !== '')
    .map(word => ({ text: word, style }))

type Measured = { readonly text: string; readonly width: number }

/** A word, or its parts when it is wider than the column; no more than `most` parts. */
function partsThatFit(ruler: Ruler, { text, style }: Words, { width, most }: { width: number; most: number }): Measured[] {
  const whole = text.length <= LONGEST_MEASURED_WORD ? widthOf(ruler, text, style) : Number.POSITIVE_INFINITY
  if (whole <= width) return [{ text, width: whole }]
  const parts: Measured[] = []
  const wide = new Map<string, number>()
  let part = ''
  let used = 0
  for (const letter of lettersOf(text)) {
    const letterWidth = wide.get(letter) ?? widthOf(ruler, letter, style)
    wide.set(letter, letterWidth)
    if (part !== '' && used + letterWidth > width) {
      parts.push({ text: part, width: widthOf(ruler, part, style) })
      if (parts.length === most) return parts
      part = ''
      used = 0
    }
    part += letter
    used += letterWidth
  }
  return [...parts, { text: part, width: widthOf(ruler, part, style) }]
}

/** Ends the last line in “…”, giving up words, then letters, until it fits. */
function shortened(ruler: Ruler, lines: readonly Words[][], width: number): Line[] {
  const line = [...(lines.at(-1) ?? [])]
  const lineWidth = () => withSpaces(line).reduce((sum, words) => sum + widthOf(ruler, words.text, words.style), 0)
  for (let last = line.pop(); last; last = line.pop()) {
    const letters = lettersOf(last.text)
    const alone = line.length === 0
    for (let keep = letters.length; keep > 0; keep = alone ? keep - 1 : 0) {
      line.push({ text: letters.slice(0, keep).join('') + ELLIPSIS, style: last.style })
      if (lineWidth() <= width) return [...lines.slice(0, -1), line].map(withSpaces)
      line.pop()
    }
  }
  return lines.map(withSpaces)
}

/** Joins words of the same style and puts the spaces back between them. */
function withSpaces(line: readonly Words[]): Line {
  const joined: Words[] = []
  for (const [i, { text, style }] of line.entries()) {
    const last = joined.at(-1)
    const spaced = i < line.length - 1 ? `${text} ` : text
    if (last && last.style === style) joined[joined.length - 1] = { text: last.text + spaced, style }
    else joined.push({ text: spaced, style })
  }
  return joined
}
