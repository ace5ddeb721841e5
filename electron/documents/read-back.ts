import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** For tests: a printed paper as a reader sees it. */
export type ReadBack = {
  readonly title: string
  readonly language: string | null
  /** The words of each page in the order of reading, white space as single spaces. */
  readonly pages: readonly string[]
  /** All pages. */
  readonly text: string
  /** Names of the structure's elements in the order of reading, such as `H1`, `P`, `TD`. */
  readonly tags: readonly string[]
  /** What figures say to people who cannot see them. */
  readonly alts: readonly string[]
}

/** For tests: reads a PDF back with an independent reader. */
export async function readBack(pdf: Uint8Array): Promise<ReadBack> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false })
  const document = await loading.promise
  const info = (await document.getMetadata()).info
  const pages: string[] = []
  const elements: Element[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ disableNormalization: true })
    const words = content.items.map(item => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    pages.push(words.join('').replace(/\s+/g, ' ').trim())
    elements.push(...elementsOf(await page.getStructTree()))
  }
  await loading.destroy()
  return {
    title: textIn(info, 'Title'),
    language: textIn(info, 'Language'),
    pages,
    text: pages.join(' '),
    tags: elements.map(({ role }) => role),
    alts: elements.flatMap(({ alt }) => (alt ? [alt] : [])),
  }
}

/** For tests: how often a paper prints the box that stands for a missing glyph. */
export function missingGlyphsIn(pdf: Uint8Array): number {
  const file = Buffer.from(pdf)
  let missing = 0
  for (let from = file.indexOf('stream\n'); from >= 0; from = file.indexOf('stream\n', file.indexOf('endstream', from) + 10)) {
    const content = unpacked(file.subarray(from + 7, file.indexOf('\nendstream', from)))
    if (!content.includes(' Tf')) continue
    for (const [, codes = ''] of content.matchAll(/<([0-9a-f]+)>/g)) missing += (codes.match(/.{4}/g) ?? []).filter(code => code === '0000').length
  }
  return missing
}

type Element = { readonly role: string; readonly alt: string | undefined }

function elementsOf(node: unknown): Element[] {
  if (typeof node !== 'object' || node === null) return []
  const children = 'children' in node && Array.isArray(node.children) ? node.children.flatMap(elementsOf) : []
  if (!('role' in node) || typeof node.role !== 'string' || node.role === 'Root') return children
  return [{ role: node.role, alt: 'alt' in node && typeof node.alt === 'string' ? node.alt : undefined }, ...children]
}

const textIn = (info: object, key: string): string => {
  const value: unknown = Reflect.get(info, key)
  return typeof value === 'string' ? value : ''
}

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return ''
  }
}
