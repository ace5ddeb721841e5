import type { LocalDate } from '../lib/dates.ts'
import { goalProgress } from '../outcomes/change.ts'
import { measureId, psfsMean } from '../outcomes/measures.ts'
import type { OutcomeScore } from '../outcomes/schema.ts'
import { measureOf, scoreValue } from '../outcomes/score.ts'
import type { Goal } from './schema.ts'

/** What a signed note, or the final measures at discharge, measured before treatment; null where it did not. */
export type MeasuredVisit = {
  readonly on: LocalDate
  readonly pain: { readonly now: number | null; readonly best: number | null; readonly worst: number | null }
  readonly activities: readonly { readonly name: string; readonly score: number | null }[]
  readonly rom: readonly { readonly motion: string; readonly left: number | null; readonly right: number | null; readonly value: number | null }[]
  readonly scores: readonly OutcomeScore[]
}

/** A goal as it is kept, before its course is known. */
export type StatedGoal = Omit<Goal, 'start' | 'current' | 'status' | 'progress'>

const sameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

/** What one visit says about a goal; null where it did not measure it. */
export function measuredFor(goal: Pick<StatedGoal, 'measure' | 'key'>, visit: MeasuredVisit): number | null {
  switch (goal.measure) {
    case 'pain-now':
      return visit.pain.now
    case 'pain-best':
      return visit.pain.best
    case 'pain-worst':
      return visit.pain.worst
    case 'psfs':
      return psfsMean(visit.activities.map(activity => activity.score))
    case 'activity':
      return visit.activities.find(activity => sameName(activity.name, goal.key))?.score ?? null
    case 'rom':
      return degreesFor(goal.key, visit)
    case 'score': {
      const score = scoreFor(goal.key, visit)
      return score ? scoreValue(score) : null
    }
    case 'free':
      return null
  }
}

// "cervical-rotation:left" is one side; a motion of the midline has no side.
function degreesFor(key: string, visit: MeasuredVisit): number | null {
  const [motion, side] = key.split(':')
  const measured = visit.rom.find(one => one.motion === motion)
  if (side === 'left') return measured?.left ?? null
  if (side === 'right') return measured?.right ?? null
  return measured?.value ?? null
}

/** The questionnaire of a visit that a goal or a trend names (`oswestry`, `generic:Grip strength`). */
export const scoreFor = (id: string, visit: MeasuredVisit): OutcomeScore | undefined => visit.scores.findLast(score => measureId(score) === id)

/** A goal with how it stands after the visits so far, oldest first. Without a stated baseline the first measurement is the baseline. */
export function goalAfter(goal: StatedGoal, visits: readonly MeasuredVisit[]): Goal {
  if (goal.measure === 'free') return { ...goal, start: goal.baseline, current: null, status: goal.statedStatus ?? 'not-started', progress: null }
  const values = visits.map(visit => measuredFor(goal, visit)).filter(value => value !== null)
  const current = values.at(-1) ?? null
  const start = goal.baseline ?? values[0] ?? null
  if (current === null || start === null) return { ...goal, start, current, status: 'not-started', progress: null }
  if (goal.target === null) return { ...goal, start, current, status: 'in-progress', progress: null }
  const isLowerBetter = lowerIsBetter(goal, visits) ?? goal.target < start
  const progress = progressAt({ start, target: goal.target, current, isLowerBetter })
  return { ...goal, start, current, status: progress === 1 ? 'met' : progress >= 0.5 ? 'partly-met' : 'in-progress', progress }
}

/** The way from start to target, 0 to 1: 1 from the target on. A start already past the target leaves no way to go. From half of it on, a goal is partly met. */
function progressAt({ start, target, current, isLowerBetter }: { start: number; target: number; current: number; isLowerBetter: boolean }): number {
  const reaches = (value: number) => (isLowerBetter ? value <= target : value >= target)
  if (reaches(current)) return 1
  return reaches(start) ? 0 : (goalProgress(start, target, current) ?? 0)
}

/** Which way a goal’s measure gets better; null where only the target tells. */
function lowerIsBetter({ measure, key }: StatedGoal, visits: readonly MeasuredVisit[]): boolean | null {
  if (measure === 'score') {
    const score = visits.flatMap(visit => scoreFor(key, visit) ?? []).at(-1)
    return score ? measureOf(score).better === 'lower' : null
  }
  return measure.startsWith('pain')
}
