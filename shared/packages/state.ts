import { addMonths, type LocalDate } from '../lib/dates.ts'
import type { PackageState } from './schema.ts'

/** Days before the last day on which an expiry is warned of. */
export const EXPIRES_SOON_DAYS = 30

/** The last day of a package bought on a day; null where it never expires. */
export const expiryOf = (boughtOn: LocalDate, monthsValid: number | null): LocalDate | null => (monthsValid === null ? null : addMonths(boughtOn, monthsValid))

/** What decides how a package stands. `owed` is what is still to pay on all its sales. */
export type Standing = {
  readonly isVoid: boolean
  readonly isUpgraded: boolean
  readonly isEnded: boolean
  readonly left: number
  readonly owed: number
  readonly expiresOn: LocalDate | null
}

/** How a package stands on a day. Its last day still counts. */
export function stateOf({ isVoid, isUpgraded, isEnded, left, owed, expiresOn }: Standing, on: LocalDate): PackageState {
  if (isVoid) return 'void'
  if (isUpgraded) return 'upgraded'
  if (isEnded) return 'ended'
  if (left === 0) return 'used-up'
  if (owed > 0) return 'unpaid'
  return expiresOn !== null && expiresOn < on ? 'expired' : 'usable'
}
