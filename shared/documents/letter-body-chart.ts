import { changesInWords, compareMarks } from '../body-chart/compare.ts'
import { markInWords } from '../body-chart/mark-words.ts'
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
  const words = now ? changesInWords(compareMarks(before.marks, now.marks)) : `${before.marks.map(markInWords).join('; ')}.`
  const says = palpationRows(visits).map(({ measure }) => measure)
  return { before, now: now ?? null, words: shortened(words, WORDS_MAX), says, place }
}
