import { Temporal } from 'temporal-polyfill'
import { type Instant, type LocalDate, type LocalDateTime, localDate, localDateTime } from '../../shared/lib/dates.ts'

let clinicZone = Temporal.Now.timeZoneId()
let aheadMs = 0

/** Sets the clinic's time zone, so that the screens' today is the clinic's and not the laptop's. */
export function setClinicZone(timeZone: string): void {
  clinicZone = timeZone
}

/** Follows the records' clock, of which `now` is a reading taken a moment ago. */
export function followRecords(now: Instant): void {
  aheadMs = Temporal.Instant.from(now).epochMilliseconds - Temporal.Now.instant().epochMilliseconds
}

/** This moment by the records' clock. */
export function instantNow(): Temporal.Instant {
  return Temporal.Now.instant().add({ milliseconds: aheadMs })
}

/** Wall time of the clinic, now. Only for display and for reading "today"; records take their time from the main process. */
export function wallNow(): LocalDateTime {
  return localDateTime(instantNow().toZonedDateTimeISO(clinicZone).toPlainDateTime().toString({ smallestUnit: 'minute' }))
}

/** Today at the clinic. */
export function todayHere(): LocalDate {
  return localDate(wallNow().slice(0, 10))
}

/** The time zone the clinic lives in, IANA name. */
export function clinicTimeZone(): string {
  return clinicZone
}
