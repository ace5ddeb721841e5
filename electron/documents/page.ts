import type { PaperSize } from '../../shared/documents/letterhead.ts'
import type { Fonts } from './fonts.ts'
import { openPdf, type Pdf, type Structure } from './pdf.ts'
import { loadPdfkit } from './pdfkit-bridge.ts'

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

/** A file of many papers in the making, and the bookmark that the next page will bear. `onPage` is told of every page that begins. */
export type PaperFile = { readonly pdf: Pdf; next: string | undefined; readonly onPage?: (paper: Paper) => void }

export type { Structure } from './pdf.ts'

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
  readonly into: PaperFile | undefined
}

/** Begins a file that many papers are put into, one after the other. */
export async function beginTogether(title: string, createdAt: Date): Promise<PaperFile> {
  await loadPdfkit()
  return { pdf: openPdf({ title, author: undefined, createdAt }), next: undefined }
}

/** The finished file of many papers. */
export const finishTogether = ({ pdf }: PaperFile): Promise<Uint8Array> => pdf.close()

/** Starts a paper without a page: a file of its own, or a part of a file of many, with a bookmark. */
export async function newPaper(title: string, author: string, { paperSize, createdAt, fonts, into }: PrintOptions): Promise<Paper> {
  const sheet = paperSize === 'a4' ? A4 : LETTER
  const pdf = into?.pdf ?? openPdf({ title, author, createdAt })
  const root = into ? pdf.struct('Part') : pdf.root
  if (into) {
    into.next = title
    pdf.root.add(root)
  }
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
    into,
  }
}

/** Turns to a new page. */
export function addPage(paper: Paper): void {
  const { pdf, width, height, into } = paper
  pdf.addPage({ size: [width, height], margin: 0 })
  into?.onPage?.(paper)
  if (into?.next === undefined) return
  pdf.outline.addItem(into.next)
  into.next = undefined
}

/** The finished file; nothing yet for a paper in a file of many. */
export async function finish({ pdf, root, into }: Paper): Promise<Uint8Array> {
  if (!into) return pdf.close()
  root.end()
  return new Uint8Array()
}
