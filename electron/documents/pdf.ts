import { type Bookmark, type FileFacts, writeBookmarks, writeInfo, writeMetadata } from './pdf-facts.ts'
import { type FontBook, startFonts } from './pdf-fonts.ts'
import { type Graphics, graphicsWith, type Ink, type InkState, setColor } from './pdf-graphics.ts'
import { type PdfObjects, startObjects } from './pdf-objects.ts'
import { type Picture, placeOf, writePicture } from './pdf-pictures.ts'
import { type Marked, type MarkedPage, newStructure, type Structure, type StructureOptions, writeOwners, writeStructure } from './pdf-structure.ts'
import { num, ref } from './pdf-syntax.ts'
import type { ParsedFont } from './typeface.ts'

/** How words are shown: the font, the size and the room after each letter in points, and the color as `#rrggbb`. */
export type Shown = { readonly font: ParsedFont; readonly size: number; readonly tracking: number; readonly color: string }

/** Where words begin; `y` is the baseline. */
export type ShownAt = { readonly x: number; readonly y: number; readonly endsInSpace: boolean }

/** A tagged PDF in the making: graphics on its present page, words, pictures, and the structure that screen readers follow. */
export type Pdf = Graphics & {
  /** The root of the structure. */
  readonly root: Structure
  /** Turns to a new page of this size in points. Returns its object. */
  addPage(size: PageSize): number
  /** Shows words on one line, and a space after them that is not seen where one is told. */
  show(text: string, shown: Shown, at: ShownAt): void
  /** Draws a picture as large as fits into a box, from the upper left corner. */
  image(picture: Picture, x: number, y: number, options: { readonly fit: readonly [width: number, height: number] }): void
  /** A new element of the structure, in nothing yet. */
  struct(type: string, options?: StructureOptions): Structure
  /** Starts a piece of the page that belongs to an element, to which it must be added. */
  markStructureContent(type: string): Marked
  /** Starts a piece that screen readers skip. */
  markContent(type: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): void
  endMarkedContent(): void
  /** Writes a finished part of the structure and the pages so far, and forgets them. The part has to be in the root. */
  settle(part: Structure): void
  /** The finished file. */
  close(bookmarks: readonly Bookmark[]): Uint8Array
}

type PageSize = { readonly width: number; readonly height: number }
type Page = MarkedPage & { readonly size: PageSize; readonly content: string[]; state: InkState; readonly saved: InkState[] }

/** The file, its pages so far and what is on all of them. */
type File = {
  readonly objects: PdfObjects
  readonly fonts: FontBook
  readonly pages: number[]
  readonly owners: number[]
  readonly pictures: Map<Picture, string>
  readonly catalog: { readonly pages: number; readonly resources: number; readonly structure: number }
  unsettled: Page[]
  page: Page | undefined
}

const UNKNOWN: InkState = { fill: undefined, stroke: undefined, tracking: undefined, font: undefined }

/** Opens a file without pages. */
export function openPdf(facts: FileFacts): Pdf {
  const objects = startObjects()
  const file: File = {
    objects,
    fonts: startFonts(objects),
    pages: [],
    owners: [],
    pictures: new Map(),
    catalog: { pages: objects.reserve(), resources: objects.reserve(), structure: objects.reserve() },
    unsettled: [],
    page: undefined,
  }
  const ink = inkOf(file)
  const root = newStructure('Document')
  root.id = objects.reserve()
  return Object.assign(graphicsWith(ink), {
    root,
    addPage: (size: PageSize) => startPage(file, size),
    show: (text: string, shown: Shown, at: ShownAt) => show(file, ink, { text, shown, at }),
    image: (picture: Picture, x: number, y: number, { fit }: { readonly fit: readonly [width: number, height: number] }) =>
      ink.write(`q\n${placeOf(picture, { x, y, fit })} cm /${pictureName(file, picture)} Do\nQ`),
    struct: newStructure,
    markStructureContent: (type: string) => {
      const page = pageOf(file)
      const marked: Marked = { page, number: page.owners.push(undefined) - 1 }
      ink.write(`/${type}<</MCID ${marked.number}>>BDC`)
      return marked
    },
    markContent: (type: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }) => ink.write(`/${type}<</Type/${options.type}>>BDC`),
    endMarkedContent: () => ink.write('EMC'),
    settle: (part: Structure) => {
      writeStructure(objects, part, root.id)
      settlePages(file)
    },
    close: (bookmarks: readonly Bookmark[]) => closeFile(file, root, { facts, bookmarks }),
  })
}

