import type { VisitNotePaper } from '../../shared/documents/visit-note.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawContinuedHead, drawLetterhead, drawTitle, type Row } from './letterhead.ts'
import { addPage, finish, LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import { setLine, setRight } from './page-ink.ts'
import { artifact } from './page-tags.ts'
import { STRONG, TEXT } from './text-style.ts'
import { oneLine } from './text-wrap.ts'
import { planNote } from './visit-note-pages.ts'

/** The body’s top: below four lines of letterhead, and below the head of a later page. */
const FIRST_TOP = 116
const NEXT_TOP = 104

/** Draws a visit note. Pure drawing: every word arrives decided. Same input, moment and paper size: same bytes. */
export async function drawVisitNote(visitNote: VisitNotePaper, options: PrintOptions): Promise<Uint8Array> {
  const { patient, note, number, version, letterhead } = visitNote
  const paper = await newPaper(`Visit note ${number}, ${patient.name}`, letterhead.name, options)
  const pages = planNote(paper, note, { firstTop: FIRST_TOP, nextTop: NEXT_TOP, heading: 'H2' })
  const foot = `Visit note ${number}${version > 1 ? `, version ${version}` : ''}, ${patient.name}, visit of ${formatDate(note.on)}`
  for (let i = 0; i < pages.count; i++) {
    addPage(paper)
    drawHead(paper, visitNote, { number: i + 1, count: pages.count })
    pages.draw(i)
    drawNoteFooter(paper, { left: foot, right: `Page ${i + 1} of ${pages.count}` })
  }
  return finish(paper)
}

function drawHead(paper: Paper, visitNote: VisitNotePaper, page: { number: number; count: number }): void {
  const { letterhead, patient, note } = visitNote
  const rows = metaRows(visitNote, page)
  if (page.number === 1) {
    drawLetterhead(paper, letterhead)
    drawTitle(paper, { title: 'Visit note', rows, continued: false })
    return
  }
  drawContinuedHead(paper, {
    clinic: letterhead.name,
    rows: [
      { label: 'Patient', value: `${patient.name}, born ${formatDate(patient.bornOn)}`, style: STRONG },
      { label: 'Visit', value: formatDate(note.on) },
    ],
  })
  drawTitle(paper, { title: 'Visit note', rows: rows.filter(({ label }) => label === 'Number' || label === 'Page'), continued: true })
}

function metaRows({ number, version, replaces, issuedOn }: VisitNotePaper, page: { number: number; count: number }): Row[] {
  const words = replaces === null ? '' : `${version}, replaces version ${replaces}`
  return [
    { label: 'Number', value: number, style: STRONG },
    { label: 'Issued', value: formatDate(issuedOn) },
    ...(words === '' ? [] : [{ label: 'Version', value: words }]),
    { label: 'Page', value: `${page.number} of ${page.count}` },
  ]
}

/** What the paper is at the foot of a page, and which page. */
export function drawNoteFooter(paper: Paper, { left, right }: { left: string; right: string }): void {
  const line = oneLine(paper, left, { style: TEXT, width: paper.right - LEFT - 90 })
  artifact(paper, 'Pagination', () => {
    setLine(paper, line, { x: LEFT, y: paper.footer })
    setRight(paper, right, TEXT, { x: paper.right, y: paper.footer })
  })
}
