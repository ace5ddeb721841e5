import type { LocalDate } from '../lib/dates.ts'
import type { Cents } from '../lib/money.ts'
import type { Fee, Service } from './schema.ts'

/** Fees newest first, as a service keeps them. */
export const newestFirst = (fees: readonly Fee[]): Fee[] => fees.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))

/** The price of one unit on a date of service: the newest fee in effect by then; before the first fee, that first one. */
export function feeOn(service: Pick<Service, 'fees'>, day: LocalDate): Cents {
  const fees = newestFirst(service.fees)
  const fee = fees.find(({ effectiveFrom }) => effectiveFrom <= day) ?? fees.at(-1)
  if (!fee) throw new RangeError('A service has at least one fee.')
  return fee.unitFee
}

/** The fees with one more; a fee of the same day is replaced. */
export function withFee(fees: readonly Fee[], fee: Fee): Fee[] {
  return newestFirst([fee, ...fees.filter(({ effectiveFrom }) => effectiveFrom !== fee.effectiveFrom)])
}
