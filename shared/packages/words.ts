import { formatDate, type LocalDate } from '../lib/dates.ts'
import { type Cents, formatMoney } from '../lib/money.ts'
import type { PackageCounts, PackageState } from './schema.ts'

const thousands = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** “6 visits”, “1 minute” */
export function amountInWords(amount: number, counts: PackageCounts): string {
  return `${thousands(amount)} ${amount === 1 ? counts.slice(0, -1) : counts}`
}

/** “3 of 6 visits left” */
export function leftInWords({ left, amount, counts }: { readonly left: number; readonly amount: number; readonly counts: PackageCounts }): string {
  return `${thousands(left)} of ${amountInWords(amount, counts)} left`
}

/** “3 of 6 visits left · expires Jan 31, 2027” */
export function leftAndExpiry(one: Parameters<typeof leftInWords>[0] & { readonly expiresOn: LocalDate | null }): string {
  return one.expiresOn === null ? leftInWords(one) : `${leftInWords(one)} · expires ${formatDate(one.expiresOn)}`
}

/** A package that was asked to pay a visit, by the words of a refusal. */
export type Refused = {
  readonly name: string
  readonly state: PackageState
  readonly owed: Cents
  readonly expiresOn: LocalDate | null
  readonly invoiceNumber: string
}

/** Why a package cannot pay a visit, and the way out; null where it can. */
export function whyNotUsable({ name, state, owed, expiresOn, invoiceNumber }: Refused): string | null {
  switch (state) {
    case 'usable':
      return null
    case 'unpaid':
      return `${name} is not paid in full yet: ${formatMoney(owed)} is owed on ${invoiceNumber}. Take that payment first.`
    case 'used-up':
      return `Nothing is left of ${name}. Sell another one, or upgrade it.`
    case 'expired':
      return `${name} expired${expiresOn === null ? '' : ` on ${formatDate(expiresOn)}`}. The clinic’s owner can extend it in Billing, Packages.`
    case 'ended':
      return `${name} has ended: what was left of it was credited on ${invoiceNumber}.`
    case 'upgraded':
      return `${name} was upgraded. Use the larger package.`
    case 'void':
      return `The sale of ${name} is void.`
  }
}
