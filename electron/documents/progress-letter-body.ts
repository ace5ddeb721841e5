import type { LetterGoal, ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { LEFT, type Paper } from './page.ts'
import type { Part } from './page-flow.ts'
import { set, setLine, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { KEY, type Line, STRONG, TEXT, type Words } from './text-style.ts'
import { wrap } from './text-wrap.ts'

/** Text beside the side-heads. */
export const TEXT_LEFT = 132.8
const GOAL_LEFT = 200
const LEAD = 13
const BASELINE = 8
const GAP = 7
const GAP_BELOW_TABLE = 13
/** Long prose may break over a page after so many lines. */
const LINES_KEPT_TOGETHER = 8

const STATUSES = { met: 'Met', 'partly-met': 'Partly met', 'in-progress': 'In progress', 'not-met': 'Not met' } as const
const STATUS_ORDER: readonly LetterGoal['status'][] = ['met', 'partly-met', 'in-progress', 'not-met']

/** The greeting and the answer: what a physician reads in the first ten seconds. `y` of the part is the greeting's baseline. */
export function answerPart(paper: Paper, { greeting, answer }: ProgressLetter): Part {
  const lines = wrap(paper, [{ text: answer, style: KEY }], { width: paper.at(545) - LEFT, maxLines: 8 })
  const greetings = wrap(paper, [{ text: greeting, style: TEXT }], { width: paper.right - LEFT, maxLines: 1 })
  const draw = (y: number) => {
    tagged(paper, paper.root, 'P', () => setLines(paper, greetings, { x: LEFT, y, lead: LEAD }))
    tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: LEFT, y: y + 24, lead: 16 }))
  }
  return { gap: 0, height: 24 + lines.length * 16, draw }
}

/** The goals by status, each with its present value. */
export function goalParts(paper: Paper, goals: readonly LetterGoal[]): Part[] {
  const sorted = goals.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  return sorted.map((goal, i) => {
    const lines = wrap(paper, [{ text: goal.text, style: TEXT }], { width: paper.right - GOAL_LEFT, maxLines: 3 })
    const draw = (y: number) => {
      if (i === 0) sideHead(paper, 'Goals', y)
      tagged(paper, paper.root, 'P', () => {
        set(paper, STATUSES[goal.status], STRONG, { x: TEXT_LEFT, y: y + BASELINE })
        setLines(paper, lines, { x: GOAL_LEFT, y: y + BASELINE, lead: LEAD })
      })
    }
    return { gap: i === 0 ? GAP_BELOW_TABLE : 0, height: lines.length * LEAD, draw }
  })
}

/** What stood against massage, one line a finding; nothing where nothing was found. */
export function screeningParts(paper: Paper, { screening }: ProgressLetter): Part[] {
  return proseParts(paper, { head: 'Screening', paragraphs: screening.split(/\r?\n/).map(text => [{ text, style: TEXT }]) })
}

/** What was done. */
export function treatmentParts(paper: Paper, { treatment }: ProgressLetter): Part[] {
  return proseParts(paper, { head: 'Treatment', paragraphs: treatment.split(/\r?\n/).map(text => [{ text, style: TEXT }]) })
}

/** What is asked, and who signs. */
export function requestParts(paper: Paper, letter: ProgressLetter): Part[] {
  const { request, signed } = letter
  const signature = signed.on ? `Signed electronically on ${formatDate(signed.on)}.` : 'Not signed yet.'
  const strongAndText = (lead: string, rest: string) => joinWithoutGap(lead, rest)
  return [
    ...proseParts(paper, { head: 'Request', paragraphs: [strongAndText(request.lead, request.rest)] }),
    ...proseParts(paper, {
      head: 'Signed',
      paragraphs: [[{ text: signed.name, style: STRONG }], [{ text: `${signed.credentials} ${signature}`, style: TEXT }]],
    }),
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

function proseParts(paper: Paper, { head, paragraphs }: { head: string; paragraphs: readonly (readonly Words[])[] }): Part[] {
  const width = paper.right - TEXT_LEFT
  const filled = paragraphs.filter(words => words.some(({ text }) => text.trim() !== ''))
  const chunks = filled.flatMap(words => chunksOf(wrap(paper, words, { width, maxLines: 2000 })))
  return chunks.map((lines, i) => ({
    gap: i === 0 ? GAP : 0,
    height: lines.length * LEAD,
    draw: y => {
      if (i === 0) sideHead(paper, head, y)
      tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x: TEXT_LEFT, y: y + BASELINE, lead: LEAD }))
    },
  }))
}

/** The bold word at the left of a part. */
export function sideHead(paper: Paper, text: string, y: number): void {
  tagged(paper, group(paper, paper.root, 'Sect'), 'H2', () => setLine(paper, [{ text, style: STRONG }], { x: LEFT, y: y + BASELINE }))
}

function chunksOf(lines: readonly Line[]): Line[][] {
  return Array.from({ length: Math.ceil(lines.length / LINES_KEPT_TOGETHER) }, (_, i) => lines.slice(i * LINES_KEPT_TOGETHER, (i + 1) * LINES_KEPT_TOGETHER))
}
