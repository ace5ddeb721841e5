import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Words on a page: their left end and baseline in points from its upper left corner, their size, and the cut of the font. */
export type PlacedWords = { readonly text: string; readonly x: number; readonly y: number; readonly size: number; readonly cut: 'Regular' | 'Semibold' | 'It' }

/** What stands where on the pages of a PDF, so that others can be asked to print the same. */
export async function placedWords(pdf: Uint8Array): Promise<PlacedWords[][]> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false })
  const document = await loading.promise
  const pages: PlacedWords[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { height } = page.getViewport({ scale: 1 })
    // Loads the fonts, whose names say the cut.
    await page.getOperatorList()
    const { items } = await page.getTextContent({ disableNormalization: true })
    pages.push(
      items.flatMap(item => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [size = 0, , , , x = 0, y = 0] = item.transform
        return [{ text: item.str, x, y: height - y, size, cut: cutOf(page.commonObjs.get(item.fontName)) }]
      }),
    )
  }
  await loading.destroy()
  return pages
}

function cutOf(font: unknown): PlacedWords['cut'] {
  const name: unknown = typeof font === 'object' && font !== null ? Reflect.get(font, 'name') : undefined
  return (['Semibold', 'It'] as const).find(cut => String(name).endsWith(`-${cut}`)) ?? 'Regular'
}

/** All letters of a PDF, sorted: what must be equal whoever prints it, however it is cut into pieces. */
export const lettersOf = (pages: readonly (readonly PlacedWords[])[]): string =>
  Array.from(
    pages
      .flat()
      .map(({ text }) => text)
      .join('')
      .normalize('NFKC')
      .replace(/\s+/g, ''),
  )
    .toSorted()
    .join('')
