import type { z } from 'zod'
import { formatMonthDay } from '../lib/dates.ts'
import { bandAround, changeSentence, formatScore, MEASURES, type MeasureKey } from '../outcomes/measures.ts'
import { type MeasuredVisit, measuredFor } from './goal-progress.ts'
import type { GoalFields, Trend } from './schema.ts'

type StatedTarget = Pick<z.infer<typeof GoalFields>, 'measure' | 'target'>

const DRAWN: readonly { readonly measure: 'pain-now' | 'psfs'; readonly key: MeasureKey; readonly title: string }[] = [
  { measure: 'pain-now', key: 'pain', title: 'Pain before each visit' },
  { measure: 'psfs', key: 'psfs', title: 'Patient’s own activities (PSFS)' },
]

/** The courses worth drawing from the signed notes, oldest first: pain and the mean of the patient’s activities. One that was never measured is left out. */
export function trendsOf(visits: readonly MeasuredVisit[], goals: readonly StatedTarget[]): Trend[] {
  return DRAWN.flatMap(({ measure, key, title }) => {
    const points = visits.flatMap(visit => {
      const value = measuredFor({ measure, key: '' }, visit)
      return value === null ? [] : [{ on: visit.on, value }]
    })
    const [first] = points
    if (!first) return []
    const goal = goals.find(one => one.measure === measure)?.target ?? null
    const { min, max, better } = MEASURES[key]
    return [{ measure, title, min, max, better, sentence: sentenceFor(key, points), points, goal, band: bandAround(key, first.value) }]
  })
}

function sentenceFor(key: MeasureKey, points: Trend['points']): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  if (points.length === 1)
    return `${MEASURES[key].subject} was ${formatScore(first.value)} on ${formatMonthDay(first.on)}. The next visit shows whether it changes.`
  return changeSentence(key, first.value, last.value)
}
