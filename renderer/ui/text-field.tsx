import type { HTMLInputAutoCompleteAttribute, KeyboardEventHandler, Ref } from 'react'
import { cx } from './cx.ts'
import css from './field.module.css'
import { Field, type FieldProps } from './field.tsx'

type TextFieldProps = FieldProps & {
  value: string
  onChange: (text: string) => void
  type?: 'text' | 'password' | 'tel' | 'email' | 'search'
  placeholder?: string | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric' | 'decimal'
  maxLength?: number | undefined
  large?: boolean | undefined
  onKeyDown?: KeyboardEventHandler<HTMLInputElement> | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** One line of text on a rule. `large` is 40 px high, for sign-in. */
export function TextField({ value, onChange, type = 'text', large = false, ...rest }: TextFieldProps) {
  const { ref, placeholder, autoComplete = 'off', inputMode, maxLength, onKeyDown, ...frame } = rest
  return (
    <Field {...frame} className={cx(large && css.large, frame.className)}>
      {({ id, describedBy, invalid }) => (
        <input
          ref={ref}
          id={id}
          className={css.control}
          type={type}
          name={frame.name}
          value={value}
          placeholder={placeholder}
          autoComplete={autoComplete}
          inputMode={inputMode}
          maxLength={maxLength}
          disabled={frame.disabled}
          spellCheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={event => onChange(event.target.value)}
          onBlur={frame.onBlur}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  )
}

type TextAreaProps = FieldProps & {
  value: string
  onChange: (text: string) => void
  rows?: number
  placeholder?: string | undefined
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement> | undefined
  ref?: Ref<HTMLTextAreaElement> | undefined
}

/** Several lines on a rule; grows with what is typed. Spell-checked, since it is prose. */
export function TextArea({ value, onChange, rows = 1, placeholder, onKeyDown, ref, ...frame }: TextAreaProps) {
  return (
    <Field {...frame}>
      {({ id, describedBy, invalid }) => (
        <textarea
          ref={ref}
          id={id}
          className={cx(css.control, css.area)}
          name={frame.name}
          value={value}
          rows={rows}
          placeholder={placeholder}
          disabled={frame.disabled}
          spellCheck={true}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={event => onChange(event.target.value)}
          onBlur={frame.onBlur}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  )
}
