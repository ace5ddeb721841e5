import { deflateSync } from 'node:zlib'
import { advanceOf, subsetOf, type TrueType } from './pdf-truetype.ts'
import { codeAt, type Engine, type KnownGlyph } from './text-setting.ts'

/** Some glyphs of a font as a PDF embeds them. The code of a glyph is its place in the list, from 1. */
export type EmbeddedGlyphs = {
  /** The font file, deflated, and its length before. */
  readonly file: Uint8Array
  readonly fileLength: number
  /** What the codes stand for when text is copied or read aloud, deflated. */
  readonly characters: Uint8Array
  /** Widths by code in thousandths of the size, from the box for missing glyphs. */
  readonly widths: readonly number[]
}

/** A reader takes no longer list at once. */
const IN_A_LIST = 100

/** Kept and used by every paper, so as small as it gets; else fast. */
const EFFORT = { kept: { level: 9 }, once: { level: 4 } } as const

/** A font file by its tables, and the parser that knows it. */
export type FontSource = { readonly font: TrueType; readonly engine: Engine }

/** Prepares glyphs for a PDF: cut out of the font file, in the order given. */
export function embedded({ font, engine }: FontSource, glyphs: readonly KnownGlyph[], use: keyof typeof EFFORT): EmbeddedGlyphs {
  const scale = 1000 / engine.unitsPerEm
  const file = subsetOf(
    font,
    glyphs.map(({ glyph }) => glyph),
  )
  return {
    file: deflateSync(file, EFFORT[use]),
    fileLength: file.length,
    characters: deflateSync(Buffer.from(characterMap(glyphs), 'latin1'), EFFORT[use]),
    widths: [0, ...glyphs.map(({ glyph }) => glyph)].map(glyph => advanceOf(font, glyph) * scale),
  }
}

/** The entries of a font descriptor: how a font looks, for readers that must stand in for it. */
export function descriptorOf(engine: Engine): object {
  const scale = 1000 / engine.unitsPerEm
  const { minX, minY, maxX, maxY } = engine.bbox
  return {
    // Symbolic, and italic where it is.
    Flags: 4 + (engine.italicAngle === 0 ? 0 : 64),
    FontBBox: [minX, minY, maxX, maxY].map(value => value * scale),
    ItalicAngle: engine.italicAngle,
    Ascent: engine.ascent * scale,
    Descent: engine.descent * scale,
    CapHeight: (engine.capHeight || engine.ascent) * scale,
    XHeight: (engine.xHeight || 0) * scale,
    StemV: 0,
  }
}

function characterMap(glyphs: readonly KnownGlyph[]): string {
  const rows = glyphs.map(
    ({ points }, place) =>
      `<${codeAt(place)}><${Buffer.from(String.fromCodePoint(...points), 'utf16le')
        .swap16()
        .toString('hex')}>`,
  )
  const lists = Array.from({ length: Math.ceil(rows.length / IN_A_LIST) }, (_, i) => rows.slice(i * IN_A_LIST, (i + 1) * IN_A_LIST))
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${lists.map(list => `${list.length} beginbfchar\n${list.join('\n')}\nendbfchar\n`).join('')}endcmap
CMapName currentdict/CMap defineresource pop
end
end
`
}
