import type { RecordsPacket } from '../../shared/documents/records-packet.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawDeskPaper } from './desk-page.ts'
import { LEFT, type Paper, type Structure } from './page.ts'
import type { Part, Slice } from './page-flow.ts'
import { HAIRLINE, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Cell, type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { KEY, LABEL, STRONG, TEXT } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

const LEAD = 12
const FACT_X = 132.8
const ROW = 16
const ROW_BASELINE = 11.5
const TITLE_WIDTH = 250

/** Draws the first pages of a packet: whose records go to whom, what for and on what ground, and where each paper begins. */
export async function drawPacketCover(paper: Paper, packet: RecordsPacket, starts: readonly number[]): Promise<void> {
  const { number, patient, issuedOn, missing } = packet
  await drawDeskPaper(paper, {
    letterhead: packet.letterhead,
    title: 'Records packet',
    rows: [
      { label: 'Number', value: number, style: STRONG },
      { label: 'Patient', value: patient.name, style: STRONG },
      { label: 'Issued', value: formatDate(issuedOn) },
    ],
    parts: [
      plain(paper, `${patient.name}, born ${formatDate(patient.bornOn)}, chart ${patient.chartNumber}`, 0, KEY),
      ...factParts(paper, packet),
      ...indexParts(paper, packet, starts),
      ...missing.map((sentence, i) => plain(paper, i === 0 ? `Not in here: ${sentence}` : sentence, i === 0 ? 10 : 0)),
      plain(paper, 'These records are about somebody’s health. They are given for the purpose above and to nobody else.', 14),
    ],
    footer: `Records packet ${number}, ${patient.name}`,
  })
}

function factParts(paper: Paper, { condition, claim, disclosedTo, purpose, ground, from, to }: RecordsPacket): Part[] {
  const facts = [
    { label: 'To', value: disclosedTo },
    { label: 'Purpose', value: purpose },
    { label: 'Given on', value: ground },
    { label: 'Condition', value: condition },
    { label: 'Claim', value: claim },
    { label: 'Dates', value: `${formatDate(from)} to ${formatDate(to)}` },
  ]
  return facts
    .filter(({ value }) => value !== '')
    .map(({ label, value }, i) => {
      const lines = wrap(paper, [{ text: value, style: TEXT }], { width: paper.right - FACT_X, maxLines: 6 })
      const draw = (y: number) =>
        tagged(paper, paper.root, 'P', () => {
          set(paper, label.toUpperCase(), LABEL, { x: LEFT, y: y + 8.8 })
          setLines(paper, lines, { x: FACT_X, y: y + 9, lead: LEAD })
        })
      return { gap: i === 0 ? 10 : 3, height: lines.length * LEAD, draw }
    })
}

function indexParts(paper: Paper, { papers }: RecordsPacket, starts: readonly number[]): Part[] {
  const columns = {
    date: { title: 'Date', x: LEFT },
    title: { title: 'Paper', x: FACT_X },
    number: { title: 'Number', x: paper.at(401.6) },
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
  const cell = (column: Column, text: string, style = TEXT): Cell => ({ column, lines: [oneLine(paper, text, { style, width: TITLE_WIDTH })] })
  return papers.map(({ on, title, number, version }, i) => ({
    gap: i === 0 ? 18 : 0,
    height: ROW,
    lead: { kind: 'index', first: head(false), again: head(true) },
    draw: y => {
      if (!table) return
      const cells = [
        cell(columns.date, formatDate(on), STRONG),
        cell(columns.title, title),
        cell(columns.number, version > 1 ? `${number}, version ${version}` : number),
        cell(columns.page, String(starts[i] ?? ''), STRONG),
      ]
      drawRow(paper, table, { cells, y: y + ROW_BASELINE })
      rule(paper, { from: LEFT, to: paper.right, y: y + ROW, weight: HAIRLINE })
    },
  }))
}

function plain(paper: Paper, text: string, gap: number, style = TEXT): Part {
  const lead = style === KEY ? 16 : LEAD
  const lines = wrap(paper, [{ text, style }], { width: paper.right - LEFT, maxLines: 6 })
  return { gap, height: lines.length * lead, draw: y => tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + lead - 3, lead })) }
}
