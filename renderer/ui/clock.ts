import { Temporal } from 'temporal-polyfill'
import { type LocalDate, type LocalDateTime, localDate, localDateTime } from '../../shared/lib/dates.ts'

let clinicZone = Temporal.Now.timeZoneId()

/** Sets the clinic's time zone, so that the screens' today is the clinic's and not the laptop's. */
export function setClinicZone(timeZone: string): void {
  clinicZone = timeZone
}

/** Wall time of the clinic, now. Only for display and for reading "today"; records take their time from the main process. */
export function wallNow(): LocalDateTime {
  return localDateTime(Temporal.Now.plainDateTimeISO(clinicZone).toString({ smallestUnit: 'minute' }))
}

/** Today at the clinic. */
export function todayHere(): LocalDate {
  return localDate(Temporal.Now.plainDateISO(clinicZone).toString())
}

/** The time zone the clinic lives in, IANA name. */
export function clinicTimeZone(): string {
  return clinicZone
}
