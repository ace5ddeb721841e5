import { readFile } from 'node:fs/promises'

/** A PDF in the making. */
export type Pdf = PDFKit.PDFDocument

/** A font file parsed once and shared by every paper of the process. */
export type ParsedFont = {
  /** What pdfkit takes in place of a font file. */
  readonly source: string
  /** Whether it can draw a character. */
  readonly has: (codePoint: number) => boolean
}

/** pdfkit is loaded with the first paper, never at start: it costs a tenth of a second. */
const loadPdfkit = async () => (await import('pdfkit')).default

/** Opens an empty tagged document. `font: ''` keeps pdfkit from loading a standard font, which would not be embedded. */
export async function openPdf(options: PDFKit.PDFDocumentOptions): Promise<Pdf> {
  const PDFDocument = await loadPdfkit()
  return new PDFDocument({ ...options, autoFirstPage: false, font: '', pdfVersion: '1.7', tagged: true, displayTitle: true, lang: 'en-US' })
}

/** Parses a TrueType file with pdfkit's own parser, which it keeps to itself: hence the look inside. Throws when the file is no font. */
export async function parseFont(file: string): Promise<ParsedFont> {
  const PDFDocument = await loadPdfkit()
  const scratch = new PDFDocument({ autoFirstPage: false, font: '' }).font(await readFile(file))
  const source = Reflect.get(Reflect.get(scratch, '_font'), 'font')
  rememberLayouts(source)
  return { source, has: codePoint => source.hasGlyphForCodePoint(codePoint) }
}

type Place = { readonly xAdvance: number }
type Layout = { readonly glyphs: readonly object[]; readonly positions: readonly Place[] }

const MOST_LAYOUTS = 8000

/**
 * Keeps the glyphs and places of words already set: kerning them is most of the work, and papers repeat themselves. The parser's own glyph cache is dropped
 * before each word, since it would answer by what was printed before, and the same input must give the same bytes. pdfkit rescales the places to its own unit
 * and only then asks for the width: hence the copies, and the width as a getter.
 */
function rememberLayouts(source: object): void {
  const layOut: (text: string, features: unknown) => Layout = Reflect.get(source, 'layout').bind(source)
  const known = new Map<string, Layout>()
  const remembered = (text: string, features: unknown): Layout => {
    const before = known.get(text)
    if (before) return before
    if (known.size >= MOST_LAYOUTS) known.clear()
    Reflect.set(source, '_glyphs', {})
    const { glyphs, positions } = layOut(text, features)
    known.set(text, { glyphs, positions })
    return { glyphs, positions }
  }
  const layout = (text: string, features: unknown) => {
    const { glyphs, positions: kept } = remembered(text, features)
    const positions = kept.map(place => ({ ...place }))
    return {
      glyphs,
      positions,
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
      },
    }
  }
  Reflect.set(source, 'layout', layout)
}

/** Reads a PNG or JPEG for a document. Throws when it is neither. */
export function openPicture(pdf: Pdf, bytes: Buffer): string {
  return Reflect.apply(Reflect.get(pdf, 'openImage'), pdf, [bytes])
}

/** Ends a document and collects its bytes. */
export function closePdf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('error', reject)
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.end()
  })
}
