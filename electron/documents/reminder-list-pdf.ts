import type { ReminderList } from '../../shared/documents/reminder-list.ts'
import { dayOf, formatDate, formatTime, formatWeekday } from '../../shared/lib/dates.ts'
import { drawDeskPaper } from './desk-page.ts'
import { type DeskColumn, deskTableParts, words } from './desk-table.ts'
import { drawTick } from './intake-form-ink.ts'
import { LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import { ASIDE, KEY, STRONG } from './text-style.ts'

const LEAST = 48
const OUTCOMES = ['Confirmed', 'Message left', 'No answer'] as const

/** Draws the calls to make for a day: phone numbers large, what to say, and boxes for how it went. */
export async function drawReminderList(list: ReminderList, options: PrintOptions): Promise<Uint8Array> {
  const day = `${formatWeekday(list.day)}, ${list.day.slice(0, 4)}`
  const paper = await newPaper(`Calls for ${day}`, list.letterhead.name, options)
  const open = list.rows.filter(({ done }) => done === '').length
  return drawDeskPaper(paper, {
    letterhead: list.letterhead,
    title: 'Calls',
    rows: [
      { label: 'Visits', value: day, style: STRONG },
      { label: 'To call', value: `${open} of ${list.rows.length}` },
    ],
    parts: deskTableParts(paper, {
      columns: columnsOf(paper),
      rows: list.rows.map(row => ({
        cells: [
          words(row.time, STRONG),
          [...words(row.name, STRONG), ...words(row.askFor)],
          words(row.phone, KEY),
          [...words(row.visit), ...row.say.flatMap(text => words(text, ASIDE))],
          words(row.done, row.done === 'Confirmed' ? STRONG : ASIDE),
        ],
        ...(row.done === '' && { least: LEAST, drawMore: (y: number) => drawBoxes(paper, y) }),
      })),
      gap: 0,
    }),
    footer: `Printed ${formatDate(dayOf(list.printed))}, ${formatTime(list.printed)}. Names of patients: keep it in the clinic.`,
  })
}

function columnsOf(paper: Paper): DeskColumn[] {
  const at = (x: number, width: number) => ({ x: paper.at(x), width: paper.at(x + width) - paper.at(x) })
  return [
    { title: 'Time', x: LEFT, width: 44 },
    { title: 'Patient', ...at(92, 116) },
    { title: 'Phone', ...at(216, 112) },
    { title: 'Visit, and what to say', ...at(336, 144) },
    { title: 'How it went', ...at(490, 78) },
  ]
}

function drawBoxes(paper: Paper, y: number): void {
  for (const [i, outcome] of OUTCOMES.entries()) drawTick(paper, outcome, { x: paper.at(490), y: y + i * 13 })
}
