import type { NotePacket } from '../../shared/documents/note-packet.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawContinuedHead, drawLetterhead, drawTitle } from './letterhead.ts'
import { coverParts } from './note-packet-cover.ts'
import { addPage, finish, newPaper, type Paper, type PrintOptions, RIGHT_BLOCK } from './page.ts'
import { drawPlanned, planPages } from './page-flow.ts'
import { set } from './page-ink.ts'
import { artifact, group, tagged } from './page-tags.ts'
import { STRONG, TEXT, TITLE } from './text-style.ts'
import { planNote } from './visit-note-pages.ts'
import { drawNoteFooter } from './visit-note-pdf.ts'

const COVER_TOP = 124
const NEXT_TOP = 104

/** Draws all notes of an episode as one paper: a cover with an index, then each note from the top of a page. Same input, moment and size: same bytes. */
export async function drawNotePacket(packet: NotePacket, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`Notes of the episode ${packet.number}, ${packet.patient.name}`, packet.letterhead.name, options)
  const notes = packet.notes.map(({ note }) => planNote(paper, note, { firstTop: NEXT_TOP, nextTop: NEXT_TOP, heading: 'H3' }))
  const coverOn = (pages: readonly number[]) =>
    planPages(coverParts(paper, packet, pages), { firstTop: COVER_TOP, nextTop: NEXT_TOP, end: paper.bodyEnd, closing: 0 })
  // The index is as long whatever its page numbers say: planned once to know the cover's length, then with the true numbers.
  const covers = coverOn(notes.map(() => 0)).length
  const starts = notes.map((_, i) => covers + 1 + notes.slice(0, i).reduce((sum, { count }) => sum + count, 0))
  const count = covers + notes.reduce((sum, note) => sum + note.count, 0)
  let number = 0
  const turn = () => {
    number++
    addPage(paper)
  }
  const foot = () => drawNoteFooter(paper, { left: footOf(packet), right: `Page ${number} of ${count}` })
  for (const page of coverOn(starts)) {
    turn()
    drawCoverHead(paper, packet, { number, count })
    drawPlanned(page)
    foot()
  }
  for (const [i, note] of notes.entries()) {
    for (let page = 0; page < note.count; page++) {
      turn()
      drawNoteHead(paper, packet, { index: i, isFirst: page === 0 })
      note.draw(page)
      foot()
    }
  }
  return finish(paper)
}

const footOf = ({ number, version, patient }: NotePacket) => `Notes ${number}${version > 1 ? `, version ${version}` : ''}, ${patient.name}`

function drawCoverHead(paper: Paper, packet: NotePacket, page: { number: number; count: number }): void {
  const { number, version, replaces, issuedOn } = packet
  const rows = [
    { label: 'Number', value: number, style: STRONG },
    { label: 'Issued', value: formatDate(issuedOn) },
    ...(replaces === null ? [] : [{ label: 'Version', value: `${version}, replaces version ${replaces}` }]),
    { label: 'Pages', value: String(page.count) },
  ]
  if (page.number === 1) drawLetterhead(paper, packet.letterhead)
  else drawContinuedHead(paper, { clinic: packet.letterhead.name, rows: patientRows(packet) })
  drawTitle(paper, { title: 'Visit notes', rows: page.number === 1 ? rows : rows.slice(0, 1), continued: page.number > 1 })
}

/** The running head of a note’s pages; on its first page the title is a heading that readers may jump to. */
function drawNoteHead(paper: Paper, packet: NotePacket, { index, isFirst }: { index: number; isFirst: boolean }): void {
  const on = packet.notes[index]?.note.on
  const place = { x: paper.at(RIGHT_BLOCK), y: 58 }
  drawContinuedHead(paper, { clinic: packet.letterhead.name, rows: patientRows(packet) })
  const title = () => set(paper, 'Visit note', TITLE, place)
  if (isFirst) tagged(paper, group(paper, paper.root, 'Sect'), 'H2', title)
  else artifact(paper, 'Pagination', title)
  artifact(paper, 'Pagination', () => set(paper, `${on ? formatDate(on) : ''}${isFirst ? '' : ', continued'}`, TEXT, { x: place.x, y: 74 }))
}

const patientRows = ({ patient }: NotePacket) => [
  { label: 'Patient', value: patient.name, style: STRONG },
  { label: 'DOB', value: formatDate(patient.bornOn) },
]
