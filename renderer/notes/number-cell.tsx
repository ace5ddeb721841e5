import { cx } from '../ui/cx.ts'
import { type Reading, TypedField } from '../ui/typed-field.tsx'
import css from './number-cell.module.css'

type NumberCellProps = {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  min: number
  max: number
  step?: number
  /** Today’s value differs from last time’s. */
  changed?: boolean
  unit?: '' | '°'
  width?: 'narrow' | 'wide'
  /** Right below the field’s name for a link that goes to it. */
  id?: string
}

/** A small whole number in a row or table; arrow keys step it. What is outside the range stays as typed, with a sentence, and is not kept. */
export function NumberCell({ label, value, onChange, min, max, step = 1, changed = false, unit = '', width = 'narrow', id }: NumberCellProps) {
  const reading: Reading<number> = {
    write: kept => (kept === null ? '' : `${kept}${unit}`),
    read: typed => {
      const text = typed.trim().replace(/°$/, '')
      if (text === '') return null
      const number = Number(text)
      return /^\d{1,4}$/.test(text) && number >= min && number <= max ? number : undefined
    },
    refusal: `${min} to ${max}`,
  }
  const stepped = (from: number | null, by: 1 | -1) => Math.min(max, Math.max(min, (from ?? (by === 1 ? min - step : max + step)) + by * step))
  return (
    <span className={cx(css.cell, css[width])} id={id}>
      <TypedField label={label} bare value={value} onChange={onChange} reading={reading} step={stepped} inputMode="numeric" alignRight changed={changed} />
    </span>
  )
}
