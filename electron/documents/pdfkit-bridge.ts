import type { Engine } from './text-setting.ts'

type Documents = typeof import('pdfkit')

let documents: Documents | undefined

/** pdfkit is loaded with the first paper, never at start: it costs a tenth of a second. */
export async function loadPdfkit(): Promise<void> {
  documents ??= (await import('pdfkit')).default
}

function pdfkit(): Documents {
  if (!documents) throw new Error('Load pdfkit before drawing.')
  return documents
}

/** The parser inside pdfkit, which it keeps to itself: hence the look inside. Throws when the file is no font. */
export function parserOf(font: Buffer): Engine {
  const Documents = pdfkit()
  const scratch = new Documents({ autoFirstPage: false, font: '' }).font(font)
  return Reflect.get(Reflect.get(scratch, '_font'), 'font')
}

/**
 * A tagged document without pages that hands every piece it writes to `take` instead of streaming it, uncompressed. `font: ''` keeps pdfkit from loading a
 * standard font, which would not be embedded.
 */
export function newDocument(info: object, take: (piece: string | Uint8Array) => void): PDFKit.PDFDocument {
  const Documents = pdfkit()
  const options = { autoFirstPage: false, font: '', pdfVersion: '1.7', tagged: true, displayTitle: true, lang: 'en-US', compress: false } as const
  const pdf = new Documents({ ...options, info })
  Reflect.set(pdf, '_write', take)
  pdf.on('pageAdded', () => gatherContent(pdf.page))
  return pdf
}

/** pdfkit turns each operator of a page into bytes letter by letter; here they are kept as words until the page ends. */
function gatherContent({ content }: PDFKit.PDFPage): void {
  const write = content.write.bind(content)
  const end = content.end.bind(content)
  let operators = ''
  Reflect.set(content, 'write', (operator: string) => {
    operators += `${operator}\n`
  })
  Reflect.set(content, 'end', () => {
    write(Buffer.from(operators, 'latin1'))
    end(undefined)
  })
}

/** Reads a PNG or JPEG for a document. Throws when it is neither. */
export function openPicture(pdf: PDFKit.PDFDocument, bytes: Buffer): string {
  return Reflect.apply(Reflect.get(pdf, 'openImage'), pdf, [bytes])
}
