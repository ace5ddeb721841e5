import { hasChanged, type ShownParts } from '../../shared/documents/letter-shortened.ts'
import type { ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { LEFT, type Paper, RIGHT_BLOCK } from './page.ts'
import type { Part } from './page-flow.ts'
import { set } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { bodyChartWordsParts, goalParts } from './progress-letter-body.ts'
import { figuresColumn } from './progress-letter-figures.ts'
import { tablePieces } from './progress-letter-measures.ts'
import type { Spacing } from './progress-letter-spacing.ts'
import { NOTICE } from './text-style.ts'

const NOTE_HEIGHT = 11
const HEAD_HEIGHT = 18

/** How a letter’s overview is set: its distances, and the room on its first page and on a whole one. */
export type OverviewRoom = { readonly spacing: Spacing; readonly first: number; readonly next: number }

/**
 * What a physician takes in at a glance: the table and below it the goals; at their right the trend and the body chart. A long table goes on below, over the
 * whole width of the page, and the goals after it.
 */
export function overviewParts(paper: Paper, letter: ProgressLetter, { shown, room }: { shown: ShownParts; room: OverviewRoom }): Part[] {
  const { spacing, first, next } = room
  const isAlone = shown.measures.length === 0 && shown.goals.length === 0
  const column = figuresColumn(paper, letter, { hasChart: shown.hasChart, spacing, x: isAlone ? LEFT : paper.at(RIGHT_BLOCK) })
  const right = column ? paper.at(389.6) : paper.right
  const tableRoom = { right, row: spacing.row, tallest: first - HEAD_HEIGHT, tallestNext: next - HEAD_HEIGHT }
  const [table, ...others] = tablePieces(paper, letter, { measures: shown.measures, room: tableRoom })
  if (!table) return []
  const note = notePart(paper, leftOut(letter, shown))
  const isWhole = others.length === 0
  const tableFoot = table.height + (isWhole ? heightOf(note) : 0)
  const narrow = goalParts(paper, shown.goals, { spacing, right })
  const goalsBeside = column && isWhole && tableFoot + heightOf(narrow) <= first ? narrow : []
  const height = Math.max(tableFoot + heightOf(goalsBeside), column?.height ?? 0)
  const draw = (y: number) => {
    table.draw(y, table.height)
    if (isWhole) drawDown(note, y + table.height)
    column?.drawTrend(y, { height, tableHeight: table.height })
    drawDown(goalsBeside, y + tableFoot)
    column?.drawChart(y, { height })
  }
  const after = others.map((piece): Part => ({ gap: 0, height: piece.height, draw: y => piece.draw(y, piece.height) }))
  const goals = goalsBeside.length > 0 ? [] : goalParts(paper, shown.goals, { spacing, right: paper.right })
  return [{ gap: 0, height, draw }, ...after, ...(isWhole ? [] : note), ...goals, ...wordsBelow(paper, column?.wordsBelow ?? '', spacing)]
}

const wordsBelow = (paper: Paper, words: string, spacing: Spacing) => (words === '' ? [] : bodyChartWordsParts(paper, words, spacing))
const heightOf = (parts: readonly Part[]) => parts.reduce((sum, { gap, height }) => sum + gap + height, 0)

function drawDown(parts: readonly Part[], y: number): void {
  parts.reduce((top, { gap, height, draw }) => {
    draw(top + gap)
    return top + gap + height
  }, y)
}

function notePart(paper: Paper, words: string): Part[] {
  if (words === '') return []
  return [{ gap: 0, height: NOTE_HEIGHT, draw: y => tagged(paper, paper.root, 'P', () => set(paper, words, NOTICE, { x: LEFT, y: y + NOTE_HEIGHT - 1 })) }]
}

/** What a shortened table says of the measures it leaves out; nothing where none is, or where the body chart says them. */
function leftOut({ measures, bodyChart }: ProgressLetter, shown: ShownParts): string {
  const said = shown.hasChart ? (bodyChart?.says ?? []) : []
  const others = measures.filter(measure => !shown.measures.includes(measure) && !said.includes(measure.measure))
  if (others.length === 0) return ''
  return `${others.length} more ${others.length === 1 ? 'measure' : 'measures'} on file, ${others.some(hasChanged) ? 'sent on request' : 'unchanged'}.`
}
