import { type ShownParts, shorterAndShorter, wholeLetter } from '../../shared/documents/letter-shortened.ts'
import type { ProgressLetter } from '../../shared/documents/progress-letter.ts'
import type { Paper } from './page.ts'
import { type Part, type PlannedPage, planPages, type Room } from './page-flow.ts'
import { answerPart, goalParts, requestParts, screeningParts, treatmentParts } from './progress-letter-body.ts'
import { measureParts } from './progress-letter-measures.ts'
import { overviewParts } from './progress-letter-overview.ts'
import { CLOSEST, FIRST_SPACING, SPACINGS, type Spacing } from './progress-letter-spacing.ts'

const NEXT_TOP = 140
/** The greeting’s baseline, by layout, and how far below a long Re block it may be pushed: nothing of the body shows in the envelope’s window. */
const GREETING = { 1: 255, 2: 248 } as const
const BELOW_RE = { 1: 33, 2: 26 } as const
/** Kept free between what was found and the table. */
const ABOVE_TABLE = 9
/** A page is not left emptier than this before a part that would fit: a quarter of it. */
const MOST_EMPTY = 190

/** What of the pages is taken already: the reply at the end of the last one, and the Re block whose last line stands at `reBottom`. */
export type Taken = { readonly closing: number; readonly reBottom: number }

/** One page wherever what matters fits on it; else all is said on more pages, and the request stays with the reply it belongs to, on the last one. */
export function planLetter(paper: Paper, letter: ProgressLetter, { closing, reBottom }: Taken): readonly PlannedPage[] {
  const firstTop = Math.max(GREETING[letter.layout], reBottom + BELOW_RE[letter.layout])
  const room = { firstTop, nextTop: NEXT_TOP, end: paper.bodyEnd, closing }
  return letter.layout === 1 ? planAtFirst(paper, letter, room) : (onePage(paper, letter, room) ?? morePages(paper, letter, room))
}

/** The first step of shortening at which the letter fits one page, in the widest spacing that allows it. */
function onePage(paper: Paper, letter: ProgressLetter, room: Room): readonly PlannedPage[] | undefined {
  const planned = (shown: ShownParts, spacing: Spacing) =>
    planPages([...bodyParts(paper, letter, { shown, spacing, room }), ...requestParts(paper, letter, spacing)], room)
  for (const shown of shorterAndShorter(letter)) {
    // Where the closest spacing does not do, no wider one does.
    const closest = planned(shown, CLOSEST)
    if (closest.length > 1) continue
    const wider = SPACINGS.map(spacing => planned(shown, spacing)).find(pages => pages.length === 1)
    return wider ?? closest
  }
  return undefined
}

/** All of a letter. Where the request does not fit below the treatment, sections before it go with it as long as the page they leave stays well filled. */
function morePages(paper: Paper, letter: ProgressLetter, room: Room): readonly PlannedPage[] {
  const [spacing] = SPACINGS
  const body = bodyParts(paper, letter, { shown: wholeLetter(letter), spacing, room })
  const request = requestParts(paper, letter, spacing)
  const flowing = planPages([...body, ...request], room)
  if ((flowing.at(-1)?.slices.length ?? 0) >= request.length) return flowing
  const apart = (moved: number) => {
    const ahead = planPages(body.slice(0, body.length - moved), { ...room, closing: 0 })
    return { ahead, pages: [...ahead, ...planPages([...body.slice(body.length - moved), ...request], { ...room, firstTop: NEXT_TOP })] }
  }
  const plain = apart(0)
  const isBalanced = ({ ahead, pages }: typeof plain) => pages.length === plain.pages.length && room.end - (ahead.at(-1)?.bottom ?? 0) <= MOST_EMPTY
  const moves = Array.from({ length: Math.min(body.length - 1, 6) }, (_, i) => apart(i + 1)).filter(isBalanced)
  return (moves.at(-1) ?? plain).pages
}

type Set = { readonly shown: ShownParts; readonly spacing: Spacing; readonly room: Room }

/** Everything before the request. A referral back says first what was found. */
function bodyParts(paper: Paper, letter: ProgressLetter, { shown, spacing, room }: Set): Part[] {
  const answer = answerPart(paper, letter, spacing)
  const screening = screeningParts(paper, letter, spacing)
  const isReferral = letter.kind === 'refer-back'
  const found = isReferral ? spacedBelow(screening) : []
  const first = room.end - room.firstTop - answer.height - found.reduce((sum, { gap, height }) => sum + gap + height, 0)
  const overview = overviewParts(paper, letter, { shown, room: { spacing, first, next: room.end - room.nextTop } })
  return [answer, ...found, ...overview, ...(isReferral ? [] : screening), ...treatmentParts(paper, letter, spacing)]
}

/** Parts with room below the last one, where a table follows. */
const spacedBelow = (parts: readonly Part[]): Part[] => parts.map((part, i) => (i === parts.length - 1 ? { ...part, height: part.height + ABOVE_TABLE } : part))

/** As the first Myodesk dealt its letters out: shortened to one page if that helps, else the request and the reply on a page of their own. */
function planAtFirst(paper: Paper, letter: ProgressLetter, room: Room): readonly PlannedPage[] {
  const spacing = FIRST_SPACING
  const request = requestParts(paper, letter, spacing)
  const bodyOf = ({ measures, goals }: ShownParts) => [
    answerPart(paper, letter, spacing),
    ...measureParts(paper, letter, measures),
    ...goalParts(paper, goals, { spacing, right: paper.right }),
    ...treatmentParts(paper, letter, spacing),
  ]
  for (const shown of shorterAndShorter(letter)) {
    const pages = planPages([...bodyOf(shown), ...request], room)
    if (pages.length === 1) return pages
  }
  return [...planPages(bodyOf(wholeLetter(letter)), { ...room, closing: 0 }), ...planPages(request, { ...room, firstTop: NEXT_TOP })]
}
