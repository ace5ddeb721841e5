import { readFile } from 'node:fs/promises'
import { descriptorOf, type EmbeddedGlyphs, embedded } from './embedded-glyphs.ts'
import { readTrueType } from './pdf-truetype.ts'
import { loadPdfkit, parserOf } from './pdfkit-bridge.ts'
import { type Engine, type KnownGlyph, type Setting, settingWith } from './text-setting.ts'

/** A font file parsed once and shared by every paper of the process. */
export type ParsedFont = {
  readonly name: () => string
  /** Whether it can draw a character. */
  readonly has: (codePoint: number) => boolean
  readonly set: (text: string) => Setting
  /** The entries of a font descriptor that say how it looks. */
  readonly descriptor: () => object
  /** The common part: the same glyphs in every paper, so that it is prepared once. */
  readonly common: () => EmbeddedGlyphs
  readonly embed: (glyphs: readonly KnownGlyph[]) => EmbeddedGlyphs
}

/** What nearly every paper is written with. The rest of a font is embedded glyph by glyph. */
const COMMON = `${codes(0x20, 0x7e)}–—‘’“”•…×·°±½¼¾≥≤−→✓©®™§¶`
/** Letters that a font may draw as one. */
const JOINED = ['ff', 'fi', 'fl', 'ft', 'ffi', 'ffl', 'tt', 'Th']
const MOST_SETTINGS = 8000

function codes(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))
}

/**
 * Opens a TrueType file with the parser inside pdfkit, which is loaded with the first paper, never at start. Its letters are looked at when the first is set:
 * most papers use two cuts of four. Throws when the file is no TrueType font.
 */
export async function parseFont(path: string): Promise<ParsedFont> {
  const [bytes] = await Promise.all([readFile(path), loadPdfkit()])
  const tables = readTrueType(bytes)
  const engine = once(() => parserOf(bytes))
  const common = once(() => commonGlyphs(engine()))
  const prepared = once(() => embedded({ font: tables, engine: engine() }, common(), 'kept'))
  const set = once(() => remembering(settingWith(engine(), common())))
  return {
    name: () => engine().postscriptName,
    has: point => engine().hasGlyphForCodePoint(point),
    set: text => set()(text),
    descriptor: () => descriptorOf(engine()),
    common: prepared,
    embed: glyphs => embedded({ font: tables, engine: engine() }, glyphs, 'once'),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function commonGlyphs(engine: Engine): KnownGlyph[] {
  const letters = Array.from(COMMON, letter => letter.codePointAt(0) ?? 0).map(point => ({ glyph: engine.glyphForCodePoint(point).id, points: [point] }))
  const joined = JOINED.flatMap(text => {
    const { glyphs } = engine.layout(text)
    const [glyph] = glyphs
    return glyph && glyphs.length === 1 ? [{ glyph: glyph.id, points: glyph.codePoints }] : []
  })
  const byGlyph = new Map<number, KnownGlyph>()
  for (const known of [...letters, ...joined]) if (known.glyph !== 0 && !byGlyph.has(known.glyph)) byGlyph.set(known.glyph, known)
  return [...byGlyph.values()]
}

function remembering(set: (text: string) => Setting): (text: string) => Setting {
  const known = new Map<string, Setting>()
  return text => {
    const before = known.get(text)
    if (before) return before
    if (known.size >= MOST_SETTINGS) known.clear()
    const setting = set(text)
    known.set(text, setting)
    return setting
  }
}
