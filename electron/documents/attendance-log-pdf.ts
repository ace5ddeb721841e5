import { ATTENDANCE_WORDS, type AttendanceLog, attendanceTotals, milesInWords } from '../../shared/documents/attendance.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { signaturePart } from './attendance-signature.ts'
import { drawDeskPaper } from './desk-page.ts'
import { deskTableParts, words } from './desk-table.ts'
import { LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import type { Part } from './page-flow.ts'
import { set, setLines } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { KEY, LABEL, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const LEAD = 12
const FACT_X = 132.8
const HOW =
  'Time in is the arrival noted at the desk, else the start. Time out is the start of the session plus its booked length. Minutes are hands-on minutes of the signed note.'

/** Draws every visit of a case, kept or not, with times, minutes and miles. Same input, moment and size: same bytes. */
export async function drawAttendanceLog(log: AttendanceLog, options: PrintOptions): Promise<Uint8Array> {
  const { number, version, patient } = log
  const paper = await newPaper(`Attendance log ${number}, ${patient.name}`, log.letterhead.name, options)
  return drawDeskPaper(paper, {
    letterhead: log.letterhead,
    title: 'Attendance log',
    rows: [
      { label: 'Number', value: number, style: STRONG },
      { label: 'Patient', value: patient.name, style: STRONG },
      { label: 'Issued', value: formatDate(log.issuedOn) },
      ...(log.replaces === null ? [] : [{ label: 'Version', value: `${version}, replaces version ${log.replaces}` }]),
    ],
    parts: [
      ...headParts(paper, log),
      ...tableParts(paper, log),
      totalPart(paper, log),
      plain(paper, HOW, 10),
      signaturePart(paper, { ...log.signature, on: log.issuedOn }),
    ],
    footer: `Attendance log ${number}${version > 1 ? `, version ${version}` : ''}, ${patient.name}`,
  })
}

function headParts(paper: Paper, { patient, from, to, facts }: AttendanceLog): Part[] {
  const born = `${patient.name}, born ${formatDate(patient.bornOn)}, chart ${patient.chartNumber}`
  const shown = [{ label: 'Visits', value: `${formatDate(from)} to ${formatDate(to)}` }, ...facts]
  return [
    plain(paper, born, 0, KEY),
    ...shown.map(({ label, value }, i): Part => {
      const lines = wrap(paper, [{ text: value, style: TEXT }], { width: paper.right - FACT_X, maxLines: 4 })
      const draw = (y: number) =>
        tagged(paper, paper.root, 'P', () => {
          set(paper, label.toUpperCase(), LABEL, { x: LEFT, y: y + 8.8 })
          setLines(paper, lines, { x: FACT_X, y: y + 9, lead: LEAD })
        })
      return { gap: i === 0 ? 8 : 2, height: lines.length * LEAD, draw }
    }),
  ]
}

function tableParts(paper: Paper, { rows }: AttendanceLog): Part[] {
  const columns = [
    { title: 'Date', x: LEFT, width: 90 },
    { title: 'Time in', x: paper.at(140), width: 60 },
    { title: 'Time out', x: paper.at(212), width: 60 },
    { title: 'Minutes', x: paper.at(288), width: 50 },
    { title: 'Miles, both ways', x: paper.at(352), width: 84 },
    { title: 'Status', x: paper.at(446.4), width: 120 },
  ]
  return deskTableParts(paper, {
    columns,
    gap: 14,
    rows: rows.map(({ on, timeIn, timeOut, minutes, tenthsOfMile, status }) => ({
      cells: [
        words(formatDate(on), STRONG),
        words(timeIn),
        words(timeOut),
        words(minutes === null ? '' : String(minutes)),
        words(tenthsOfMile === null ? '' : milesInWords(tenthsOfMile)),
        words(ATTENDANCE_WORDS[status]),
      ],
    })),
  })
}

function totalPart(paper: Paper, { rows }: AttendanceLog): Part {
  const { attended, missed, cancelled, minutes, tenthsOfMile } = attendanceTotals(rows)
  const miles = tenthsOfMile === 0 ? '' : `, ${milesInWords(tenthsOfMile)} miles`
  return plain(paper, `${attended} attended, ${missed} missed, ${cancelled} cancelled. ${minutes} hands-on minutes${miles} in all.`, 10, STRONG)
}

function plain(paper: Paper, text: string, gap: number, style = TEXT): Part {
  const lead = style === KEY ? 16 : LEAD
  const lines = wrap(paper, [{ text, style }], { width: paper.right - LEFT, maxLines: 6 })
  return { gap, height: lines.length * lead, draw: y => tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + lead - 3, lead })) }
}
