import { Button } from './button.tsx'
import css from './progress-bar.module.css'

type ProgressBarProps = {
  /** What is being done: “Drawing statements”. */
  label: string
  done: number
  /** 0 while it is not known yet. */
  total: number
  onCancel: () => void
}

/** How far a long work is, with a count, and the way to stop it. */
export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
  const words = total === 0 ? 'Getting ready' : `${done} of ${total}`
  return (
    <div className={css.progress}>
      <span className={css.label}>{label}</span>
      <span className={css.track} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done} aria-valuetext={words}>
        <span className={css.part} style={{ width: `${total === 0 ? 0 : Math.round((done / total) * 100)}%` }} />
      </span>
      <span className={css.count}>{words}</span>
      <Button kind="text" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
