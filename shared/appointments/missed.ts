import { type Cents, cents, formatMoney } from '../lib/money.ts'
import type { DeskRules } from '../practice/desk-rules.ts'
import type { AppointmentStatus, MissedPolicy } from './schema.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** `25 minutes before`, `3 hours before`, `2 days before`, `after it was to begin`: whole units, never more notice than was given. */
export function noticeInWords(minutesBefore: number): string {
  if (minutesBefore <= 0) return 'after it was to begin'
  const [count, unit] =
    minutesBefore < HOUR ? [minutesBefore, 'minute'] : minutesBefore < 2 * DAY ? [minutesBefore / HOUR, 'hour'] : [minutesBefore / DAY, 'day']
  const whole = Math.floor(count)
  return `${whole} ${unit}${whole === 1 ? '' : 's'} before`
}

/** Whether a cancellation by the patient came with less notice than the clinic asks for, in hours that really pass. Exactly enough is enough. */
export const isLate = (minutesBefore: number, { cancelNoticeHours }: Pick<DeskRules, 'cancelNoticeHours'>): boolean =>
  cancelNoticeHours > 0 && minutesBefore < cancelNoticeHours * HOUR

const COULD_COME: readonly AppointmentStatus[] = ['booked', 'confirmed']

/** Whether the patient is still to come. Somebody who came is not late in cancelling: what follows is settled with them in person. */
export const isStillToCome = (status: AppointmentStatus): boolean => COULD_COME.includes(status)

/** A visit missed, or about to be: how long before it the patient cancelled (null: already cancelled, `wasLate` says how), and what it counts on. */
export type Missed = {
  readonly status: 'no-show' | 'cancelled'
  readonly minutesBefore: number | null
  readonly wasLate: boolean
  /** The patient is here: no cancellation is late any more. */
  readonly hasArrived: boolean
  readonly hasPrescription: boolean
}

type Policy = Pick<DeskRules, 'cancelNoticeHours' | 'noShowFee' | 'lateCancelFee'> & { readonly noShowUsesVisit: boolean }

/** What missing a visit means under the clinic’s policy: a fee or none, and whether the prescription counts it. A cancellation never uses a visit. */
export function missedPolicy(missed: Missed, policy: Policy): Omit<MissedPolicy, 'invoiceId'> {
  if (missed.status === 'no-show') {
    const usesVisit = policy.noShowUsesVisit
    const words = policy.noShowFee > 0 ? `No-show: the clinic’s fee is ${formatMoney(policy.noShowFee)}.` : 'No-show: the clinic charges no fee for it.'
    return { isLate: false, fee: policy.noShowFee, usesVisit, sentence: words + countWords(missed, usesVisit) }
  }
  if (missed.hasArrived) return { isLate: false, fee: cents(0), usesVisit: false, sentence: `The patient came: there is no fee.${countWords(missed, false)}` }
  const late = missed.minutesBefore === null ? missed.wasLate : isLate(missed.minutesBefore, policy)
  const when = missed.minutesBefore === null ? (late ? 'Cancelled late' : 'Cancelled') : `Cancelled ${noticeInWords(missed.minutesBefore)}`
  const fee = late ? policy.lateCancelFee : cents(0)
  return { isLate: late, fee, usesVisit: false, sentence: `${when}${feeWords(late, fee, policy)}${countWords(missed, false)}` }
}

function feeWords(late: boolean, fee: Cents, { cancelNoticeHours }: Policy): string {
  if (!late) return cancelNoticeHours === 0 ? ': there is no fee.' : ', in time: there is no fee.'
  const notice = `${cancelNoticeHours} hour${cancelNoticeHours === 1 ? '' : 's'}`
  return fee > 0 ? `: the clinic’s fee is ${formatMoney(fee)}.` : `, with less than ${notice} of notice. The clinic charges no fee for it.`
}

function countWords({ hasPrescription }: Missed, usesVisit: boolean): string {
  if (!hasPrescription) return ''
  return usesVisit ? ' It uses a visit of the prescription.' : ' It does not use a visit of the prescription.'
}
