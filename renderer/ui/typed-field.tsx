import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { cx } from './cx.ts'
import css from './field.module.css'
import { Field, type FieldProps } from './field.tsx'

/** How a value is written and read: `read` gives `undefined` for what makes no sense, `null` for empty. */
export type Reading<T> = { write: (value: T | null) => string; read: (typed: string) => T | null | undefined; refusal: string }

type TypedFieldProps<T> = FieldProps & {
  value: T | null
  onChange: (value: T | null) => void
  reading: Reading<T>
  step?: ((value: T | null, by: 1 | -1) => T | null) | undefined
  placeholder?: string | undefined
  alignRight?: boolean | undefined
  prefix?: string | undefined
  suffix?: string | undefined
  inputMode?: 'numeric' | 'decimal' | 'text'
  after?: ReactNode
}

/**
 * A field whose text becomes a value (a number, money, a day, a time). While one types, the text stays as typed; leaving the field writes it properly,
 * or keeps it with a sentence when it makes no sense. Arrow keys step the value.
 */
export function TypedField<T>({ value, onChange, reading, step, placeholder, alignRight, prefix, suffix, inputMode, after, ...frame }: TypedFieldProps<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const unread = typed !== null && reading.read(typed) === undefined
  const [isRefused, setRefused] = useState(false)

  const type = (text: string) => {
    setTyped(text)
    const read = reading.read(text)
    if (read !== undefined) {
      setRefused(false)
      onChange(read)
    }
  }
  const leave = () => {
    setRefused(unread)
    if (!unread) setTyped(null)
    frame.onBlur?.()
  }
  const stepWithArrows = (event: KeyboardEvent) => {
    if (!step || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    setTyped(null)
    setRefused(false)
    onChange(step(value, event.key === 'ArrowUp' ? 1 : -1))
  }

  return (
    <Field {...frame} error={isRefused && unread ? reading.refusal : frame.error}>
      {({ id, describedBy, invalid }) => (
        <div className={cx(after !== undefined && css.boxed)}>
          {prefix && <span className={css.affix}>{prefix}</span>}
          <input
            id={id}
            className={cx(css.control, alignRight && css.number)}
            type="text"
            name={frame.name}
            value={typed ?? reading.write(value)}
            placeholder={placeholder}
            inputMode={inputMode}
            autoComplete="off"
            disabled={frame.disabled}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            data-unread={unread || undefined}
            onChange={event => type(event.target.value)}
            onFocus={event => event.target.select()}
            onBlur={leave}
            onKeyDown={stepWithArrows}
          />
          {suffix && <span className={css.affix}>{suffix}</span>}
          {after}
        </div>
      )}
    </Field>
  )
}
