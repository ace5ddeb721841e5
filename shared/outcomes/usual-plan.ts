import { partOf, type Region } from '../body-chart/regions.ts'
import type { PlannedMeasure, ScoredMeasure } from './schema.ts'

const planned = (measure: PlannedMeasure['measure'], given: Partial<PlannedMeasure> = {}): PlannedMeasure => ({
  measure,
  generic: null,
  atStart: true,
  everyVisits: 4,
  atDischarge: true,
  ...given,
})

/** Conditions and parts of the body with the questionnaire that is usual for them. Words of the condition speak first. */
const USUAL: readonly { readonly measure: ScoredMeasure; readonly words: RegExp; readonly parts: readonly string[] }[] = [
  { measure: 'roland-morris', words: /\b(low(er)? back|lumbar|lumbago|sciatic\w*|disc|sacr\w*|si joint)\b/i, parts: ['lower-back'] },
  { measure: 'neck-disability', words: /\b(neck|cervic\w*|whiplash|torticollis)\b/i, parts: ['neck'] },
  { measure: 'upper-extremity', words: /\b(shoulder|rotator|elbow|carpal|wrist|forearm|thumb|hand)\b/i, parts: ['shoulder', 'upper-arm', 'forearm', 'hand'] },
  {
    measure: 'lower-extremity',
    words: /\b(hip|knee|ankle|plantar|heel|foot|calf|achilles|thigh|hamstring|it band)\b/i,
    parts: ['hip', 'thigh', 'knee', 'lower-leg', 'foot'],
  },
]

/**
 * What is usually measured for a condition: its questionnaire at the start, every 4 visits and at discharge, and the patient’s rating of change.
 * Offered where an episode has no plan, never put there by itself. Pain and the patient’s own activities stand in every note anyway.
 */
export function usualPlan(condition: string, regions: readonly Region[]): readonly PlannedMeasure[] {
  const byWords = USUAL.find(({ words }) => words.test(condition))
  const parts = new Set(regions.map(partOf))
  const usual = byWords ?? USUAL.find(one => one.parts.some(part => parts.has(part)))
  const change = planned('global-change', { atStart: false })
  return usual ? [planned(usual.measure), change] : [change]
}
