import { type Cents, cents } from '../lib/money.ts'

/**
 * A package as its uses are counted. `price` is what it is sold for after discounts; `carried…` is what was used before an upgrade; `used…` are sums over the
 * uses that stand: how many visits or minutes, what of the price belongs to them, and what of that paid their visits.
 */
export type Counted = {
  readonly amount: number
  readonly price: number
  readonly carriedAmount: number
  readonly carriedValue: number
  readonly usedAmount: number
  readonly usedShare: number
  readonly usedValue: number
}

/** Visits or minutes that are left. */
export const leftOf = ({ amount, carriedAmount, usedAmount }: Counted): number => amount - carriedAmount - usedAmount

/**
 * What of the price no visit was paid with yet. What all uses paid and this rest are the price, to the cent; where a visit cost less than its share, the
 * difference stays in here. It can be given back by a credit note, and an upgrade spreads it over the visits to come.
 */
export const restOf = ({ price, carriedValue, usedValue }: Counted): Cents => cents(Math.max(0, price - carriedValue - usedValue))

/** What of the rest belongs to visits that cost less than their share. */
export const unspentOf = ({ usedShare, usedValue }: Counted): Cents => cents(usedShare - usedValue)

/**
 * What of the price belongs to the next `amount` visits or minutes: the price spread evenly, whole cents, the last use takes the cents that remain
 * ($400.00 for 6 visits: five times $66.66, then $66.70). `amount` is at most what is left.
 */
export function shareOfUse(counted: Counted, amount: number): Cents {
  const base = Math.max(0, counted.price - counted.carriedValue)
  const unshared = Math.max(0, base - counted.usedShare)
  if (amount === leftOf(counted)) return cents(unshared)
  return cents(Math.min(unshared, Math.floor((base * amount) / (counted.amount - counted.carriedAmount))))
}

/** A use of a package by a visit: how much it takes, what of the price belongs to it, what that pays, and what of the full fee is let go. */
export type Use = { readonly amount: number; readonly share: Cents; readonly value: Cents; readonly discount: Cents }

/**
 * What a visit takes of a package. One of visits pays the whole visit. One of minutes pays the part of the fee its minutes cover: 30 minutes left for a visit of
 * 60 settle half of it. It pays its share of the price, at most the fee it covers; the rest of that fee is let go as a discount, so that the fee stays the same
 * for all. `total` is the visit’s full fee in cents.
 */
export function takeFrom(counted: Counted & { readonly counts: 'visits' | 'minutes' }, visit: { readonly total: number; readonly minutes: number }): Use {
  const needed = counted.counts === 'visits' ? 1 : Math.max(1, visit.minutes)
  const amount = Math.min(needed, leftOf(counted))
  const covered = amount === needed ? visit.total : Math.round((visit.total * amount) / needed)
  const share = shareOfUse(counted, amount)
  const value = Math.min(share, covered)
  return { amount, share, value: cents(value), discount: cents(covered - value) }
}
