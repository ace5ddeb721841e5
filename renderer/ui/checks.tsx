import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import css from './field.module.css'

type CheckProps = {
  label: ReactNode
  value: boolean
  onChange: (value: boolean) => void
  hint?: ReactNode
  error?: string | undefined
  name?: string | undefined
  disabled?: boolean | undefined
  onBlur?: (() => void) | undefined
}

/** A yes or no that is saved with the form around it. */
export function Checkbox({ label, value, onChange, hint, error, name, disabled, onBlur }: CheckProps) {
  const id = useId()
  const describedBy = cx(error ? `${id}-error` : hint ? `${id}-hint` : undefined) || undefined
  return (
    <div className={css.check}>
      <input
        id={id}
        type="checkbox"
        name={name}
        checked={value}
        disabled={disabled}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        onChange={event => onChange(event.target.checked)}
        onBlur={onBlur}
      />
      <label htmlFor={id}>{label}</label>
      {error && (
        <p className={css.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && !error && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
