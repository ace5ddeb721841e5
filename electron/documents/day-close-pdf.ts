import { type DayClose, METHOD_HEADS, SINGLE_HEADS } from '../../shared/documents/day-close.ts'
import { formatDate, formatWeekday } from '../../shared/lib/dates.ts'
import { blocksSideBySide, type FigureTable, tableParts } from './day-close-parts.ts'
import { drawDeskPaper } from './desk-page.ts'
import { LEFT, newPaper, type Paper, type PrintOptions } from './page.ts'
import type { Part } from './page-flow.ts'
import { set, setLines, stroke, WRITE_ON } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { LABEL, STRONG, type Style, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

/** Draws a closed day: what came in, what is in the drawer and why it differs, what was voided, and lines to sign. */
export async function drawDayClose(day: DayClose, options: PrintOptions): Promise<Uint8Array> {
  const paper = await newPaper(`Day closed, ${formatDate(day.closedOn)}`, day.letterhead.name, options)
  return drawDeskPaper(paper, {
    letterhead: day.letterhead,
    title: 'Day closed',
    rows: [
      { label: 'Day', value: `${formatWeekday(day.closedOn)}, ${day.closedOn.slice(0, 4)}`, style: STRONG },
      { label: 'Closed', value: day.closedWords },
      { label: 'By', value: day.closedBy },
      { label: 'Since', value: day.sinceWords },
    ],
    parts: [
      ...tableParts(paper, methodTable(paper, day)),
      blocksSideBySide(
        paper,
        [
          { title: 'Drawer', rows: day.drawer },
          { title: 'Counted', rows: day.pieces },
        ],
        10,
      ),
      sentence(paper, day.differenceWords, STRONG),
      blocksSideBySide(
        paper,
        [
          { title: 'Charged', rows: day.charged },
          { title: 'Let go', rows: day.letGo },
        ],
        10,
      ),
      ...tableParts(paper, singleTable(paper, day)),
      ...(day.missing === '' ? [] : [sentence(paper, day.missing, TEXT)]),
      signatures(paper),
    ],
    footer: 'A closed day stays as it is: what is voided or recorded later stands in a later closing. Keep it in the clinic.',
  })
}

function methodTable(paper: Paper, { methods }: DayClose): FigureTable {
  const ends = [LEFT, 250, 364, 470, 568.8]
  const columns = METHOD_HEADS.map((title, i) =>
    i === 0
      ? { title, x: LEFT, width: 120 }
      : { title, x: i === METHOD_HEADS.length - 1 ? paper.right : paper.at(ends[i] ?? LEFT), align: 'right' as const, width: 104 },
  )
  return { title: 'Received and given back', columns, rows: methods, gap: 0 }
}

function singleTable(paper: Paper, { single }: DayClose): FigureTable {
  const at = (x: number, width: number) => ({ x: paper.at(x), width: paper.at(x + width) - paper.at(x) })
  const [patient, what, remark, amount] = SINGLE_HEADS
  return {
    title: 'Voided, given back, and checks',
    columns: [
      { title: patient, ...at(LEFT, 136) },
      { title: what, ...at(190, 120) },
      { title: remark, ...at(322, 186) },
      { title: amount, x: paper.right, align: 'right', width: 60 },
    ],
    rows: single.map(cells => ({ cells, isStrong: false })),
    gap: 6,
  }
}

function sentence(paper: Paper, text: string, style: Style): Part {
  const lines = wrap(paper, [{ text, style }], { width: paper.right - LEFT, maxLines: 5 })
  return { gap: 6, height: lines.length * 13 + 4, draw: y => tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + 10, lead: 13 })) }
}

function signatures(paper: Paper): Part {
  const places = [
    { label: 'Counted by', from: LEFT, to: 260 },
    { label: 'Checked by', from: 312, to: paper.right },
  ]
  return {
    gap: 20,
    height: 34,
    draw: y => {
      for (const { label, from, to } of places)
        tagged(paper, paper.root, 'P', () => {
          stroke(paper, { from, to, y: y + 18, weight: WRITE_ON })
          set(paper, label.toUpperCase(), LABEL, { x: from, y: y + 30 })
        })
    },
  }
}
