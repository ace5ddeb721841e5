import { goalAfter, measuredFor } from '../../shared/episodes/goal-progress.ts'
import type { Goal } from '../../shared/episodes/schema.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { formatScore } from '../../shared/outcomes/measures.ts'
import { todayHere } from '../ui/clock.ts'
import { ProgressBar } from '../ui/meter.tsx'
import css from './glance-column.module.css'

const STATED = { met: 'met', 'partly-met': 'partly met', 'in-progress': 'in progress', 'not-started': 'not started' } as const satisfies Record<
  Goal['status'],
  string
>

/** Each goal with what today’s note measures of it so far, else with the last measurement. */
export function GoalsToday({ goals, content }: { goals: readonly Goal[]; content: NoteContent | null }) {
  return (
    <ul>
      {goals.map(goal => {
        const { current, progress, status } = withToday(goal, content)
        const unit = goal.measure === 'rom' ? '°' : goal.unit === '%' ? '%' : ''
        const write = (value: number) => `${formatScore(value)}${unit}`
        const target = goal.target === null ? '' : status === 'met' ? ', met' : `, goal ${write(goal.target)}`
        const words =
          current === null
            ? goal.measure === 'free'
              ? STATED[status]
              : `${goal.target === null ? 'not measured' : `goal ${write(goal.target)}`}`
            : write(current) + target
        return (
          <li key={goal.id} className={css.goal}>
            <p>
              <span>{goal.text}</span>
              <b>{words}</b>
            </p>
            {goal.measure !== 'free' && <ProgressBar part={status === 'met' ? 1 : (progress ?? 0)} label={`${goal.text}: ${words}`} />}
          </li>
        )
      })}
    </ul>
  )
}

// Goals stand as after the last signed note; what today’s note measures comes on top.
function withToday(goal: Goal, content: NoteContent | null): Pick<Goal, 'current' | 'progress' | 'status'> {
  const today = content && { on: todayHere(), pain: content.painBefore, activities: content.activities, rom: content.rom, scores: content.scores }
  if (!today || measuredFor(goal, today) === null) return goal
  return goalAfter({ ...goal, baseline: goal.start }, [today])
}
