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

function Check({ label, value, onChange, hint, error, name, disabled, onBlur, isSwitch }: CheckProps & { isSwitch: boolean }) {
  const id = useId()
  const describedBy = cx(error ? `${id}-error` : hint ? `${id}-hint` : undefined) || undefined
  return (
    <div className={cx(css.check, isSwitch && css.switch)}>
      <input
        id={id}
        type="checkbox"
        role={isSwitch ? 'switch' : undefined}
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

/** A yes or no that is saved with the form around it. */
export function Checkbox(props: CheckProps) {
  return <Check {...props} isSwitch={false} />
}

/** A yes or no that takes effect at once. */
export function Switch(props: CheckProps) {
  return <Check {...props} isSwitch={true} />
}
