import { readFile } from 'node:fs/promises'
import { descriptorOf, type EmbeddedGlyphs, embedded } from './embedded-glyphs.ts'
import { readTrueType } from './pdf-truetype.ts'
import { type Engine, type KnownGlyph, type Setting, settingWith } from './text-setting.ts'

/** A font file parsed once and shared by every paper of the process. */
export type ParsedFont = {
  readonly name: string
  /** Whether it can draw a character. */
  readonly has: (codePoint: number) => boolean
  readonly set: (text: string) => Setting
  /** The entries of a font descriptor that say how it looks. */
  readonly descriptor: string
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

/** Parses a TrueType file with the parser inside pdfkit, which is loaded with the first paper, never at start. Throws when the file is no font. */
export async function parseFont(path: string): Promise<ParsedFont> {
  const [{ default: PDFDocument }, bytes] = await Promise.all([import('pdfkit'), readFile(path)])
  const scratch = new PDFDocument({ autoFirstPage: false, font: '' }).font(bytes)
  const engine: Engine = Reflect.get(Reflect.get(scratch, '_font'), 'font')
  const font = readTrueType(bytes)
  const common = commonGlyphs(engine)
  let prepared: EmbeddedGlyphs | undefined
  return {
    name: engine.postscriptName,
    has: point => engine.hasGlyphForCodePoint(point),
    set: remembering(settingWith(engine, common)),
    descriptor: descriptorOf(engine),
    common: () => (prepared ??= embedded({ font, engine }, common, true)),
    embed: glyphs => embedded({ font, engine }, glyphs, false),
  }
}

function commonGlyphs(engine: Engine): KnownGlyph[] {
  const byGlyph = new Map<number, KnownGlyph>()
  for (const letters of [...Array.from(COMMON), ...JOINED]) {
    const { glyphs } = engine.layout(letters)
    const [glyph] = glyphs
    if (glyph && glyphs.length === 1 && glyph.id !== 0 && !byGlyph.has(glyph.id)) byGlyph.set(glyph.id, { glyph: glyph.id, points: glyph.codePoints })
  }
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