function pageOf({ page }: File): Page {
  if (!page) throw new Error('The paper has no page yet.')
  return page
}

function inkOf(file: File): Ink {
  return {
    write: operators => {
      pageOf(file).content.push(operators)
    },
    state: () => pageOf(file).state,
    save: () => {
      const page = pageOf(file)
      page.saved.push({ ...page.state })
    },
    restore: () => {
      const page = pageOf(file)
      page.state = page.saved.pop() ?? { ...UNKNOWN }
    },
  }
}

function startPage(file: File, size: PageSize): number {
  file.page = { id: file.objects.reserve(), key: file.pages.length, owners: [], size, content: [], state: { ...UNKNOWN }, saved: [] }
  file.pages.push(file.page.id)
  file.unsettled.push(file.page)
  // From here on y grows downwards.
  file.page.content.push(`1 0 0 -1 0 ${num(size.height)} cm`)
  return file.page.id
}

function show(file: File, ink: Ink, { text, shown, at }: { text: string; shown: Shown; at: ShownAt }): void {
  const { font, size, tracking, color } = shown
  const state = ink.state()
  setColor(ink, 'fill', color)
  const spaced = state.tracking === tracking ? '' : `${num(tracking)} Tc\n`
  state.tracking = tracking
  const stretches = at.endsInSpace ? [...font.set(text).stretches, ...font.set(' ').stretches] : font.set(text).stretches
  const { operators, chosen } = file.fonts.show(font, stretches, { size, chosen: state.font })
  state.font = chosen
  ink.write(`BT\n${spaced}1 0 0 -1 ${num(at.x)} ${num(at.y)} Tm\n${operators}ET`)
}

function pictureName({ pictures, objects }: File, picture: Picture): string {
  const known = pictures.get(picture)
  if (known) return known.slice(1, known.indexOf(' '))
  const name = `I${pictures.size + 1}`
  pictures.set(picture, `/${name} ${ref(writePicture(objects, picture))}`)
  return name
}

/** Writes the pages so far. What is on them must have its place in the structure written. */
function settlePages(file: File): void {
  const { objects, catalog } = file
  for (const { id, key, owners, size, content } of file.unsettled) {
    const stream = objects.reserve()
    objects.putStream(stream, '', Buffer.from(content.join('\n'), 'latin1'))
    const box = `/MediaBox[0 0 ${num(size.width)} ${num(size.height)}]/Resources ${ref(catalog.resources)}`
    objects.put(id, `<</Type/Page/Parent ${ref(catalog.pages)}${box}/Contents ${ref(stream)}/StructParents ${key}/Tabs/S>>`)
    file.owners.push(writeOwners(objects, owners))
  }
  file.unsettled = []
}

function closeFile(file: File, root: Structure, { facts, bookmarks }: { facts: FileFacts; bookmarks: readonly Bookmark[] }): Uint8Array {
  const { objects, catalog, pages, owners } = file
  writeStructure(objects, root, catalog.structure)
  settlePages(file)
  const keys = owners.map((id, key) => `${key} ${ref(id)}`).join(' ')
  objects.put(catalog.structure, `<</Type/StructTreeRoot/K[${ref(root.id)}]/ParentTree<</Nums[${keys}]>>/ParentTreeNextKey ${owners.length}>>`)
  objects.put(
    catalog.resources,
    `<</ProcSet[/PDF/Text/ImageB/ImageC/ImageI]/Font<<${file.fonts.close()}>>/XObject<<${[...file.pictures.values()].join('')}>>>>`,
  )
  objects.put(catalog.pages, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(ref).join(' ')}]>>`)
  const info = writeInfo(objects, facts)
  const metadata = writeMetadata(objects, facts)
  const shown = `${writeBookmarks(objects, bookmarks)}/ViewerPreferences<</DisplayDocTitle true>>/Lang(en-US)`
  const id = objects.reserve()
  const tagged = `/MarkInfo<</Marked true>>/StructTreeRoot ${ref(catalog.structure)}`
  objects.put(id, `<</Type/Catalog/Pages ${ref(catalog.pages)}${tagged}/Metadata ${ref(metadata)}${shown}>>`)
  return objects.close({ root: id, info })
}
