import type { Paper, Structure } from './page.ts'

/** Groups what follows under one element of the structure, such as a section or a table row. */
export function group({ pdf }: Paper, parent: Structure, type: 'Sect' | 'Table' | 'TR' | 'L'): Structure {
  const element = pdf.struct(type)
  parent.add(element)
  return element
}

/** What screen readers are told beyond the element's name. */
export type TagOptions = {
  /** Says in words what a figure shows. */
  readonly alt?: string
  /** A head cell speaks for its column or its row. */
  readonly scope?: 'Column' | 'Row'
}

/** Draws something as one element of the reading order: a heading, a paragraph, a cell, a figure. */
export function tagged({ pdf }: Paper, parent: Structure, type: string, draw: () => void, options: TagOptions = {}): void {
  const element = pdf.struct(type, options)
  const content = pdf.markStructureContent(type)
  draw()
  pdf.endMarkedContent()
  element.add(content)
  parent.add(element)
}

/** Draws something that is no content: rules, fold ticks, repeated heads, footers. Screen readers skip it. */
export function artifact({ pdf }: Paper, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type })
  draw()
  pdf.endMarkedContent()
}
