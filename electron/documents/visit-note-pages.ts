import type { NoteOnPaper } from '../../shared/documents/visit-note.ts'
import type { Paper } from './page.ts'
import { drawPlanned, type PlannedPage, planPages } from './page-flow.ts'
import { blocksPart } from './superbill-blocks.ts'
import { LEADS, type Pen } from './visit-note-ink.ts'
import { type NotePart, noteParts, openingParts, repeatHead } from './visit-note-parts.ts'

/** Where a note begins: on its first page, and on those after it. */
export type NoteRoom = { readonly firstTop: number; readonly nextTop: number; readonly heading: Pen['heading'] }

/** Kept free above a part on a page that goes on with a section, so that the side-head may be repeated beside it. */
export type NotePages = { readonly count: number; readonly draw: (index: number) => void }

/** Deals a note out over pages. `draw` draws the body of one of them on the page that is open. */
export function planNote(paper: Paper, note: NoteOnPaper, { firstTop, nextTop, heading }: NoteRoom): NotePages {
  const planned = (lead: number) => {
    const pen: Pen = { paper, isStruck: note.inError !== null, heading, lead }
    const parts: NotePart[] = [...openingParts(pen, note), factsPart(paper, note), ...noteParts(pen, note)]
    return { pen, parts, pages: planPages(parts, { firstTop, nextTop, end: paper.bodyEnd, closing: 0 }) }
  }
  const usual = planned(LEADS.usual)
  const closer = usual.pages.length > 1 ? [planned(LEADS.closer), planned(LEADS.tight)] : []
  const fewest = Math.min(usual.pages.length, ...closer.map(({ pages }) => pages.length))
  const { pen, parts, pages } = [usual, ...closer].find(plan => plan.pages.length === fewest) ?? usual
  return { count: pages.length, draw: index => drawPage(pen, { pages, parts, index, top: nextTop }) }
}

function factsPart(paper: Paper, { facts }: NoteOnPaper): NotePart {
  const part = blocksPart(
    paper,
    facts.map(({ name, value, rows }) => ({ name, value, rows })),
  )
  return { ...part, gap: 6, height: part.height - 4, head: '', startsSection: true }
}

type Planned = { readonly pages: readonly PlannedPage[]; readonly parts: readonly NotePart[]; readonly index: number; readonly top: number }

function drawPage(pen: Pen, { pages, parts, index, top }: Planned): void {
  const page = pages[index]
  if (!page) return
  const first = parts[index === 0 ? 0 : (pages[index - 1]?.done ?? 0)]
  if (index > 0 && first && !first.startsSection) repeatHead(pen, first.head, top)
  drawPlanned(page)
}
