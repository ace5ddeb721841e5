import { type Cents, cents, formatMoney, parseMoney } from '../../shared/lib/money.ts'
import type { FieldProps } from './field.tsx'
import { type Reading, TypedField } from './typed-field.tsx'

type NumberFieldProps = FieldProps & {
  value: number | null
  onChange: (value: number | null) => void
  /** Decimals allowed; 0 by default. */
  decimals?: number | undefined
  /** What an arrow key adds. */
  step?: number | undefined
  min?: number | undefined
  max?: number | undefined
  suffix?: string | undefined
  placeholder?: string | undefined
}

const wholeOrDecimal = (decimals: number): Reading<number> => ({
  write: value => (value === null ? '' : String(value)),
  read: typed => {
    const text = typed.trim().replace('−', '-')
    if (text === '') return null
    const allowed = decimals === 0 ? /^-?\d{1,9}$/ : /^-?\d{0,9}(\.\d*)?$/
    if (!allowed.test(text) || !/\d/.test(text)) return undefined
    const value = Number(text)
    return Number(value.toFixed(decimals)) === value ? value : undefined
  },
  refusal: decimals === 0 ? 'Enter a whole number.' : 'Enter a number.',
})

/** A number, right aligned; arrow keys step it within `min` and `max` (which bound the arrows only: the schema does the refusing). */
export function NumberField({ value, onChange, decimals = 0, step = 1, min, max, ...frame }: NumberFieldProps) {
  const stepped = (from: number | null, by: 1 | -1) => {
    const next = Number(((from ?? (by === 1 ? (min ?? 0) - step : (max ?? 0) + step)) + by * step).toFixed(decimals))
    return Math.min(max ?? next, Math.max(min ?? next, next))
  }
  return <TypedField {...frame} value={value} onChange={onChange} reading={wholeOrDecimal(decimals)} step={stepped} inputMode="decimal" alignRight />
}

const dollars: Reading<Cents> = {
  write: value => (value === null ? '' : formatMoney(value)),
  read: typed => (typed.trim() === '' ? null : parseMoney(typed)),
  refusal: 'Enter an amount such as 42.00.',
}

type MoneyFieldProps = FieldProps & { value: number | null; onChange: (value: Cents | null) => void; placeholder?: string | undefined }

/** Dollars as typed (`42`, `$1,250.50`), cents as value. */
export function MoneyField({ value, ...props }: MoneyFieldProps) {
  return <TypedField {...props} value={value === null ? null : cents(value)} reading={dollars} inputMode="decimal" alignRight />
}
