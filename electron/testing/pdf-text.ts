import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** All text of a PDF in reading order, pieces joined by single spaces: for tests that compare papers with data. Throws without a PDF. */
export async function pdfText(bytes: Uint8Array | undefined): Promise<string> {
  if (!bytes) throw new Error('There is no PDF.')
  const pdf = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent()
      return items.map(item => ('str' in item ? item.str : '')).join(' ')
    }),
  )
  await pdf.loadingTask.destroy()
  return pages.join(' ').replace(/\s+/g, ' ')
}
