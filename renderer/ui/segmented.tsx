import { useId } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icons.tsx'
import css from './segmented.module.css'
import type { Choice } from './select-field.tsx'

type SegmentedProps<V extends string> = {
  label: string
  value: V | null
  onChange: (value: V) => void
  choices: readonly Choice<V>[]
  size?: 'small' | 'medium'
  /** Shows the label above; otherwise only screen readers hear it. */
  withLabel?: boolean
  /** Draws a check on the chosen one, where the choice is an answer rather than a view. */
  withCheck?: boolean
  error?: string | undefined
  disabled?: boolean | undefined
}

/** Two to five answers side by side; arrow keys move the choice. Real radio buttons underneath. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { label, value, onChange, choices, size = 'medium', withLabel = false, withCheck = false, error, disabled } = props
  const id = useId()
  return (
    <fieldset className={css.group} aria-describedby={error ? `${id}-error` : undefined} disabled={disabled}>
      <legend className={withLabel ? css.label : css.hidden}>{label}</legend>
      <div className={cx(css.bar, size === 'small' && css.small)}>
        {choices.map(choice => (
          <label key={choice.value} className={cx(css.cell, value === choice.value && css.on)}>
            <input
              type="radio"
              name={id}
              className={css.radio}
              checked={value === choice.value}
              disabled={choice.disabled}
              aria-invalid={error ? true : undefined}
              onChange={() => onChange(choice.value)}
            />
            {withCheck && value === choice.value && <Icon name="check" />}
            {choice.label}
          </label>
        ))}
      </div>
      {error && (
        <p className={css.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
