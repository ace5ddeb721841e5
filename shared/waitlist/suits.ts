import { addMinutes, clockOf, dayOf, type LocalDateTime, weekdayOf } from '../lib/dates.ts'
import type { PractitionerId } from '../lib/ids.ts'
import type { Offer, WaitlistFields } from './schema.ts'

/** Somebody’s wish, and the times they were offered before. */
export type Waits = WaitlistFields & { readonly offers: readonly Offer[] }
/** A time that became free. */
export type FreedTime = { readonly startsAt: LocalDateTime; readonly minutes: number; readonly practitionerId: PractitionerId }

/** The starts a patient said no to: they are not offered again. Not reached, or thinking about it, is no refusal. */
export const refusedTimes = ({ offers }: Pick<Waits, 'offers'>): LocalDateTime[] =>
  offers.filter(({ answer }) => answer === 'no').map(({ startsAt }) => startsAt)

/** Whether a freed time is what somebody waits for: long enough, on a day, at a time and with whom they want, and not refused before. */
export function suits(wish: Waits, freed: FreedTime): boolean {
  const day = dayOf(freed.startsAt)
  const endsAt = addMinutes(freed.startsAt, wish.minutes)
  return (
    wish.minutes <= freed.minutes &&
    (wish.practitionerId === null || wish.practitionerId === freed.practitionerId) &&
    (wish.weekdays.length === 0 || wish.weekdays.includes(weekdayOf(day))) &&
    (wish.fromTime === null || clockOf(freed.startsAt) >= wish.fromTime) &&
    (wish.toTime === null || (dayOf(endsAt) === day && clockOf(endsAt) <= wish.toTime)) &&
    (wish.earliestOn === null || day >= wish.earliestOn) &&
    (wish.latestOn === null || day <= wish.latestOn) &&
    !refusedTimes(wish).includes(freed.startsAt)
  )
}

const sameWish = (wish: WaitlistFields) =>
  JSON.stringify([
    wish.patientId,
    wish.practitionerId,
    wish.visitTypeId,
    wish.minutes,
    [...new Set(wish.weekdays)].toSorted((a, b) => a - b),
    wish.fromTime,
    wish.toTime,
    wish.earliestOn,
    wish.latestOn,
  ])

/** Whether two entries are the same patient’s for the same times, whatever is remarked. */
export const isSameWish = (a: WaitlistFields, b: WaitlistFields): boolean => sameWish(a) === sameWish(b)
