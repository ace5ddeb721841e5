import { z } from 'zod'
import { addDays, daysBetween, type LocalDate } from '../lib/dates.ts'
import { Cents, cents } from '../lib/money.ts'

/** How long something has been owed, by the age of the date of service: 0–30, 31–60, 61–90 days, and longer. */
export const AgeBucket = z.enum(['current', 'days31', 'days61', 'days91'])
export type AgeBucket = z.infer<typeof AgeBucket>

/** What is owed, by age; `total` is the sum of the four. Money on account is never taken off here. */
export const Aging = z.strictObject({ current: Cents, days31: Cents, days61: Cents, days91: Cents, total: Cents })
export type Aging = z.infer<typeof Aging>

/** The buckets as screens and papers name them. */
export const BUCKET_WORDS: Readonly<Record<AgeBucket, string>> = {
  current: '0–30 days',
  days31: '31–60 days',
  days61: '61–90 days',
  days91: 'Over 90 days',
}

/** The last date of service that is older than 30, 60 and 90 days as of a day: where each bucket but the first begins. */
export function bucketEnds(asOf: LocalDate): { readonly over30: LocalDate; readonly over60: LocalDate; readonly over90: LocalDate } {
  return { over30: addDays(asOf, -31), over60: addDays(asOf, -61), over90: addDays(asOf, -91) }
}

/** How old a charge is as of a day. A date of service still to come is not old. */
export function bucketOf(serviceOn: LocalDate, asOf: LocalDate): AgeBucket {
  const age = daysBetween(serviceOn, asOf)
  if (age > 90) return 'days91'
  if (age > 60) return 'days61'
  return age > 30 ? 'days31' : 'current'
}

/** What is owed on open invoices, by age as of a day. */
export function agingOf(open: readonly { readonly serviceOn: LocalDate; readonly balance: Cents }[], asOf: LocalDate): Aging {
  const sums = { current: 0, days31: 0, days61: 0, days91: 0 }
  for (const { serviceOn, balance } of open) sums[bucketOf(serviceOn, asOf)] += balance
  return toAging(sums)
}

/** The four sums as an aging, with their total. */
export function toAging({ current, days31, days61, days91 }: Readonly<Record<AgeBucket, number>>): Aging {
  return { current: cents(current), days31: cents(days31), days61: cents(days61), days91: cents(days91), total: cents(current + days31 + days61 + days91) }
}

/** Two agings as one. */
export function addAging(a: Aging, b: Aging): Aging {
  return toAging({ current: a.current + b.current, days31: a.days31 + b.days31, days61: a.days61 + b.days61, days91: a.days91 + b.days91 })
}

/** How old the oldest part is; null where nothing is owed. */
export function oldestBucket(aging: Aging): AgeBucket | null {
  return AgeBucket.options.toReversed().find(bucket => aging[bucket] > 0) ?? null
}
