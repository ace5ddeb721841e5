import { formatDate, type LocalDate } from '../lib/dates.ts'
import { type Cents, cents } from '../lib/money.ts'
import type { PackageState, PackageType, UpgradeChoice } from './schema.ts'
import { type Counted, leftOf } from './shares.ts'
import { expiryOf } from './state.ts'
import { amountInWords } from './words.ts'

/** A package that might become a larger one. `listPrice` is what it was sold for, before anything was let go. */
export type Upgradable = Counted & {
  readonly name: string
  readonly counts: PackageType['counts']
  readonly listPrice: Cents
  readonly state: PackageState
  readonly expiresOn: LocalDate | null
  readonly isShared: boolean
}

/** Why a package cannot be upgraded, and the way out; null where it can. One that is used up can: its visits count in the larger one. */
export function upgradeObstacle({ name, state }: Pick<Upgradable, 'name' | 'state'>): string | null {
  if (state === 'usable' || state === 'used-up') return null
  if (state === 'unpaid') return `${name} is not paid in full yet. Take that payment first.`
  if (state === 'expired') return `${name} has expired. The clinic’s owner can extend it first.`
  if (state === 'upgraded') return `${name} was upgraded already.`
  return `${name} is over. Sell a new package instead.`
}

/** Whether a package the clinic sells is one to upgrade to: of the same kind, larger, dearer, and shared where this one is. */
export const isLarger = ({ counts, amount, listPrice, isShared }: Upgradable, type: PackageType): boolean =>
  type.isActive && type.counts === counts && type.amount > amount && type.price > listPrice && (type.isShared || !isShared)

/** The later of what it has and what the larger one gives from today on; null where either never expires. */
export function upgradedExpiry(
  { expiresOn }: Pick<Upgradable, 'expiresOn'>,
  { monthsValid }: Pick<PackageType, 'monthsValid'>,
  today: LocalDate,
): LocalDate | null {
  const given = expiryOf(today, monthsValid)
  if (given === null || expiresOn === null) return null
  return given > expiresOn ? given : expiresOn
}

/** The larger packages one can become today, the smallest first, and the difference to pay for each. */
export function upgradesOf(one: Upgradable, types: readonly PackageType[], today: LocalDate): UpgradeChoice[] {
  if (upgradeObstacle(one) !== null) return []
  const larger = types.filter(type => isLarger(one, type)).toSorted((a, b) => a.amount - b.amount || a.price - b.price)
  return larger.map(type => {
    const left = leftOf({ ...one, amount: type.amount })
    const expiresOn = upgradedExpiry(one, type, today)
    const expiry = expiresOn === null ? 'does not expire' : `expires ${formatDate(expiresOn)}`
    const words = `${amountInWords(type.amount, type.counts)} · ${amountInWords(left, type.counts)} left after it · ${expiry}`
    return { packageTypeId: type.id, name: type.name, difference: cents(type.price - one.listPrice), words }
  })
}
