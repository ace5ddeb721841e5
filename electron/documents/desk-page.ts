import type { Letterhead } from '../../shared/documents/letterhead.ts'
import { drawContinuedHead, drawLetterhead, drawTitle, type Row } from './letterhead.ts'
import { addPage, finish, type Paper } from './page.ts'
import { drawPlanned, type Part, planPages } from './page-flow.ts'
import { drawNoteFooter } from './visit-note-pdf.ts'

/** A paper of the front desk: its title and facts in the right block, its parts, and what the footer says. */
export type DeskPaper = {
  readonly letterhead: Letterhead
  readonly title: string
  readonly rows: readonly Row[]
  readonly parts: readonly Part[]
  /** Stands at the foot of every page, left of the page number. */
  readonly footer: string
}

const FIRST_TOP = 128
const NEXT_TOP = 96
/** Labels of a later page’s head: the same facts, as far as they fit above its body. */
const FACTS_AGAIN = 2

/** Draws the pages of a paper of the front desk and finishes it. Parts keep together; later pages say whose they are. */
export async function drawDeskPaper(paper: Paper, { letterhead, title, rows, parts, footer }: DeskPaper): Promise<Uint8Array> {
  const pages = planPages(parts, { firstTop: FIRST_TOP, nextTop: NEXT_TOP, end: paper.bodyEnd - 12, closing: 0 })
  for (const [i, page] of pages.entries()) {
    addPage(paper)
    if (i === 0) {
      drawLetterhead(paper, letterhead)
      drawTitle(paper, { title, rows, continued: false })
    } else {
      drawContinuedHead(paper, { clinic: letterhead.name, rows: rows.slice(0, FACTS_AGAIN) })
      drawTitle(paper, { title, rows: [], continued: true })
    }
    drawPlanned(page)
    drawNoteFooter(paper, { left: footer, right: `Page ${i + 1} of ${pages.length}` })
  }
  return finish(paper)
}
