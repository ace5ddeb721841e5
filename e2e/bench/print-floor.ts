import type { PlacedWords } from './placed-words.ts'

const STANDARD = { Regular: 'Helvetica', Semibold: 'Helvetica-Bold', It: 'Helvetica-Oblique' } as const

/** The same words at the same places by pdfkit alone, with the fonts every reader has: not embedded, not tagged. The least a drawing library takes. */
export async function printFloor(pages: readonly (readonly PlacedWords[])[]): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit')
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>(resolve => pdf.on('end', () => resolve()))
  for (const page of pages) {
    pdf.addPage({ size: 'letter', margin: 0 })
    for (const { text, x, y, size, cut } of page) pdf.font(STANDARD[cut]).fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
  }
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
