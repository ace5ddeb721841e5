import type { EmbeddedGlyphs } from './embedded-glyphs.ts'
import type { PdfObjects } from './pdf-objects.ts'
import { num, ref } from './pdf-syntax.ts'
import { codeAt, type KnownGlyph, type Stretch, shownGlyphs } from './text-setting.ts'
import type { ParsedFont } from './typeface.ts'

/** The fonts of one file. */
export type FontBook = {
  /** Operators that show what was set with a font, at a size in points. They leave some font of the file chosen, as `chosen` says. */
  show(font: ParsedFont, stretches: readonly Stretch[], state: { size: number; chosen: string | undefined }): { operators: string; chosen: string | undefined }
  /** Writes the fonts. Returns the entries of the pages’ font resources. */
  close(): string
}

/** The fonts as far as a file uses them: their common part, and other glyphs one by one. */
type Used = {
  readonly font: ParsedFont
  readonly name: string
  isCommonUsed: boolean
  readonly others: Map<number, { readonly code: string; readonly known: KnownGlyph }>
}

/** Starts the fonts of a file. */
export function startFonts(objects: PdfObjects): FontBook {
  const fonts = new Map<ParsedFont, Used>()
  const use = (font: ParsedFont) => {
    const known = fonts.get(font)
    if (known) return known
    const used: Used = { font, name: `F${fonts.size + 1}`, isCommonUsed: false, others: new Map() }
    fonts.set(font, used)
    return used
  }
  const show: FontBook['show'] = (font, stretches, { size, chosen: before }) => {
    const used = use(font)
    let chosen = before
    let operators = ''
    let shown = ''
    const flush = () => {
      if (shown !== '') operators += `[${shown}]TJ\n`
      shown = ''
    }
    for (const stretch of stretches) {
      const isCommon = 'shown' in stretch
      if (isCommon) used.isCommonUsed = true
      const choice = `/${used.name}${isCommon ? '' : 'x'} ${num(size)} Tf`
      if (choice !== chosen) {
        flush()
        operators += `${choice}\n`
        chosen = choice
      }
      const glyphs = isCommon ? stretch.shown : shownGlyphs(stretch.glyphs, glyph => codeIn(used.others, glyph))
      if (stretch.rise === 0) shown += glyphs
      else {
        flush()
        operators += `${num((stretch.rise * size) / 1000)} Ts[${glyphs}]TJ 0 Ts\n`
      }
    }
    flush()
    return { operators, chosen }
  }
  const close = () => {
    let entries = ''
    for (const { font, name, isCommonUsed, others } of fonts.values()) {
      if (isCommonUsed) entries += `/${name} ${ref(writeFont(objects, font, { glyphs: font.common(), tag: tagOf(name, 'C') }))}`
      if (others.size === 0) continue
      const glyphs = font.embed(Array.from(others.values(), ({ known }) => known))
      entries += `/${name}x ${ref(writeFont(objects, font, { glyphs, tag: tagOf(name, 'X') }))}`
    }
    return entries
  }
  return { show, close }
}

/** What no font has shows as the box of code 0. */
function codeIn(others: Used['others'], known: KnownGlyph): string {
  if (known.glyph === 0) return '0000'
  const before = others.get(known.glyph)
  if (before) return before.code
  const code = codeAt(others.size)
  others.set(known.glyph, { code, known })
  return code
}

/** Six letters say that a font is a part of one; parts of one file differ. */
const tagOf = (name: string, part: 'C' | 'X') => `PAPE${String.fromCharCode(64 + Number(name.slice(1)))}${part}`

function writeFont(objects: PdfObjects, font: ParsedFont, { glyphs, tag }: { glyphs: EmbeddedGlyphs; tag: string }): number {
  const name = `/${tag}+${font.name()}`
  const [file, characters, descriptor, descendant, id] = [objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve()]
  objects.putPacked(file, `/Length1 ${glyphs.fileLength}`, glyphs.file)
  objects.putPacked(characters, '', glyphs.characters)
  objects.put(descriptor, `<</Type/FontDescriptor/FontName${name}${font.descriptor()}/FontFile2 ${ref(file)}>>`)
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity'
  objects.put(descendant, `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}${system}/FontDescriptor ${ref(descriptor)}/DW 0/W[0[${glyphs.widths}]]>>`)
  objects.put(id, `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H/DescendantFonts[${ref(descendant)}]/ToUnicode ${ref(characters)}>>`)
  return id
}
