import type { Goal } from '../episodes/schema.ts'
import { formatScore } from '../outcomes/measures.ts'
import type { LetterGoal, LetterKind } from './progress-letter.ts'

/** Goals as a letter states them: those met first, then partly, then open. When treatment ends, an open goal is said not to be met. */
export function letterGoals(goals: readonly Goal[], kind: LetterKind): LetterGoal[] {
  const isOver = kind === 'discharge' || kind === 'refer-back'
  const order = ['met', 'partly-met', 'in-progress', 'not-met'] as const
  return goals
    .map(goal => ({ status: statusOf(goal, isOver), text: goalWords(goal) }))
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
    .slice(0, 30)
}

function statusOf(goal: Goal, isOver: boolean): LetterGoal['status'] {
  if (goal.status === 'met' || goal.status === 'partly-met') return goal.status
  return isOver ? 'not-met' : 'in-progress'
}

function goalWords({ text, current, unit, measure }: Goal): string {
  if (current === null || measure === 'free') return text
  return `${text}: now ${formatScore(current)}${unitWords(measure, unit)}`
}

function unitWords(measure: Goal['measure'], unit: string): string {
  if (measure === 'rom') return unit === '°' || unit === 'degrees' ? '°' : ''
  if (measure === 'score') return unit === '%' ? '%' : ''
  return ' out of 10'
}
