import type { PaperSize } from '../../shared/documents/letterhead.ts'
import type { Fonts } from './fonts.ts'
import { packed } from './page-packing.ts'
import { closePdf, openPdf, type Pdf } from './pdfkit-bridge.ts'

/** Left edge of everything, in points. */
export const LEFT = 43.2
/** Values beside labels, and the address in the window of the envelope. */
export const VALUE = 88
/** The right block's labels and values on Letter; A4 moves them with `at`. */
export const RIGHT_BLOCK = 401.6
export const RIGHT_VALUE = 446.4
const LETTER = { width: 612, height: 792, right: 568.8, bodyEnd: 732, footer: 748 } as const
const A4 = { width: 595.28, height: 841.89 } as const

/** Where a new paper is drawn, the size it is for, and the moment it is made at. */
export type PrintOptions = {
  readonly paperSize: PaperSize
  /** Goes into the file as its creation date: same content and moment, same bytes. */
  readonly createdAt: Date
  readonly fonts: Fonts
  /** The file of many papers it is put into; a file of its own if not told. */
  readonly into?: PaperFile
}

/** A file of many papers in the making. */
export type PaperFile = {
  readonly pdf: Pdf
  readonly root: Structure
  /** The finished file. */
  readonly close: () => Promise<Uint8Array>
}

/** An element of the structure that screen readers follow. */
export type Structure = ReturnType<Pdf['struct']>

/** A paper in the making: the file, its grid in points (y grows downwards), and the root of its reading order. */
export type Paper = {
  readonly pdf: Pdf
  readonly fonts: Fonts
  readonly root: Structure
  readonly width: number
  readonly height: number
  /** Right edge of the text area. */
  readonly right: number
  /** Nothing of the body stands below. */
  readonly bodyEnd: number
  /** Baseline of the footer. */
  readonly footer: number
  /** Moves a horizontal place of the Letter grid to this paper's width. */
  readonly at: (letterX: number) => number
  readonly into?: PaperFile
}

/** Begins a file that many papers are put into, one after the other. */
export async function beginTogether(title: string, { fonts, createdAt }: PrintOptions): Promise<PaperFile> {
  const pdf = await openFile({ title, author: undefined, createdAt, fonts })
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const close = async () => {
    root.end()
    return packed(await closePdf(pdf))
  }
  return { pdf, root, close }
}

/** Starts a paper without a page: a file of its own, or a part of a file of many, with a bookmark. */
export async function newPaper(title: string, author: string, { paperSize, createdAt, fonts, into }: PrintOptions): Promise<Paper> {
  const sheet = paperSize === 'a4' ? A4 : LETTER
  const pdf = into?.pdf ?? (await openFile({ title, author, createdAt, fonts }))
  const root = pdf.struct(into ? 'Part' : 'Document')
  if (into) into.root.add(root)
  else pdf.addStructure(root)
  const right = sheet.width - LEFT
  const stretch = (right - LEFT) / (LETTER.right - LEFT)
  const deeper = sheet.height - LETTER.height
  return {
    pdf,
    fonts,
    root,
    width: sheet.width,
    height: sheet.height,
    right,
    bodyEnd: LETTER.bodyEnd + deeper,
    footer: LETTER.footer + deeper,
    at: letterX => LEFT + (letterX - LEFT) * stretch,
    ...(into && { into }),
  }
}
type FileStart = { readonly title: string; readonly author: string | undefined } & Pick<PrintOptions, 'createdAt' | 'fonts'>

async function openFile({ title, author, createdAt, fonts }: FileStart): Promise<Pdf> {
  const info = {
    Title: title,
    ...(author !== undefined && { Author: author }),
    Creator: 'Myodesk',
    Producer: 'pdfkit',
    CreationDate: createdAt,
    ModDate: createdAt,
  }
  const pdf = await openPdf({ margin: 0, info })
  for (const [face, font] of Object.entries(fonts)) pdf.registerFont(face, font.source)
  return pdf
}

/** Turns to a new page. */
export function addPage({ pdf, width, height }: Paper): void {
  pdf.addPage({ size: [width, height], margin: 0 })
}

/** The finished file; nothing yet for a paper in a file of many. */
export async function finish({ pdf, root, into }: Paper): Promise<Uint8Array> {
  root.end()
  return into ? new Uint8Array() : packed(await closePdf(pdf))
}
