import { cx } from './cx.ts'
import css from './meter.module.css'

/** More steps than this become a plain bar. */
const MOST_STEPS = 8

type MeterProps = {
  used: number
  total: number
  /** Whether the next step is being used right now: drawn half filled. */
  now?: boolean
  /** Narrow steps, for lists. */
  size?: 'small' | 'medium'
  /** The words a screen reader hears instead of the steps, such as "4 of 6 visits used". */
  label?: string
}

/** One step per visit of a prescription: solid used, half today, empty left; amber with 1 left or none. Always put the words beside it. */
export function Meter({ used, total, now = false, size = 'medium', label = `${used} of ${total} visits used` }: MeterProps) {
  const isLow = total - used <= 1
  if (total > MOST_STEPS) {
    return (
      <span className={cx(css.bar, isLow && css.low)} role="img" aria-label={label}>
        <span className={css.part} style={{ width: `${Math.min(100, (used / total) * 100)}%` }} />
      </span>
    )
  }
  const steps = Array.from({ length: Math.max(0, total) }, (_, index) => `step-${index}`)
  return (
    <span className={cx(css.meter, size === 'small' && css.small, isLow && css.low)} role="img" aria-label={label}>
      {steps.map((step, index) => (
        <i key={step} className={cx(css.step, index < used && css.used, now && index === used && css.half)} />
      ))}
    </span>
  )
}

/** How far a goal or a long task has come, 0 to 1. `label` says it in words. */
export function ProgressBar({ part, label }: { part: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, part)) * 100)
  return (
    <span className={css.track} role="img" aria-label={label}>
      <span className={css.part} style={{ width: `${percent}%` }} />
    </span>
  )
}
