import { z } from 'zod'
import { Amount, type Cents, cents } from '../lib/money.ts'

/** The bills and coins one counts, in cents each, largest first. */
export const BILLS = [10_000, 5000, 2000, 1000, 500, 100] as const
export const COINS = [25, 10, 5, 1] as const

const How = z.int('Enter how many.').min(0, 'Enter how many, or leave it empty.').max(9999, 'At most 9,999.')

/** What was counted in the drawer: how many of each kind, and rolls and rare pieces as an amount. */
export const DrawerCount = z.strictObject({
  pieces: z.array(z.strictObject({ value: z.int(), count: How })).max(BILLS.length + COINS.length),
  other: Amount,
})
export type DrawerCount = z.infer<typeof DrawerCount>

/** What a count comes to, in cents. */
export function countedOf({ pieces, other }: DrawerCount): Cents {
  return cents(pieces.reduce((sum, { value, count }) => sum + value * count, 0) + other)
}

/** `$20 bills`, `quarters`: a kind of bill or coin by name. */
export function pieceName(value: number): string {
  const coins: Readonly<Record<number, string>> = { 25: 'Quarters', 10: 'Dimes', 5: 'Nickels', 1: 'Pennies' }
  return coins[value] ?? `$${value / 100} bills`
}
