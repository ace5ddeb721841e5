import type { Superbill, SuperbillDiagnosis } from '../../shared/documents/superbill.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { LEFT, type Paper, RIGHT_BLOCK, type Structure, VALUE } from './page.ts'
import type { Part } from './page-flow.ts'
import { HAIRLINE, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { LABEL, type Line, STRONG, TEXT } from './text-style.ts'
import { oneLine, wrap } from './text-wrap.ts'

const LEAD = 12
/** One column of codes holds this many; more go into two columns, letters running down. */
const MOST_IN_ONE_COLUMN = 6

/** Where one diagnosis stands: its letter, its code, its words and their right edge. */
type Columns = { readonly letter: number; readonly code: number; readonly label: number; readonly right: number }

const maker = (diagnosis: SuperbillDiagnosis) => `${diagnosis.diagnosedBy}|${diagnosis.diagnosedOn}`

/** The codes with their letters, and who made them: once where all agree, else on every row. */
export function diagnosesPart(paper: Paper, { diagnoses, hides }: Superbill): Part {
  const textOf = ({ label }: SuperbillDiagnosis) => (hides.includes('diagnosis-text') ? '' : label)
  const agree = new Set(diagnoses.map(maker)).size === 1
  const inTwo = agree && diagnoses.length > MOST_IN_ONE_COLUMN
  const rows = inTwo ? Math.ceil(diagnoses.length / 2) : diagnoses.length
  const width = paper.right - paper.at(RIGHT_BLOCK)
  const makers = diagnoses.slice(0, agree ? 1 : undefined).map(diagnosis => makerLines(paper, diagnosis, { width, agree }))
  const labels = diagnoses.map((diagnosis, i) => labelLines(paper, textOf(diagnosis), { columns: columnsOf(paper, i, { inTwo, rows }), inTwo }))
  const heights = Array.from({ length: rows }, (_, i) => Math.max(labels[i]?.length ?? 1, agree ? 1 : (makers[i]?.length ?? 1)) * LEAD)
  const listHeight = Math.max(sum(heights), agree ? (makers[0]?.length ?? 1) * LEAD : 0)
  const draw = (y: number) => {
    const section = drawDiagnosesHead(paper, y)
    for (const [i, diagnosis] of diagnoses.entries()) {
      const baseline = y + 28 + sum(heights.slice(0, i % rows))
      tagged(paper, section, 'P', () => {
        drawDiagnosis(paper, diagnosis, { columns: columnsOf(paper, i, { inTwo, rows }), label: labels[i] ?? [], y: baseline })
        if (!agree) setLines(paper, makers[i] ?? [], { x: paper.at(RIGHT_BLOCK), y: baseline, lead: LEAD })
      })
    }
    tagged(paper, section, 'P', () => {
      set(paper, 'DIAGNOSED BY', LABEL, { x: paper.at(RIGHT_BLOCK), y: y + 13.8 })
      if (agree) setLines(paper, makers[0] ?? [], { x: paper.at(RIGHT_BLOCK), y: y + 28, lead: LEAD })
    })
  }
  return { gap: 0, height: 28 + listHeight - LEAD + 14, draw }
}

function drawDiagnosesHead(paper: Paper, y: number): Structure {
  const section = group(paper, paper.root, 'Sect')
  rule(paper, { from: LEFT, to: paper.right, y, weight: HAIRLINE })
  tagged(paper, section, 'H2', () => set(paper, 'Diagnoses', STRONG, { x: LEFT, y: y + 14 }))
  tagged(paper, section, 'P', () => set(paper, 'ICD-10-CM, INDICATOR 0', LABEL, { x: 142, y: y + 13.8 }))
  return section
}

function columnsOf(paper: Paper, index: number, { inTwo, rows }: { inTwo: boolean; rows: number }): Columns {
  const gutter = paper.at(RIGHT_BLOCK) - 12
  if (!inTwo) return { letter: LEFT, code: VALUE, label: 142, right: gutter }
  const middle = paper.at(222.4)
  const [left, right] = index < rows ? [LEFT, middle - 12] : [middle, gutter]
  return { letter: left, code: left + 14, label: left + 60, right }
}

function labelLines(paper: Paper, label: string, { columns, inTwo }: { columns: Columns; inTwo: boolean }): Line[] {
  const width = columns.right - columns.label
  return inTwo ? [oneLine(paper, label, { style: TEXT, width })] : wrap(paper, [{ text: label, style: TEXT }], { width, maxLines: 2 })
}

function makerLines(paper: Paper, diagnosis: SuperbillDiagnosis, { width, agree }: { width: number; agree: boolean }): Line[] {
  const date = formatDate(diagnosis.diagnosedOn)
  if (!agree) return wrap(paper, [{ text: `${diagnosis.diagnosedBy}, ${date}`, style: TEXT }], { width })
  return [...wrap(paper, [{ text: diagnosis.diagnosedBy, style: TEXT }], { width, maxLines: 3 }), [{ text: date, style: TEXT }]]
}

function drawDiagnosis(paper: Paper, { letter, code }: SuperbillDiagnosis, place: { columns: Columns; label: readonly Line[]; y: number }): void {
  const { columns, label, y } = place
  set(paper, letter, STRONG, { x: columns.letter, y })
  set(paper, code, STRONG, { x: columns.code, y })
  setLines(paper, label, { x: columns.label, y, lead: LEAD })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
