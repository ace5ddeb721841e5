import type { OutcomeScore, PlannedMeasure } from '../../shared/outcomes/schema.ts'
import { usualPlan } from '../../shared/outcomes/usual-plan.ts'
import type { Condition } from './demo-conditions.ts'
import type { Trend } from './demo-people.ts'

/** The demo clinic asks its questionnaires at the first visit and every third one after it. */
const EVERY = 3
const GAIN: Readonly<Record<Trend, number>> = { better: 0.66, some: 0.25, flat: 0.04, worse: -0.15 }
const RATING: Readonly<Record<Trend, number>> = { better: 5, some: 2, flat: 0, worse: -2 }
/** Points at the first visit: of 50 where less is better, of 80 where more is better. */
const FIRST = { 'neck-disability': 22, oswestry: 22, 'lower-extremity': 44, 'upper-extremity': 42 } as const
const MOST = 80
/** The sentences of Roland-Morris in the order in which the demo’s patients stop ticking them, last first. */
const TICKED = [3, 9, 11, 13, 21, 2, 6, 10, 23, 8, 4, 19, 7, 16] as const

/** What the episodes of a condition measure, and when. */
export const planOf = ({ name, regions }: Condition): PlannedMeasure[] => usualPlan(name, regions).map(planned => ({ ...planned, everyVisits: EVERY }))

/** The questionnaires answered at a visit: `index` counts visits from 0, `way` is how far the course has come, 0 to 1. */
export function scoresAt(condition: Condition, trend: Trend, { index, way }: { index: number; way: number }): OutcomeScore[] {
  return planOf(condition).flatMap(({ measure }): OutcomeScore[] => {
    if (measure === 'pain' || measure === 'psfs' || measure === 'generic') return []
    const blank = { measure, ticked: null, points: null, answered: null, generic: null }
    if (measure === 'global-change') return index % EVERY === EVERY - 1 ? [{ ...blank, points: Math.round(RATING[trend] * way) }] : []
    if (index % EVERY !== 0) return []
    const healed = GAIN[trend] * way
    if (measure === 'roland-morris') return [{ ...blank, ticked: TICKED.slice(0, Math.round(12 * (1 - healed))).toSorted((a, b) => a - b) }]
    const first = FIRST[measure]
    const isLess = measure === 'neck-disability' || measure === 'oswestry'
    const points = Math.round(isLess ? first * (1 - healed) : first + (MOST - first) * healed)
    return [{ ...blank, points, answered: isLess ? 10 : 20 }]
  })
}
