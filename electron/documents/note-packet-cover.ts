import type { NotePacket } from '../../shared/documents/note-packet.ts'
import type { PaperFact } from '../../shared/documents/visit-note.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { LEFT, type Paper, type Structure } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HAIRLINE, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Cell, type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { KEY, LABEL, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const LEAD = 12
const FACT_LEFT = 132.8
const ROW = 16
const ROW_BASELINE = 11.5

/** The cover: whom the notes are about, the episode’s facts, the index with page numbers, and what is missing. */
export function coverParts(paper: Paper, packet: NotePacket, pages: readonly number[]): Part[] {
  const born = `${packet.patient.name}, born ${formatDate(packet.patient.bornOn)}, chart ${packet.patient.chartNumber}`
  return [
    textPart(paper, born, { style: KEY, gap: 0 }),
    textPart(paper, packet.summary, { style: TEXT, gap: 2 }),
    ...packet.episode.flatMap((fact, i) => factParts(paper, fact, i === 0 ? 14 : 3)),
    ...indexParts(paper, packet, pages),
    ...packet.missing.map((sentence, i) => textPart(paper, i === 0 ? `Not in here: ${sentence}` : sentence, { style: TEXT, gap: i === 0 ? 10 : 0 })),
  ]
}

function textPart(paper: Paper, text: string, { style, gap }: { style: typeof TEXT; gap: number }): Part {
  const lead = style === KEY ? 16 : LEAD
  const lines = wrap(paper, [{ text, style }], { width: paper.right - LEFT, maxLines: 6 })
  return { gap, height: lines.length * lead, draw: y => tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + lead - 3, lead })) }
}

/** A fact of the episode: its label once, its lines beside it. */
function factParts(paper: Paper, { label, value }: PaperFact, gap: number): Part[] {
  return value.split('\n').map((line, i) => {
    const lines = wrap(paper, [{ text: line, style: TEXT }], { width: paper.right - FACT_LEFT, maxLines: 12 })
    const draw = (y: number) =>
      tagged(paper, paper.root, 'P', () => {
        if (i === 0) set(paper, label.toUpperCase(), LABEL, { x: LEFT, y: y + 8.8 })
        setLines(paper, lines, { x: FACT_LEFT, y: y + 9, lead: LEAD })
      })
    return { gap: i === 0 ? gap : 0, height: lines.length * LEAD, draw }
  })
}

function indexParts(paper: Paper, packet: NotePacket, pages: readonly number[]): Part[] {
  const columns = {
    date: { title: 'Visit', x: LEFT },
    number: { title: 'No.', x: FACT_LEFT },
    pain: { title: 'Pain before / after', x: paper.at(300), align: 'right' as const },
    minutes: { title: 'Hands-on minutes', x: paper.at(420), align: 'right' as const },
    page: { title: 'Page', x: paper.right, align: 'right' as const },
  }
  const shown: readonly Column[] = Object.values(columns)
  let table: Structure | undefined
  const head = (again: boolean): Slice => ({
    height: HEAD_HEIGHT,
    draw: y => {
      table ??= group(paper, paper.root, 'Table')
      drawHead(paper, table, { columns: shown, right: paper.right, y, again })
    },
  })
  const cell = (column: Column, text: string, style = TEXT): Cell => ({ column, lines: [[{ text, style }]] })
  return packet.notes.map(({ visit, minutes, pain, note }, i) => ({
    gap: i === 0 ? 18 : 0,
    height: ROW,
    lead: { kind: 'index', first: head(false), again: head(true) },
    draw: y => {
      if (!table) return
      const cells = [
        cell(columns.date, formatDate(note.on), STRONG),
        cell(columns.number, visit),
        cell(columns.pain, pain),
        cell(columns.minutes, minutes),
        cell(columns.page, String(pages[i] ?? ''), STRONG),
      ]
      drawRow(paper, table, { cells, y: y + ROW_BASELINE })
      rule(paper, { from: LEFT, to: paper.right, y: y + ROW, weight: HAIRLINE })
    },
  }))
}
