import { type Cents, cents } from '../lib/money.ts'
import { type BillingRules, shareOf } from '../practice/billing-rules.ts'
import type { Payer } from '../practice/schema.ts'

/** A reduction of what a visit costs, with the reason the invoice shows. */
export type Discount = { readonly amount: Cents; readonly reason: string }

/** `10 %`, `12.5 %`: thousandths of a percent in words. */
export const percentInWords = (thousandths: number): string => `${String(thousandths / 1000)} %`

/** What the clinic takes off for patients who pay themselves: always from the one full fee, never another fee. Null where it gives none. */
export function selfPayDiscount(total: Cents, { selfPayDiscount: share }: Pick<BillingRules, 'selfPayDiscount'>, payer: Pick<Payer, 'kind'>): Discount | null {
  if (payer.kind !== 'self-pay') return null
  const amount = shareOf(total, share)
  return amount > 0 ? { amount, reason: `Self-pay discount ${percentInWords(share)}` } : null
}

/** What is left to pay of a full fee once a package, a discount and credit are taken off; never below 0. */
export function leftToPay(total: Cents, taken: readonly number[]): Cents {
  return cents(Math.max(0, total - taken.reduce((sum, amount) => sum + amount, 0)))
}
