import type { Face, Fonts } from './fonts.ts'
import type { ParsedFont } from './typeface.ts'

/** Letters of one direction and one font: what can be drawn in one go. */
export type Run = { readonly face: Face; readonly text: string }

/** Stands for characters that no font of ours can draw: seen, and never mistaken for a letter. */
export const SUBSTITUTE = '[?]'

const PLAIN = /^[\x20-\x7e]*$/
/** Left to right, one letter each and composed already: plain letters, those of Western and Central Europe, and what print adds. */
const SIMPLE = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026\u2212]*$/
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LETTER = /[\p{L}]/u
/** Invisible characters (joiners, direction marks, tags, variation selectors) and other controls: they would print as nothing or as a box. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu
const PRIVATE_USE = /\p{Co}/u
/** A letter with more marks than this is somebody's joke, and would be printed over the lines above. */
const MOST_POINTS_IN_A_LETTER = 5
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Text as it can be set on one line: composed (NFC), without control and invisible characters, any white space as one space. */
export function cleanText(text: string): string {
  if (SIMPLE.test(text) && !text.includes('  ')) return text.trim()
  return text.toWellFormed().replace(/\s+/gu, ' ').replace(INVISIBLE, '').normalize('NFC').replace(/ {2,}/g, ' ').trim()
}

/** The letters of a text as people count them: a base with its accents is one. */
export function lettersOf(text: string): string[] {
  return SIMPLE.test(text) ? text.split('') : Array.from(graphemes.segment(text), part => part.segment)
}

/** Splits cleaned text into runs from left to right as they stand on paper. */
export function runsOf(text: string, face: Face, fonts: Fonts): Run[] {
  if (PLAIN.test(text) || (SIMPLE.test(text) && hasAll(fonts[face], text))) return text === '' ? [] : [{ face, text }]
  const pieces = lettersOf(text).map(letter => pieceFor(letter, face, fonts))
  return joined(inVisualOrder(pieces))
}

function hasAll(font: ParsedFont, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e && !font.has(text.charCodeAt(i))) return false
  return true
}

type Direction = 'ltr' | 'rtl' | 'neutral'
type Piece = Run & { readonly direction: Direction }

function pieceFor(letter: string, face: Face, fonts: Fonts): Piece {
  const parts = Array.from(letter).slice(0, MOST_POINTS_IN_A_LETTER)
  const points = parts.map(part => part.codePointAt(0) ?? 0)
  const drawnBy = (candidate: Face) => points.every(point => fonts[candidate].has(point))
  const direction = RIGHT_TO_LEFT.test(letter) ? 'rtl' : LETTER.test(letter) ? 'ltr' : 'neutral'
  if (!PRIVATE_USE.test(letter)) {
    if (drawnBy(face)) return { face, text: parts.join(''), direction }
    if (drawnBy('fallback')) return { face: 'fallback', text: parts.join(''), direction }
  }
  return { face, text: SUBSTITUTE, direction: 'ltr' }
}

/**
 * Lays right-to-left words out from right to left inside a line that runs left to right. A simple form of the Unicode bidirectional algorithm: the line's
 * own direction is always left to right, and brackets are not mirrored. Letters inside a word are turned by the font engine.
 */
function inVisualOrder(pieces: readonly Piece[]): Piece[] {
  const ordered: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    const end = pieces[i]?.direction === 'rtl' ? endOfStretch(pieces, i) : i + 1
    const stretch = joined(pieces.slice(i, end))
    ordered.push(...(end > i + 1 ? stretch.reverse() : stretch))
    i = end
  }
  return ordered
}

/** Where a right-to-left stretch ends: after its last right-to-left letter before a left-to-right one. */
function endOfStretch(pieces: readonly Piece[], start: number): number {
  let end = start + 1
  for (let i = start + 1; i < pieces.length && pieces[i]?.direction !== 'ltr'; i++) if (pieces[i]?.direction === 'rtl') end = i + 1
  return end
}

/** Joins neighbours of the same font and direction; several substitutes in a row become one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last?.text === SUBSTITUTE && piece.text === SUBSTITUTE) continue
    const fits =
      last && last.face === piece.face && (last.direction === 'rtl') === (piece.direction === 'rtl') && last.text !== SUBSTITUTE && piece.text !== SUBSTITUTE
    if (fits) result[result.length - 1] = { face: last.face, text: last.text + piece.text, direction: last.direction }
    else result.push(piece)
  }
  return result
}
