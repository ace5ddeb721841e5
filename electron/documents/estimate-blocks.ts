import type { Estimate } from '../../shared/documents/estimate.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { drawRows, type Row, rowLines } from './letterhead.ts'
import { LEFT, type Paper, VALUE } from './page.ts'
import type { Part } from './page-flow.ts'
import { HAIRLINE, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { type Line, STRONG } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const LEAD = 12
const FIRST = 14
const GAP_BELOW = 14
type Block = {
  readonly name: string
  readonly value: string
  readonly rows: readonly Row[]
  readonly x: number
  readonly valueX: number
  readonly right: number
}

/** Who is treated and pays, and beside it for what, how often, and under which diagnosis. */
export function estimateBlocks(paper: Paper, { patient, service, plan, diagnoses }: Estimate): Part {
  const blocks: readonly Block[] = [
    {
      name: 'Patient',
      value: patient.name,
      rows: [{ label: 'DOB', value: formatDate(patient.bornOn) }, ...(patient.paying === '' ? [] : [{ label: 'Paying', value: patient.paying }])],
      x: LEFT,
      valueX: VALUE,
      right: paper.at(210.4),
    },
    {
      name: 'Service',
      value: service,
      rows: [
        { label: 'Plan', value: plan },
        { label: 'Dx', value: diagnoses },
      ],
      x: paper.at(222.4),
      valueX: paper.at(267.2),
      right: paper.right,
    },
  ]
  const sized = blocks.map(block => {
    const width = block.right - block.valueX
    return { block, names: wrap(paper, [{ text: block.value, style: STRONG }], { width }), rows: block.rows.map(row => rowLines(paper, row, width)) }
  })
  const height = Math.max(...sized.map(({ names, rows }) => names.length + rows.reduce((sum, lines) => sum + lines.length, 0)))
  return {
    gap: 0,
    height: FIRST + (height - 1) * LEAD + GAP_BELOW + 2,
    draw: y => {
      for (const { block, names } of sized) drawBlock(paper, block, { names, y })
    },
  }
}

function drawBlock(paper: Paper, block: Block, { names, y }: { names: readonly Line[]; y: number }): void {
  const section = group(paper, paper.root, 'Sect')
  const baseline = y + FIRST
  rule(paper, { from: block.x, to: block.right, y, weight: HAIRLINE })
  tagged(paper, section, 'H2', () => set(paper, block.name, STRONG, { x: block.x, y: baseline }))
  tagged(paper, section, 'P', () => setLines(paper, names, { x: block.valueX, y: baseline, lead: LEAD }))
  drawRows(paper, section, block.rows, { label: block.x, value: block.valueX, right: block.right, y: baseline + names.length * LEAD })
}
