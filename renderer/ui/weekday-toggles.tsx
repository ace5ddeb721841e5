import { cx } from './cx.ts'
import css from './weekday-toggles.module.css'

const DAYS = [
  { day: 1, short: 'Mon', name: 'Monday' },
  { day: 2, short: 'Tue', name: 'Tuesday' },
  { day: 3, short: 'Wed', name: 'Wednesday' },
  { day: 4, short: 'Thu', name: 'Thursday' },
  { day: 5, short: 'Fri', name: 'Friday' },
  { day: 6, short: 'Sat', name: 'Saturday' },
  { day: 7, short: 'Sun', name: 'Sunday' },
] as const

type WeekdayTogglesProps = { label: string; value: readonly number[]; onChange: (days: number[]) => void; withLabel?: boolean; error?: string | undefined }

/** Weekdays to switch on and off, 1 Monday … 7 Sunday. What none of them means stands beside it. */
export function WeekdayToggles({ label, value, onChange, withLabel = false, error }: WeekdayTogglesProps) {
  const toggle = (day: number) => onChange(value.includes(day) ? value.filter(one => one !== day) : [...value, day].sort((a, b) => a - b))
  return (
    <fieldset className={css.group}>
      <legend className={withLabel ? css.label : css.hidden}>{label}</legend>
      <div className={css.days}>
        {DAYS.map(({ day, short, name }) => (
          <label key={day} className={cx(css.day, value.includes(day) && css.on)}>
            <input type="checkbox" className={css.box} checked={value.includes(day)} onChange={() => toggle(day)} aria-label={name} />
            {short}
          </label>
        ))}
      </div>
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
