import { daysBetween, type LocalDate } from '../lib/dates.ts'
import { addBusinessDays, businessDayBefore, businessDaysBetween } from './business-days.ts'

/** Booked so many business days ahead, an estimate is due; within so many after booking (45 CFR 149.610(b)(1), as we read it). */
const SHORT = { lead: 3, within: 1 } as const
const LONG = { lead: 10, within: 3 } as const
const ON_REQUEST = 3
/** Looking further ahead changes nothing, and counting days would take long. */
const FAR = 60

/** Business days between booking and service: the day after booking to the day of the service. Counted no further than about 40. */
export function leadOf(bookedOn: LocalDate, serviceOn: LocalDate): number {
  return daysBetween(bookedOn, serviceOn) > FAR ? 40 : businessDaysBetween(bookedOn, serviceOn)
}

/** The last day to give an estimate for a visit booked ahead; null where it was booked so late that none is due. */
export function bookedDue(bookedOn: LocalDate, serviceOn: LocalDate): LocalDate | null {
  const lead = leadOf(bookedOn, serviceOn)
  if (lead < SHORT.lead) return null
  return addBusinessDays(bookedOn, lead >= LONG.lead ? LONG.within : SHORT.within)
}

/** The last day to give an estimate somebody asked for. */
export const requestedDue = (requestedOn: LocalDate): LocalDate => addBusinessDays(requestedOn, ON_REQUEST)

/** The last day to give a new estimate after its scope changed: a business day before the next service. */
export const changedDue = (serviceOn: LocalDate): LocalDate => businessDayBefore(serviceOn)
