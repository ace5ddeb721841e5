import type { Cents } from '../lib/money.ts'
import { shareOf } from '../practice/billing-rules.ts'

/**
 * Sales tax on one line of a sale, rounded half up to the cent for that line alone. `rate` in thousandths of a percent, as in the clinic’s billing rules. Only
 * products that are taxable bear it; services and packages never do.
 */
export const taxOnLine = (amount: Cents, { isTaxable, rate }: { readonly isTaxable: boolean; readonly rate: number }): Cents =>
  shareOf(amount, isTaxable ? rate : 0)
