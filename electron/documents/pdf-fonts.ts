import type { EmbeddedGlyphs } from './embedded-glyphs.ts'
import { num } from './pdf-syntax.ts'
import { codeAt, type KnownGlyph, shownGlyphs } from './text-setting.ts'
import type { ParsedFont } from './typeface.ts'

/** How words are shown: the font, the size and the room after each letter in points, and the color as `#rrggbb`. */
export type Shown = { readonly font: ParsedFont; readonly size: number; readonly tracking: number; readonly color: string }

/** Where words begin; `y` is the baseline. */
export type ShownAt = { readonly x: number; readonly y: number; readonly endsInSpace: boolean }

/** The fonts of one file. */
export type FontBook = {
  /** Shows text on the present page, and a space after it that is not seen where one is told. */
  show(text: string, shown: Shown, at: ShownAt): void
  /** Writes the fonts that were used. */
  close(): void
}

type Part = 'common' | 'others'
/** A font as far as a file uses it: its common part, and other glyphs one by one. */
type Used = {
  readonly font: ParsedFont
  readonly name: string
  readonly refs: Partial<Record<Part, PDFKit.PDFKitReference>>
  readonly others: Map<number, Other>
}
type Other = { readonly code: string; readonly known: KnownGlyph }

/**
 * Starts the fonts of a file. pdfkit would cut and compress a new part of every font for every paper, which is most of its time: here the common part is
 * prepared once for all papers, and only letters outside of it are embedded paper by paper.
 */
export function startFonts(pdf: PDFKit.PDFDocument): FontBook {
  const fonts = new Map<ParsedFont, Used>()
  const use = (font: ParsedFont) => {
    const known = fonts.get(font)
    if (known) return known
    const used: Used = { font, name: `F${fonts.size + 1}`, refs: {}, others: new Map() }
    fonts.set(font, used)
    return used
  }
  const onPage = (used: Used, part: Part) => {
    const name = part === 'common' ? used.name : `${used.name}x`
    used.refs[part] ??= pdf.ref({ Type: 'Font' })
    pageFonts(pdf)[name] = used.refs[part]
    return name
  }
  const show: FontBook['show'] = (text, { font, size, tracking, color }, { x, y, endsInSpace }) => {
    const used = use(font)
    let operators = ''
    const stretches = endsInSpace ? [...font.set(text).stretches, ...font.set(' ').stretches] : font.set(text).stretches
    let chosen = ''
    let shown = ''
    const flush = () => {
      if (shown !== '') operators += `[${shown}]TJ\n`
      shown = ''
    }
    for (const stretch of stretches) {
      const isCommon = 'shown' in stretch
      const name = onPage(used, isCommon ? 'common' : 'others')
      if (name !== chosen) {
        flush()
        operators += `/${name} ${num(size)} Tf\n`
        chosen = name
      }
      const glyphs = isCommon ? stretch.shown : shownGlyphs(stretch.glyphs, glyph => codeIn(used.others, glyph))
      if (stretch.rise === 0) shown += glyphs
      else {
        flush()
        operators += `${num((stretch.rise * size) / 1000)} Ts[${glyphs}]TJ 0 Ts\n`
      }
    }
    flush()
    pdf.addContent(`BT\n${inkOf(color)} ${num(tracking)} Tc 1 0 0 -1 ${num(x)} ${num(y)} Tm\n${operators}ET`)
  }
  const close = () => {
    for (const used of fonts.values()) for (const part of ['common', 'others'] as const) writeFont(pdf, used, part)
  }
  return { show, close }
}

/** The fonts a page names. pdfkit keeps them with the page, untyped. */
const pageFonts = (pdf: PDFKit.PDFDocument): Record<string, unknown> => Reflect.get(pdf.page, 'fonts')

/** Equal parts are written as gray, which printers take for pure black ink. */
function inkOf(color: string): string {
  const parts = [1, 3, 5].map(at => num(Number.parseInt(color.slice(at, at + 2), 16) / 255))
  return new Set(parts).size === 1 ? `${parts[0]} g` : `${parts.join(' ')} rg`
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

function writeFont(pdf: PDFKit.PDFDocument, { font, name, refs, others }: Used, part: Part): void {
  const id = refs[part]
  if (!id) return
  const glyphs = part === 'common' ? font.common() : font.embed(Array.from(others.values(), ({ known }) => known))
  // Six letters say that a font is a part of one; parts of one file differ.
  const called = `PAPE${String.fromCharCode(64 + Number(name.slice(1)))}${part === 'common' ? 'C' : 'X'}+${font.name()}`
  const descriptor = written(pdf, { Type: 'FontDescriptor', FontName: called, ...font.descriptor(), FontFile2: packedStream(pdf, glyphs, 'file') })
  const descendant = written(pdf, {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: called,
    // pdfkit writes String objects as strings, and plain ones as names.
    CIDSystemInfo: { Registry: Object('Adobe'), Ordering: Object('Identity'), Supplement: 0 },
    CIDToGIDMap: 'Identity',
    FontDescriptor: descriptor,
    DW: 0,
    W: [0, glyphs.widths],
  })
  const entries = {
    Subtype: 'Type0',
    BaseFont: called,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: packedStream(pdf, glyphs, 'characters'),
  }
  Object.assign(Reflect.get(id, 'data'), entries)
  id.end(undefined)
}

function written(pdf: PDFKit.PDFDocument, entries: object, stream?: Uint8Array): PDFKit.PDFKitReference {
  const object = pdf.ref(entries)
  object.end(stream && Buffer.from(stream))
  return object
}

function packedStream(pdf: PDFKit.PDFDocument, glyphs: EmbeddedGlyphs, which: 'file' | 'characters'): PDFKit.PDFKitReference {
  return written(pdf, { Filter: 'FlateDecode', ...(which === 'file' && { Length1: glyphs.fileLength }) }, glyphs[which])
}
