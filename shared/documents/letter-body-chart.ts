import { changeInWords, compareMarks, type MarkChange } from '../body-chart/compare.ts'
import { markInWords } from '../body-chart/mark-words.ts'
import { joinWords } from '../body-chart/regions.ts'
import { shortened } from '../lib/text.ts'
import { palpationRows } from './letter-findings.ts'
import type { LetterVisit } from './letter-source.ts'
import type { LetterBodyChart } from './progress-letter.ts'
import type { LetterSections } from './schema.ts'

const WORDS_MAX = 420

/**
 * The body charts that a letter shows: of the first charted visit, and of the last one where there is another. A visit without marks was not charted:
 * it does not say that everything is gone. Null where nothing was marked.
 */
export function letterBodyChart(visits: readonly LetterVisit[], place: LetterSections['bodyChart']): LetterBodyChart | null {
  const charted = visits
    .map(({ on, content }) => ({ on, marks: content.marks.filter(mark => mark.kind !== 'treated') }))
    .filter(({ marks }) => marks.length > 0)
  const before = charted[0]
  const now = charted.length > 1 ? charted.at(-1) : undefined
  if (place === 'off' || !before) return null
  const words = now ? changesCounted(compareMarks(before.marks, now.marks)) : `${before.marks.map(markInWords).join('; ')}.`
  const says = palpationRows(visits).map(({ measure }) => measure)
  return { before, now: now ?? null, words: shortened(words, WORDS_MAX), says, place }
}

const COUNTED = [
  { change: 'eased', words: 'eased' },
  { change: 'gone', words: 'gone' },
  { change: 'same', words: 'unchanged' },
] as const satisfies readonly { change: MarkChange['change']; words: string }[]

/** `4 findings eased, 1 gone. New: right scalenes tension (2 of 4).` What got better is counted, the figures show it; what is new or worse is named. */
function changesCounted(changes: readonly MarkChange[]): string {
  const of = (change: MarkChange['change']) => changes.filter(each => each.change === change)
  const counts = COUNTED.flatMap(({ change, words }) => (of(change).length > 0 ? [{ count: of(change).length, words }] : []))
  const counted = counts.map(({ count, words }, i) => `${count} ${i > 0 ? '' : count === 1 ? 'finding ' : 'findings '}${words}`).join(', ')
  const named = (lead: string, change: MarkChange['change']) => (of(change).length > 0 ? [`${lead}: ${joinWords(of(change).map(changeInWords))}.`] : [])
  return [...(counted === '' ? [] : [`${counted}.`]), ...named('Worse', 'worse'), ...named('New', 'new')].join(' ')
}
