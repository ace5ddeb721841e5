import type { Appointment } from '../../shared/appointments/schema.ts'
import { formatTime } from '../../shared/lib/dates.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './check-out.module.css'

const LOOKS = { done: undefined, ahead: undefined, now: css.stepNow, missing: css.stepMissing }

type Step = { words: string; state: 'done' | 'now' | 'ahead' | 'missing' }

function stepsOf(visit: Appointment, isCheckedOut: boolean, hasPapers: boolean): Step[] {
  const hasNote = visit.noteState !== 'none'
  return [
    { words: 'Booked', state: 'done' },
    { words: visit.arrivedAt ? `Arrived ${formatTime(visit.arrivedAt)}` : 'Arrived', state: visit.arrivedAt || hasNote ? 'done' : 'ahead' },
    { words: visit.startedAt ? `In session ${formatTime(visit.startedAt)}` : 'In session', state: hasNote ? 'done' : 'ahead' },
    visit.noteState === 'draft' ? { words: 'Not signed', state: 'missing' } : { words: 'Signed', state: hasNote ? 'done' : 'ahead' },
    { words: isCheckedOut ? 'Checked out' : 'Check out', state: isCheckedOut ? 'done' : hasNote ? 'now' : 'ahead' },
    { words: 'Papers', state: hasPapers ? 'done' : isCheckedOut ? 'now' : 'ahead' },
  ]
}

/** Where the visit stands between booking and papers. */
export function Spine({ visit, isCheckedOut, hasPapers }: { visit: Appointment; isCheckedOut: boolean; hasPapers: boolean }) {
  return (
    <ol className={css.spine} aria-label="Steps of this visit">
      {stepsOf(visit, isCheckedOut, hasPapers).map((step, index) => (
        <li key={step.words} className={cx(css.step, LOOKS[step.state])} aria-current={step.state === 'now' ? 'step' : undefined}>
          {index > 0 && <Icon name="right" size={12} />}
          <span>{step.words}</span>
        </li>
      ))}
    </ol>
  )
}
