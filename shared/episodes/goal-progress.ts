import type { LocalDate } from '../lib/dates.ts'
import { goalProgress, psfsMean } from '../outcomes/measures.ts'
import type { Goal } from './schema.ts'

/** What a signed note measured before treatment; null where it did not. */
export type MeasuredVisit = {
  readonly on: LocalDate
  readonly pain: { readonly now: number | null; readonly best: number | null; readonly worst: number | null }
  readonly activities: readonly { readonly name: string; readonly score: number | null }[]
  readonly rom: readonly { readonly motion: string; readonly left: number | null; readonly right: number | null; readonly value: number | null }[]
}

/** A goal as it is kept, before its course is known. */
export type StatedGoal = Omit<Goal, 'current' | 'status' | 'progress'>

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
    case 'score':
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

/** A goal with how it stands after the visits so far, oldest first. Without a stated baseline the first measurement is the baseline. */
export function goalAfter(goal: StatedGoal, visits: readonly MeasuredVisit[]): Goal {
  if (goal.measure === 'free') return { ...goal, current: null, status: goal.statedStatus ?? 'not-started', progress: null }
  const values = visits.map(visit => measuredFor(goal, visit)).filter(value => value !== null)
  const current = values.at(-1) ?? null
  const baseline = goal.baseline ?? values[0] ?? null
  if (current === null || baseline === null) return { ...goal, current, status: 'not-started', progress: null }
  if (goal.target === null) return { ...goal, current, status: 'in-progress', progress: null }
  const progress = goalProgress(baseline, goal.target, current)
  return { ...goal, current, status: statusAt({ ...goal, target: goal.target, baseline }, current, progress), progress }
}

// From half of the way on, a goal is partly met.
function statusAt(goal: { measure: Goal['measure']; baseline: number; target: number }, current: number, progress: number | null): Goal['status'] {
  const isLowerBetter = goal.baseline === goal.target ? goal.measure.startsWith('pain') : goal.target < goal.baseline
  if (isLowerBetter ? current <= goal.target : current >= goal.target) return 'met'
  return progress !== null && progress >= 0.5 ? 'partly-met' : 'in-progress'
}
