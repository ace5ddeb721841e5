import { type KeyboardEvent, useId, useRef } from 'react'
import { GLOBAL_CHANGE_QUESTION, GLOBAL_CHANGE_RATINGS, ratingInWords } from '../../shared/outcomes/global-change.ts'
import { formatMeasured, MEASURES } from '../../shared/outcomes/measures.ts'
import { cx } from '../ui/cx.ts'
import cells from '../ui/scale-cells.module.css'
import css from './outcome-rating.module.css'

const write = (rating: number) => formatMeasured(MEASURES['global-change'], rating)
/** A minus and the number after it belong together when typed within this time. */
const TOGETHER_MS = 1200

type RatingRowProps = { value: number | null; was: number | null; onChange: (value: number | null) => void }

/** The global rating of change, −7 to +7 in fifteen cells: a number key sets it, minus before it makes it worse, arrows step, Backspace clears. */
export function RatingRow({ value, was, onChange }: RatingRowProps) {
  const id = useId()
  const minusAt = useRef(Number.NEGATIVE_INFINITY)
  const press = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const set = (rating: number | null) => {
      event.preventDefault()
      onChange(rating)
      const cell = event.currentTarget.querySelectorAll('input')[(rating ?? 0) + 7]
      cell?.focus()
    }
    if (event.key === 'Backspace' || event.key === 'Delete') return set(null)
    if (event.key === '-' || event.key === '−') {
      event.preventDefault()
      minusAt.current = event.timeStamp
      return
    }
    if (/^[0-7]$/.test(event.key)) set(Number(event.key) * (event.timeStamp - minusAt.current < TOGETHER_MS ? -1 : 1) || 0)
  }
  return (
    <fieldset className={css.rating} onKeyDown={press} aria-describedby={`${id}-words`}>
      <legend className={css.question}>{GLOBAL_CHANGE_QUESTION}</legend>
      <div className={css.cells}>
        {GLOBAL_CHANGE_RATINGS.map(rating => (
          <label key={rating} className={cx(cells.cell, rating === was && cells.was, rating === value && cells.on)} title={ratingInWords(rating)}>
            <input
              type="radio"
              className={cells.radio}
              name={id}
              checked={rating === value}
              tabIndex={rating === (value ?? 0) ? 0 : -1}
              onChange={() => onChange(rating)}
              aria-label={`${write(rating)}, ${ratingInWords(rating)}`}
            />
            {write(rating)}
          </label>
        ))}
      </div>
      <p className={css.ends} id={`${id}-words`}>
        <span>worse</span>
        <b>{value !== null && ratingInWords(value)}</b>
        <span>better</span>
      </p>
    </fieldset>
  )
}
