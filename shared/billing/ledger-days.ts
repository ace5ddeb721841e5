import { addDays, formatDate, type LocalDate } from '../lib/dates.ts'

/** A payment may be dated so many days before the visit it is for: paid ahead, but no slip of a year. */
const DAYS_AHEAD = 365

/** Why a payment cannot bear a day; null where it can. `services` are the days of service it pays for; without any, today stands for them. */
export function refusedPaymentDay(paidOn: LocalDate, services: readonly LocalDate[], today: LocalDate): string | null {
  if (paidOn > today) return 'A payment cannot be dated in the future.'
  const first = services.toSorted()[0] ?? today
  const earliest = addDays(first, -DAYS_AHEAD)
  if (paidOn >= earliest) return null
  return `A payment for ${services.length > 0 ? 'this visit' : 'the account'} cannot be older than ${formatDate(earliest)}.`
}

/** Why money cannot be given back on a day; null where it can. */
export function refusedRefundDay(refundedOn: LocalDate, paidOn: LocalDate, today: LocalDate): string | null {
  if (refundedOn > today) return 'A refund cannot be dated in the future.'
  if (refundedOn < paidOn) return `This was paid on ${formatDate(paidOn)}. Money cannot be given back before that.`
  return null
}
