import { num } from './pdf-syntax.ts'

/** A glyph of a font file and what it stands for. */
export type KnownGlyph = { readonly glyph: number; readonly points: readonly number[] }

/** The same at its place: how far it and what follows are moved, in thousandths of the size. */
export type PlacedGlyph = KnownGlyph & { readonly before: number; readonly after: number }

/** Glyphs of one height above the line: ready to be shown where all are in the common part of the font, else still to be given codes. */
export type Stretch = { readonly rise: number } & ({ readonly shown: string } | { readonly glyphs: readonly PlacedGlyph[] })

/** Text as it is set: its width and glyphs, in thousandths of the size. */
export type Setting = { readonly width: number; readonly stretches: readonly Stretch[] }

/** The parts of fontkit's font that are used. pdfkit hands its font out untyped. */
export type Engine = {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  readonly italicAngle: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  hasGlyphForCodePoint(point: number): boolean
  glyphForCodePoint(point: number): { readonly id: number }
  glyphForCodePoint(point: number): { readonly id: number }
  getGlyph(id: number): { readonly advanceWidth: number }
  layout(text: string): {
    readonly glyphs: readonly { readonly id: number; readonly codePoints: readonly number[]; readonly advanceWidth: number }[]
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[]
  }
}

/** The code of a glyph by its place in the list of embedded ones; 0 is the box for what is missing. */
export const codeAt = (place: number): string => (place + 1).toString(16).padStart(4, '0')

/** Less than a hundred-thousandth of the size is a rounding error. */
const LEAST_MOVE = 0.01

/** What an operator shows: glyphs by code, and between them how far to move, as PDF counts it: to the left. */
export function shownGlyphs(glyphs: readonly PlacedGlyph[], codeOf: (glyph: PlacedGlyph) => string): string {
  let shown = ''
  let moved = 0
  for (const glyph of glyphs) {
    moved += glyph.before
    if (Math.abs(moved) > LEAST_MOVE) shown += num(-moved)
    shown += `<${codeOf(glyph)}>`
    moved = glyph.after
  }
  if (Math.abs(moved) > LEAST_MOVE) shown += num(-moved)
  return shown.replaceAll('><', '')
}

type CommonGlyph = { readonly glyph: number; readonly code: string; readonly advance: number }

/** Sets text with a font. Plain words are set by its pairs of letters, which give the same as its whole engine and are known after a few papers. */
export function settingWith(engine: Engine, common: readonly KnownGlyph[]): (text: string) => Setting {
  const scale = 1000 / engine.unitsPerEm
  const byCharacter = new Map<string, CommonGlyph>()
  const codes = new Map<number, { readonly code: string; readonly points: readonly number[] }>()
  for (const [place, { glyph, points }] of common.entries()) {
    const code = codeAt(place)
    codes.set(glyph, { code, points })
    if (points.length === 1) byCharacter.set(String.fromCodePoint(...points), { glyph, code, advance: engine.getGlyph(glyph).advanceWidth * scale })
  }
  const pairs = new Map<string, number | undefined>()
  const pairOf = (pair: string) => {
    if (!pairs.has(pair)) pairs.set(pair, kerningOf(engine, byCharacter, pair))
    return pairs.get(pair)
  }
  const codeOf = ({ glyph, points }: KnownGlyph) => {
    const known = codes.get(glyph)
    return known && known.points.length === points.length && known.points.every((point, i) => point === points[i]) ? known.code : undefined
  }
  return text => byPairs(text, byCharacter, pairOf) ?? byEngine(engine, text, codeOf)
}

/** How much closer two letters stand, in thousandths; undefined where they are not simply two glyphs side by side. */
function kerningOf(engine: Engine, byCharacter: ReadonlyMap<string, CommonGlyph>, pair: string): number | undefined {
  const [first, second] = Array.from(pair, character => byCharacter.get(character))
  const { glyphs, positions } = laidOut(engine, pair)
  const [left, right] = positions
  if (!first || !second || !left || !right || glyphs.length !== 2 || glyphs[0]?.id !== first.glyph || glyphs[1]?.id !== second.glyph) return undefined
  const scale = 1000 / engine.unitsPerEm
  const isPlain = positions.every(place => place.xOffset === 0 && place.yOffset === 0) && right.xAdvance * scale === second.advance
  return isPlain ? left.xAdvance * scale - first.advance : undefined
}

/** Letters before and after a space are not kerned with it: a word is set alike wherever it stands. */
function byPairs(text: string, byCharacter: ReadonlyMap<string, CommonGlyph>, pairOf: (pair: string) => number | undefined): Setting | undefined {
  let width = 0
  let shown = '<'
  let before = ' '
  for (const character of text) {
    const glyph = byCharacter.get(character)
    if (!glyph) return undefined
    const kerning = before === ' ' ? 0 : pairOf(before + character)
    if (kerning === undefined) return undefined
    if (kerning !== 0) shown += `>${num(-kerning)}<`
    shown += glyph.code
    width += kerning + glyph.advance
    before = character
  }
  return { width, stretches: text === '' ? [] : [{ rise: 0, shown: `${shown}>` }] }
}

function byEngine(engine: Engine, text: string, codeOf: (glyph: KnownGlyph) => string | undefined): Setting {
  const scale = 1000 / engine.unitsPerEm
  const stretches: { rise: number; isCommon: boolean; glyphs: PlacedGlyph[] }[] = []
  let width = 0
  for (const word of text.split(/(?<= )/)) {
    const { glyphs, positions } = laidOut(engine, word)
    for (const [i, { id, codePoints, advanceWidth }] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
      const glyph = { glyph: id, points: codePoints, before: xOffset * scale, after: (xAdvance - advanceWidth - xOffset) * scale }
      const stretch = { rise: yOffset * scale, isCommon: codeOf(glyph) !== undefined }
      const last = stretches.at(-1)
      if (last?.rise === stretch.rise && last.isCommon === stretch.isCommon) last.glyphs.push(glyph)
      else stretches.push({ ...stretch, glyphs: [glyph] })
      width += xAdvance * scale
    }
  }
  const ready = stretches.map(({ rise, isCommon, glyphs }) =>
    isCommon ? { rise, shown: shownGlyphs(glyphs, glyph => codeOf(glyph) ?? '') } : { rise, glyphs },
  )
  return { width, stretches: ready }
}

/** The engine keeps glyphs with the letters they first stood for. They are dropped before each word: the same text must be set alike whatever came before. */
function laidOut(engine: Engine, text: string): ReturnType<Engine['layout']> {
  Reflect.set(engine, '_glyphs', {})
  return engine.layout(text)
}
