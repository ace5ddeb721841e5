import { addMinutes, formatDate, formatTime, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import { type Cents, formatMoney } from '../lib/money.ts'
import type { Letterhead } from './letterhead.ts'

/** Coming visits to take home. No clinical words: it lies on kitchen tables. */
export type AppointmentCard = {
  readonly letterhead: Letterhead
  readonly patientName: string
  readonly visits: readonly { readonly day: string; readonly time: string; readonly with: string }[]
  /** What to do when something comes up: “Please call (406) 555-0100 at least 24 hours before.” */
  readonly notice: readonly string[]
  readonly printedOn: LocalDate
}

const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** “Thursday, Dec 3, 2026”, “10:45 to 11:45 am”, with whom. */
export function cardVisit(visit: { startsAt: LocalDateTime; minutes: number; practitionerName: string }, weekday: number): AppointmentCard['visits'][number] {
  const day = visit.startsAt.slice(0, 10) as LocalDate
  const [from, to] = [formatTime(visit.startsAt), formatTime(addMinutes(visit.startsAt, visit.minutes))]
  const start = from.slice(-2) === to.slice(-2) ? from.slice(0, -3) : from
  return { day: `${LONG_DAYS[weekday - 1] ?? ''}, ${formatDate(day)}`, time: `${start} to ${to}`, with: visit.practitionerName }
}

/** What the card asks for when a visit cannot be kept, under the clinic’s policy. */
export function cardNotice({ phone, noticeHours, lateFee, noShowFee }: { phone: string; noticeHours: number; lateFee: Cents; noShowFee: Cents }): string[] {
  const call = phone === '' ? 'Please tell us' : `Please call ${phone}`
  const when = noticeHours === 0 ? 'as soon as you can' : `at least ${noticeHours === 1 ? 'an hour' : `${noticeHours} hours`} before`
  const late = lateFee > 0 && noticeHours > 0 ? [`A later cancellation costs ${formatMoney(lateFee)}.`] : []
  const missed = noShowFee > 0 ? [`A missed visit costs ${formatMoney(noShowFee)}.`] : []
  return [`${call} ${when} if you cannot come.`, [...late, ...missed].join(' ')].filter(text => text !== '')
}
