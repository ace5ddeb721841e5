import { readFile } from 'node:fs/promises'

/** A PDF in the making. */
export type Pdf = PDFKit.PDFDocument

/** A font file parsed once and shared by every paper of the process. */
export type ParsedFont = {
  /** What pdfkit takes in place of a font file. */
  readonly source: string
  /** Whether it can draw a character. */
  readonly has: (codePoint: number) => boolean
  /** Drops what earlier papers left in its glyph cache: the same input must give the same bytes whatever was printed before. */
  readonly forget: () => void
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
  return {
    source,
    has: codePoint => source.hasGlyphForCodePoint(codePoint),
    forget: () => void Reflect.set(source, '_glyphs', {}),
  }
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
