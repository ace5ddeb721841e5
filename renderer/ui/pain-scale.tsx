import { type KeyboardEvent, useId, useRef } from 'react'
import { cx } from './cx.ts'
import css from './pain-scale.module.css'
import cells from './scale-cells.module.css'

const CELLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

type PainScaleProps = {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  /** The value of the last visit, drawn as an outline. */
  previous?: number | null | undefined
  disabled?: boolean | undefined
  error?: string | undefined
}

/** 0 to 10 in eleven cells. Filled is today, outlined is last time. A number key sets it, 1 then 0 gives 10, arrows step, Backspace clears. */
export function PainScale({ label, value, onChange, previous = null, disabled, error }: PainScaleProps) {
  const id = useId()
  const lastKey = useRef({ key: '', at: 0 })

  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault()
      onChange(null)
    }
    if (!/^\d$/.test(event.key)) return
    event.preventDefault()
    const isTen = event.key === '0' && lastKey.current.key === '1' && event.timeStamp - lastKey.current.at < 800
    lastKey.current = { key: event.key, at: event.timeStamp }
    const score = isTen ? 10 : Number(event.key)
    onChange(score)
    event.currentTarget.querySelectorAll('input')[score]?.focus()
  }

  return (
    <fieldset
      className={css.scale}
      disabled={disabled}
      onKeyDown={onKeyDown}
      aria-describedby={error ? `${id}-error` : previous === null ? undefined : `${id}-was`}
    >
      <legend className={css.label}>{label}</legend>
      <div className={css.cells}>
        {CELLS.map(cell => (
          <label key={cell} className={cx(cells.cell, cell === previous && cells.was, cell === value && cells.on)}>
            <input
              type="radio"
              className={cells.radio}
              name={id}
              checked={cell === value}
              tabIndex={cell === (value ?? 0) ? 0 : -1}
              onChange={() => onChange(cell)}
              aria-label={`${label} ${cell}`}
            />
            {cell}
          </label>
        ))}
      </div>
      {previous !== null && (
        <span className={css.hidden} id={`${id}-was`}>
          Last time {previous}
        </span>
      )}
      {error && (
        <p className={css.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
