import { deflated } from './pdf-objects.ts'
import { num } from './pdf-syntax.ts'
import { advanceOf, subsetOf, type TrueType } from './pdf-truetype.ts'
import { codeAt, type Engine, type KnownGlyph } from './text-setting.ts'

/** Some glyphs of a font as a PDF embeds them. The code of a glyph is its place in the list, from 1. */
export type EmbeddedGlyphs = {
  /** The font file, deflated, and its length before. */
  readonly file: Uint8Array
  readonly fileLength: number
  /** What the codes stand for when text is copied or read aloud, deflated. */
  readonly characters: Uint8Array
  /** Widths by code, from the box for missing glyphs. */
  readonly widths: string
}

/** A reader takes no longer list at once. */
const IN_A_LIST = 100

/** Prepares glyphs for a PDF. */
export function embedded({ font, engine }: { font: TrueType; engine: Engine }, glyphs: readonly KnownGlyph[], isKept: boolean): EmbeddedGlyphs {
  const scale = 1000 / engine.unitsPerEm
  const file = subsetOf(
    font,
    glyphs.map(({ glyph }) => glyph),
  )
  return {
    file: deflated(file, isKept),
    fileLength: file.length,
    characters: deflated(Buffer.from(characterMap(glyphs), 'latin1'), isKept),
    widths: [0, ...glyphs.map(({ glyph }) => glyph)].map(glyph => num(advanceOf(font, glyph) * scale)).join(' '),
  }
}

/** How a font looks, for readers that must stand in for it. */
export function descriptorOf(engine: Engine): string {
  const scale = 1000 / engine.unitsPerEm
  const { minX, minY, maxX, maxY } = engine.bbox
  const scaled = (value: number) => num(value * scale)
  // Symbolic, and italic where it is.
  const flags = 4 + (engine.italicAngle === 0 ? 0 : 64)
  const heights = `/Ascent ${scaled(engine.ascent)}/Descent ${scaled(engine.descent)}/CapHeight ${scaled(engine.capHeight || engine.ascent)}/XHeight ${scaled(engine.xHeight || 0)}`
  return `/Flags ${flags}/FontBBox[${[minX, minY, maxX, maxY].map(scaled).join(' ')}]/ItalicAngle ${num(engine.italicAngle)}${heights}/StemV 0`
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
