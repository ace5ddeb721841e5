import { daysBetween, formatDate, formatMonthDay, type LocalDate } from '../lib/dates.ts'
import type { ContraindicationItem } from './contraindication-item.ts'
import type { Clearance } from './schema.ts'

/** Days before its end from which a clearance is said to end soon. */
const ENDS_SOON_DAYS = 14

/** Whether a physician’s clearance for an item stands on a date of service. `clearance` is the one it rests on, or the last there was. */
export type ClearanceStatus =
  | { readonly state: 'stands' | 'ended' | 'withdrawn' | 'not-begun'; readonly clearance: Clearance }
  | { readonly state: 'missing'; readonly clearance: null }

/** Whether a clearance stands on a day: given by then, not ended (its last day counts), not withdrawn by then. */
export function standsOn({ givenOn, expiresOn, withdrawnOn }: Clearance, on: LocalDate): boolean {
  return givenOn <= on && on <= expiresOn && (withdrawnOn === null || on < withdrawnOn)
}

/** The clearance for an item on a date of service: of several that stand the one that lasts longest, else the latest there was. */
export function clearanceFor(clearances: readonly Clearance[], item: ContraindicationItem, on: LocalDate): ClearanceStatus {
  const latestFirst = clearances.filter(one => one.item === item).toSorted((a, b) => (a.expiresOn < b.expiresOn ? 1 : -1))
  const standing = latestFirst.find(one => standsOn(one, on))
  if (standing) return { state: 'stands', clearance: standing }
  const [last] = latestFirst
  if (!last) return { state: 'missing', clearance: null }
  if (last.withdrawnOn !== null && last.withdrawnOn <= on) return { state: 'withdrawn', clearance: last }
  return { state: last.givenOn > on ? 'not-begun' : 'ended', clearance: last }
}

/** Days within which a month and a day say which year is meant. */
const NEAR_DAYS = 300

/** `Jan 8`, with the year where it is far from `on`. */
export const dayInWords = (day: LocalDate, on: LocalDate): string => (Math.abs(daysBetween(on, day)) < NEAR_DAYS ? formatMonthDay(day) : formatDate(day))

/** Whether a clearance that stands ends within two weeks. */
export const endsSoon = ({ expiresOn }: Clearance, on: LocalDate): boolean => expiresOn >= on && daysBetween(on, expiresOn) <= ENDS_SOON_DAYS

/** `Cleared by Dr. Amari until Jan 8.` or what is missing: a clearance’s state in a sentence. */
export function clearanceInWords(status: ClearanceStatus, on: LocalDate): string {
  if (status.state === 'missing') return 'No clearance yet: add one.'
  const { givenBy, givenOn, expiresOn, withdrawnOn } = status.clearance
  if (status.state === 'not-begun') return `The clearance by ${givenBy} begins ${dayInWords(givenOn, on)}.`
  if (status.state === 'withdrawn') return `The clearance was withdrawn ${dayInWords(withdrawnOn ?? on, on)}: add a new one.`
  if (status.state === 'ended') return `The clearance ended ${dayInWords(expiresOn, on)}: add a new one.`
  if (!endsSoon(status.clearance, on)) return `Cleared by ${givenBy} until ${dayInWords(expiresOn, on)}.`
  const days = daysBetween(on, expiresOn)
  return `Cleared by ${givenBy}; ends ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days, ${dayInWords(expiresOn, on)}`}.`
}
