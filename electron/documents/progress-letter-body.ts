import type { LetterGoal, ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { LEFT, type Paper } from './page.ts'
import type { Part } from './page-flow.ts'
import { set, setLine, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import type { Spacing } from './progress-letter-spacing.ts'
import { KEY, type Line, STRONG, TEXT, type Words } from './text-style.ts'
import { wrap } from './text-wrap.ts'

const BASELINE = 8
/** Long prose may break over a page after so many lines. */
const LINES_KEPT_TOGETHER = 8

const STATUSES = { met: 'Met', 'partly-met': 'Partly met', 'in-progress': 'In progress', 'not-met': 'Not met' } as const
const STATUS_ORDER: readonly LetterGoal['status'][] = ['met', 'partly-met', 'in-progress', 'not-met']

/** The greeting and the answer: what a physician reads in the first ten seconds. `y` of the part is the greeting's baseline. */
export function answerPart(paper: Paper, { greeting, answer }: ProgressLetter, { lead, answerDown, belowAnswer }: Spacing): Part {
  const lines = wrap(paper, [{ text: answer, style: KEY }], { width: paper.at(545) - LEFT, maxLines: 8 })
  const greetings = wrap(paper, [{ text: greeting, style: TEXT }], { width: paper.right - LEFT, maxLines: 1 })
  const draw = (y: number) => {
    tagged(paper, paper.root, 'P', () => setLines(paper, greetings, { x: LEFT, y, lead }))
    tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + answerDown, lead: 16 }))
  }
  return { gap: 0, height: answerDown + lines.length * 16 + belowAnswer, draw }
}

/** The goals by status, each with its present value, up to a right edge. */
export function goalParts(paper: Paper, goals: readonly LetterGoal[], { spacing, right }: { spacing: Spacing; right: number }): Part[] {
  const { lead, textLeft, goalLeft, belowTable } = spacing
  const sorted = goals.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  return sorted.map((goal, i) => {
    const lines = wrap(paper, [{ text: goal.text, style: TEXT }], { width: right - goalLeft, maxLines: 3 })
    const draw = (y: number) => {
      if (i === 0) sideHead(paper, 'Goals', y)
      tagged(paper, paper.root, 'P', () => {
        set(paper, STATUSES[goal.status], STRONG, { x: textLeft, y: y + BASELINE })
        setLines(paper, lines, { x: goalLeft, y: y + BASELINE, lead })
      })
    }
    return { gap: i === 0 ? belowTable : 0, height: lines.length * lead, draw }
  })
}

/** What stood against massage, one line a finding; nothing where nothing was found. */
export function screeningParts(paper: Paper, { screening }: ProgressLetter, spacing: Spacing): Part[] {
  return proseParts(paper, { head: 'Screening', paragraphs: screening.split(/\r?\n/).map(text => [{ text, style: TEXT }]) }, spacing)
}

/** What was done. */
export function treatmentParts(paper: Paper, { treatment }: ProgressLetter, spacing: Spacing): Part[] {
  return proseParts(paper, { head: 'Treatment', paragraphs: treatment.split(/\r?\n/).map(text => [{ text, style: TEXT }]) }, spacing)
}

/** The words of a body chart that are too long to stand below its figures. */
export function bodyChartWordsParts(paper: Paper, words: string, spacing: Spacing): Part[] {
  return proseParts(paper, { head: 'Body chart', paragraphs: [[{ text: words, style: TEXT }]] }, spacing)
}

/** What is asked, and who signs. */
export function requestParts(paper: Paper, letter: ProgressLetter, spacing: Spacing): Part[] {
  const { request, signed } = letter
  const signature = signed.on ? `Signed electronically on ${formatDate(signed.on)}.` : 'Not signed yet.'
  const name = { text: signed.name, style: STRONG }
  const facts = { text: `${signed.credentials} ${signature}`, style: TEXT }
  return [
    ...proseParts(paper, { head: 'Request', paragraphs: [joinWithoutGap(request.lead, request.rest)] }, spacing),
    ...proseParts(paper, { head: 'Signed', paragraphs: letter.layout === 1 ? [[name], [facts]] : [[name, facts]] }, spacing),
  ]
}

/** A rest that begins with a comma or a full stop belongs to the last word of the lead: “6 weeks, same regions”. */
function joinWithoutGap(lead: string, rest: string): Words[] {
  const mark = /^\s*[,.;:]/.exec(rest)?.[0] ?? ''
  return [
    { text: lead + mark.trim(), style: STRONG },
    { text: rest.slice(mark.length), style: TEXT },
  ]
}

type Prose = { readonly head: string; readonly paragraphs: readonly (readonly Words[])[] }

function proseParts(paper: Paper, { head, paragraphs }: Prose, { lead, gap, textLeft }: Spacing): Part[] {
  const width = paper.right - textLeft
  const filled = paragraphs.filter(words => words.some(({ text }) => text.trim() !== ''))
  const chunks = filled.flatMap(words => chunksOf(wrap(paper, words, { width, maxLines: 2000 })))
  return chunks.map((lines, i) => ({
    gap: i === 0 ? gap : 0,
    height: lines.length * lead,
    draw: y => {
      if (i === 0) sideHead(paper, head, y)
      tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: textLeft, y: y + BASELINE, lead }))
    },
  }))
}

/** The bold word at the left of a part. */
function sideHead(paper: Paper, text: string, y: number): void {
  tagged(paper, group(paper, paper.root, 'Sect'), 'H2', () => setLine(paper, [{ text, style: STRONG }], { x: LEFT, y: y + BASELINE }))
}

function chunksOf(lines: readonly Line[]): Line[][] {
  return Array.from({ length: Math.ceil(lines.length / LINES_KEPT_TOGETHER) }, (_, i) => lines.slice(i * LINES_KEPT_TOGETHER, (i + 1) * LINES_KEPT_TOGETHER))
}
