import { type AttendanceLetter, letterParagraphs } from '../../shared/documents/attendance.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { signaturePart } from './attendance-signature.ts'
import { drawDeskPaper } from './desk-page.ts'
import { LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import type { Part } from './page-flow.ts'
import { setLines } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { KEY, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const LEAD = 13
const WIDTH = 440

/** Draws a letter for an employer or a school: who was here, and when. Same input, moment and size: same bytes. */
export async function drawAttendanceLetter(letter: AttendanceLetter, options: PrintOptions): Promise<Uint8Array> {
  const { number, version, patientName, to } = letter
  const paper = await newPaper(`Attendance letter ${number}, ${patientName}`, letter.letterhead.name, options)
  const [first = '', ...others] = letterParagraphs(letter)
  return drawDeskPaper(paper, {
    letterhead: letter.letterhead,
    title: 'Attendance',
    rows: [
      { label: 'Number', value: number, style: STRONG },
      { label: 'Date', value: formatDate(letter.issuedOn) },
      ...(letter.replaces === null ? [] : [{ label: 'Version', value: `${version}, replaces version ${letter.replaces}` }]),
    ],
    parts: [
      paragraph(paper, to === '' ? 'To whom it may concern' : `To ${to}`, { gap: 40, style: TEXT }),
      paragraph(paper, first, { gap: 14, style: KEY }),
      ...others.map(text => paragraph(paper, text, { gap: 8, style: TEXT })),
      signaturePart(paper, { ...letter.signature, on: letter.issuedOn }),
    ],
    footer: `Attendance letter ${number}${version > 1 ? `, version ${version}` : ''}, ${patientName}`,
  })
}

function paragraph(paper: Paper, text: string, { gap, style }: { gap: number; style: typeof TEXT }): Part {
  const lead = style === KEY ? 16 : LEAD
  const lines = wrap(paper, [{ text, style }], { width: WIDTH, maxLines: 12 })
  return { gap, height: lines.length * lead, draw: y => tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + lead - 3, lead })) }
}
