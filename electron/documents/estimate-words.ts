import type { Estimate, Statement } from '../../shared/documents/estimate.ts'
import { LEFT, type Paper } from './page.ts'
import type { Part } from './page-flow.ts'
import { HAIRLINE, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { KEY, type Line, STRONG, TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

/** Words beside their side-head. */
const TEXT_X = 132.8
const PROSE_LEAD = 13
const BETWEEN = 6
const HEADING = 32
const ABOVE_HEADING = 18

type Sized = { readonly head: string; readonly lines: readonly Line[]; readonly height: number }

/** A phone number or an address to be keyed stands out; thin hyphens vanish on a fax. */
function sized(paper: Paper, { head, text }: Statement): Sized {
  const words = text.split(' ').map(word => ({ text: word, style: /^(www\.|1-\d{3}-|\(?\d{3}\)?-\d)/.test(word) ? STRONG : TEXT }))
  const lines = wrap(paper, words, { width: paper.at(535) - TEXT_X, maxLines: 14 })
  return { head, lines, height: lines.length * PROSE_LEAD + BETWEEN }
}

function draw(paper: Paper, { head, lines }: Sized, y: number): void {
  const section = group(paper, paper.root, 'Sect')
  tagged(paper, section, 'H2', () => set(paper, head, STRONG, { x: LEFT, y }))
  tagged(paper, section, 'P', () => setLines(paper, lines, { x: TEXT_X, y, lead: PROSE_LEAD }))
}

/** What is not in the estimate and what it is not, each paragraph whole. */
export function statementParts(paper: Paper, statements: readonly Statement[]): Part[] {
  return statements.map((statement, i) => {
    const own = sized(paper, statement)
    return { gap: i === 0 ? 6 : 0, height: own.height, draw: y => draw(paper, own, y + 8) }
  })
}

/** The right to dispute a bill: its heading and paragraphs stay together, on one page. */
export function disputePart(paper: Paper, { heading, statements }: Estimate['dispute']): Part {
  const lines = wrap(paper, [{ text: heading, style: KEY }], { width: paper.right - LEFT, maxLines: 3 })
  const own = statements.map(statement => sized(paper, statement))
  const top = HEADING + (lines.length - 1) * 16
  return {
    gap: ABOVE_HEADING - 6,
    height: top + own.reduce((sum, { height }) => sum + height, 0),
    draw: y => {
      rule(paper, { from: LEFT, to: paper.right, y, weight: HAIRLINE })
      tagged(paper, paper.root, 'H2', () => setLines(paper, lines, { x: LEFT, y: y + 17, lead: 16 }))
      let baseline = y + top + 6
      for (const statement of own) {
        draw(paper, statement, baseline)
        baseline += statement.height
      }
    },
  }
}
