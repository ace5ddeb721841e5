import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import css from './field.module.css'
import { useNarrow } from './use-narrow.ts'

/** What every field shares: the label above the rule, an error sentence, a hint, and a width. */
export type FieldProps = {
  label: string
  error?: string | undefined
  hint?: ReactNode
  name?: string | undefined
  disabled?: boolean | undefined
  required?: boolean | undefined
  /** Hides the label from sight where the column head already says it; screen readers still hear it. */
  bare?: boolean | undefined
  /** Marks a value that differs from the one carried forward. */
  changed?: boolean | undefined
  onBlur?: (() => void) | undefined
  className?: string | undefined
}

/** The ids and aria attributes that tie an input to its label, hint and error. */
export type FieldWiring = { id: string; describedBy: string | undefined; invalid: true | undefined }

/** The frame of a field. `children` draws the control with the wiring it gets. */
export function Field({ label, error, hint, bare, changed, required, className, children }: FieldProps & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const describedBy = cx(error ? `${id}-error` : hint ? `${id}-hint` : undefined) || undefined
  return (
    <div className={cx(css.field, changed && css.changed, className)} data-invalid={error ? true : undefined}>
      <label className={cx(css.label, bare && css.hidden)} htmlFor={id}>
        {label}
        {required === false && <span className={css.optional}> optional</span>}
      </label>
      {children({ id, describedBy, invalid: error ? true : undefined })}
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

/** Several fields in one row; `template` is a CSS grid of columns, such as `2fr 1fr 1fr`. Wraps to one column when narrow. */
export function FieldRow({ template, children }: { template?: string; children: ReactNode }) {
  const isNarrow = useNarrow()
  return (
    <div className={cx(css.row, isNarrow && css.stacked)} style={template && !isNarrow ? { gridTemplateColumns: template } : undefined}>
      {children}
    </div>
  )
}
