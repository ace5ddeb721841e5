import { type KeyboardEvent, useId } from 'react'
import { cx } from '../ui/cx.ts'
import css from './choice-cell.module.css'

/** One answer of a cell: how it is drawn, how it is said, and the keys that choose it. */
export type CellChoice<V extends string> = { readonly value: V; readonly sign: string; readonly words: string; readonly keys: readonly string[] }

type ChoiceCellProps<V extends string> = {
  label: string
  value: V | null
  /** Last visit’s answer, drawn as an outline. */
  was?: V | null | undefined
  choices: readonly CellChoice<V>[]
  onChange: (value: V | null) => void
}

/** Two to four short answers side by side: one click, one key, or the arrows to choose; the same key or Backspace takes the answer away. */
export function ChoiceCell<V extends string>({ label, value, was, choices, onChange }: ChoiceCellProps<V>) {
  const id = useId()
  const press = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = choices.find(({ keys }) => keys.includes(event.key.toLowerCase()))
    const isCleared = event.key === 'Backspace' || event.key === 'Delete' || (chosen !== undefined && chosen.value === value)
    if (!chosen && !isCleared) return
    event.preventDefault()
    onChange(isCleared ? null : (chosen?.value ?? null))
    if (chosen) event.currentTarget.querySelectorAll('input')[choices.indexOf(chosen)]?.focus()
  }
  const said = was ? `, last time ${choices.find(choice => choice.value === was)?.words ?? was}` : ''
  return (
    <fieldset className={css.cell} onKeyDown={press} aria-label={`${label}${said}`}>
      {choices.map((choice, place) => (
        <label key={choice.value} className={cx(css.choice, choice.value === was && css.was, choice.value === value && css.on)} title={choice.words}>
          <input
            type="radio"
            name={id}
            className={css.radio}
            checked={choice.value === value}
            tabIndex={choice.value === value || (value === null && place === 0) ? 0 : -1}
            aria-label={`${label}: ${choice.words}`}
            onChange={() => onChange(choice.value)}
            onClick={() => choice.value === value && onChange(null)}
          />
          {choice.sign}
        </label>
      ))}
    </fieldset>
  )
}
