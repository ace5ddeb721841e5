import type { PdfObjects } from './pdf-objects.ts'
import { ref, textString } from './pdf-syntax.ts'

/** A page as the structure sees it: its object, and which element each of its marked pieces belongs to. */
export type MarkedPage = { readonly id: number; readonly key: number; readonly owners: (Structure | undefined)[] }

/** A marked piece of a page. */
export type Marked = { readonly page: MarkedPage; readonly number: number }

/** What screen readers are told beyond the element's name. */
export type StructureOptions = {
  /** Says in words what a figure shows. */
  readonly alt?: string
  /** A head cell speaks for its column or its row. */
  readonly scope?: 'Column' | 'Row'
}

/** An element of the structure that screen readers follow. */
export type Structure = {
  readonly type: string
  readonly options: StructureOptions
  readonly children: (Structure | Marked)[]
  add(child: Structure | Marked): void
  /** The number of its object, once it is written. */
  id: number
}

const isMarked = (child: Structure | Marked): child is Marked => 'page' in child

/** A new element, in nothing yet. */
export function newStructure(type: string, options: StructureOptions = {}): Structure {
  const children: (Structure | Marked)[] = []
  const add = (child: Structure | Marked) => {
    children.push(child)
    if (isMarked(child)) child.page.owners[child.number] = element
  }
  const element: Structure = { type, options, children, add, id: 0 }
  return element
}

/** Writes an element with all in it that is not written yet. Returns its object: a new one, unless it was given a number before. */
export function writeStructure(objects: PdfObjects, element: Structure, parent: number): number {
  const id = element.id || objects.reserve()
  element.id = id
  let page: number | undefined
  let kids = ''
  // What is written is forgotten: a file of many papers has as many cells as words.
  for (const child of element.children.splice(0)) {
    if (!isMarked(child)) {
      kids += ` ${ref(child.id || writeStructure(objects, child, id))}`
      continue
    }
    page ??= child.page.id
    kids += page === child.page.id ? ` ${child.number}` : ` <</Type/MCR/Pg ${ref(child.page.id)}/MCID ${child.number}>>`
  }
  const { alt, scope } = element.options
  const said = `${alt === undefined ? '' : `/Alt${textString(alt)}`}${scope === undefined ? '' : `/A<</O/Table/Scope/${scope}>>`}`
  objects.put(id, `<</S/${element.type}/P ${ref(parent)}${page === undefined ? '' : `/Pg ${ref(page)}`}${said}/K[${kids.slice(1)}]>>`)
  return id
}

/** Writes which element each marked piece of a page belongs to. Returns the object. */
export function writeOwners(objects: PdfObjects, owners: MarkedPage['owners']): number {
  const id = objects.reserve()
  objects.put(id, `[${owners.map(owner => (owner?.id ? ref(owner.id) : 'null')).join(' ')}]`)
  return id
}
