import { startFile } from './pdf-file.ts'
import { type Shown, type ShownAt, startFonts } from './pdf-fonts.ts'
import { newDocument } from './pdfkit-bridge.ts'

/** An element of the structure that screen readers follow. */
export type Structure = ReturnType<PDFKit.PDFDocument['struct']>

/** A tagged PDF in the making: pdfkit’s graphics, pictures and structure, with words shown our way. */
export type Pdf = PDFKit.PDFDocument & {
  /** The root of the structure. */
  readonly root: Structure
  /** Shows words on one line, and a space after them that is not seen where one is told. */
  show(text: string, shown: Shown, at: ShownAt): void
  /** The finished file. */
  close(): Promise<Uint8Array>
}

/** What a file says about itself. Same content and moment of creation, same bytes. */
export type FileFacts = { readonly title: string; readonly author: string | undefined; readonly createdAt: Date }

const MAKER = 'Myodesk'

/** Opens a tagged file without pages. The fonts must be loaded before, and pdfkit with them. */
export function openPdf({ title, author, createdAt }: FileFacts): Pdf {
  const file = startFile()
  const info = { Title: title, ...(author !== undefined && { Author: author }), Creator: MAKER, Producer: MAKER, CreationDate: createdAt, ModDate: createdAt }
  const pdf = newDocument(info, file.take)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const fonts = startFonts(pdf)
  const close = () =>
    new Promise<Uint8Array>((resolve, reject) => {
      pdf.on('error', reject)
      pdf.on('end', () => resolve(file.whole()))
      pdf.resume()
      root.end()
      fonts.close()
      pdf.end()
    })
  return Object.assign(pdf, { root, show: fonts.show, close })
}
