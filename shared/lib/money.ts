import { z } from 'zod'

/** The largest amount a clinic may enter: $1,000,000.00. Keeps every sum far inside safe integers. */
const LARGEST_CENTS = 100_000_000

/** An amount of money in whole US cents; may be negative (a credit). Only this file divides by 100. */
export const Cents = z.int().min(-LARGEST_CENTS).max(LARGEST_CENTS).brand<'Cents'>()
export type Cents = z.infer<typeof Cents>

/** A price or payment: whole cents, not negative. */
export const Amount = z
  .int('Enter an amount in dollars and cents.')
  .min(0, 'An amount cannot be negative.')
  .max(LARGEST_CENTS, 'That amount is too large.')
  .brand<'Cents'>()

/** Brands a computed integer as cents; −0 becomes 0. Throws if it is not a whole number. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of cents: ${value}`)
  return (value === 0 ? 0 : value) as Cents
}

/** Adds amounts up. */
export function sumCents(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((total, amount) => total + amount, 0))
}

/** Fee for one unit times units. */
export function timesUnits(unitFee: Cents, units: number): Cents {
  return cents(unitFee * units)
}

/** `4200` → `"42.00"`, with thousands separators and no currency sign: for table rows and papers. */
export function formatAmount(amount: Cents): string {
  const whole = Math.floor(Math.abs(amount) / 100)
  const rest = String(Math.abs(amount) % 100).padStart(2, '0')
  return `${amount < 0 ? '−' : ''}${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`
}

/** `4200` → `"$42.00"`, `-4200` → `"−$42.00"`. */
export function formatMoney(amount: Cents): string {
  return amount < 0 ? `−$${formatAmount(cents(Math.abs(amount)))}` : `$${formatAmount(amount)}`
}

/** Reads what a person typed (`"$1,250.5"`, `"42"`) as cents; `undefined` when it is no amount or has more than two decimals. */
export function parseMoney(typed: string): Cents | undefined {
  const match = /^\$?\s*(\d{1,3}(?:,\d{3}){0,2}|\d{1,7})(?:\.(\d{0,2}))?$/.exec(typed.trim())
  if (!match) return undefined
  const whole = Number((match[1] ?? '').replaceAll(',', ''))
  return cents(whole * 100 + Number((match[2] ?? '').padEnd(2, '0')))
}
