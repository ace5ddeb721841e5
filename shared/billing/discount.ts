import { type Cents, cents } from '../lib/money.ts'
import { type BillingRules, shareOf } from '../practice/billing-rules.ts'
import type { Payer } from '../practice/schema.ts'
import type { UsablePackage } from './schema.ts'

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

/** What is left of a fee once something is taken off; never below 0. */
function leftToPay(total: Cents, taken: readonly number[]): Cents {
  return cents(Math.max(0, total - taken.reduce((sum, amount) => sum + amount, 0)))
}

/** What the desk takes off a visit before it asks for money, and what is then due, in the order of the house: package, discount, credit. */
export type Settlement = {
  readonly packageValue: Cents
  /** The rest of the full fee that a package lets go. */
  readonly packageDiscount: Cents
  readonly discount: Cents
  readonly credit: Cents
  readonly due: Cents
}

/** Takes a package, a discount and credit off a full fee; each at most what the one before left. */
export function settlementOf(
  total: Cents,
  wish: { readonly used: Pick<UsablePackage, 'value' | 'discount'> | null; readonly discount: number; readonly credit: number },
): Settlement {
  const packageValue = wish.used?.value ?? cents(0)
  const packageDiscount = wish.used?.discount ?? cents(0)
  const discount = cents(Math.min(wish.discount, leftToPay(total, [packageValue, packageDiscount])))
  const credit = cents(Math.min(wish.credit, leftToPay(total, [packageValue, packageDiscount, discount])))
  return { packageValue, packageDiscount, discount, credit, due: leftToPay(total, [packageValue, packageDiscount, discount, credit]) }
}
