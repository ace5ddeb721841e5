import type { DaySheet, DaySheetRow } from '../../shared/documents/day-sheet.ts'
import { dayOf, formatDate, formatTime, formatWeekday } from '../../shared/lib/dates.ts'
import { drawDeskPaper } from './desk-page.ts'
import { type DeskCell, type DeskColumn, deskTableParts, words } from './desk-table.ts'
import { LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import { HAIRLINE, stroke } from './page-ink.ts'
import { ASIDE, STRONG, TEXT } from './text-style.ts'

const LEAST = 44

/** Draws a day of the clinic: who comes when and for what, what must not be overlooked, and room to write. */
export async function drawDaySheet(sheet: DaySheet, options: PrintOptions): Promise<Uint8Array> {
  const day = `${formatWeekday(sheet.day)}, ${sheet.day.slice(0, 4)}`
  const paper = await newPaper(`Day sheet, ${day}`, sheet.letterhead.name, options)
  const people = new Set(sheet.rows.map(({ practitioner }) => practitioner).filter(name => name !== ''))
  const count = sheet.rows.filter(({ name, off }) => name !== '' && off === '').length
  return drawDeskPaper(paper, {
    letterhead: sheet.letterhead,
    title: 'Day sheet',
    rows: [
      { label: 'Day', value: day, style: STRONG },
      { label: 'For', value: sheet.whose },
      { label: 'Visits', value: sheet.closedBecause === '' ? String(count) : `${count}. ${sheet.closedBecause}` },
    ],
    parts: deskTableParts(paper, {
      columns: columnsOf(paper),
      rows: sheet.rows.map(row => ({
        cells: [timeCell(row), whoCell(row, people.size > 1), row.what.flatMap(text => words(text, row.name === '' ? ASIDE : TEXT)), noticeCell(row), []],
        ...(row.name !== '' && row.off === '' && { least: LEAST, drawMore: (y: number) => drawWritingLines(paper, y) }),
      })),
      gap: 0,
    }),
    footer: `Printed ${formatDate(dayOf(sheet.printed))}, ${formatTime(sheet.printed)}. Names and health facts of patients: keep it in the clinic.`,
  })
}

function columnsOf(paper: Paper): DeskColumn[] {
  const at = (x: number, width: number) => ({ x: paper.at(x), width: paper.at(x + width) - paper.at(x) })
  return [
    { title: 'Time', x: LEFT, width: 44 },
    { title: 'Patient', ...at(92, 122) },
    { title: 'Visit', ...at(222, 118) },
    { title: 'To know and to do', ...at(348, 122) },
    { title: 'Notes', ...at(478, 90) },
  ]
}

const timeCell = ({ time }: DaySheetRow): DeskCell => words(time, STRONG)

function whoCell({ name, contact, practitioner, room, off }: DaySheetRow, saysWho: boolean): DeskCell {
  if (name === '') return saysWho ? words(practitioner) : []
  const where = [saysWho ? practitioner : '', room].filter(text => text !== '').join(', ')
  return [...words(name, off === '' ? STRONG : TEXT), ...words(contact), ...words(where)]
}

function noticeCell({ alerts, todo, off }: DaySheetRow): DeskCell {
  if (off !== '') return words(off, ASIDE)
  return [...alerts.flatMap(text => words(text, STRONG)), ...todo.flatMap(text => words(text))]
}

function drawWritingLines(paper: Paper, y: number): void {
  for (const down of [6, 24]) stroke(paper, { from: paper.at(478), to: paper.right, y: y + down, weight: HAIRLINE })
}
