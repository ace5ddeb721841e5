import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { CalendarFile } from '../../shared/appointments/calendar-file.ts'

/** The text of a calendar file (RFC 5545): wall times in the clinic’s zone, whose clock changes are written out. Same file, same bytes. */
export function writeCalendarFile({ timeZone, stamp, timeZoneText, entries }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'Myodesk', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // Named by the entries alone: a zone of the whole file would also move its time stamps, which are UTC.
    timezone: { name: null, generator: () => timeZoneText },
  })
  for (const { uid, sequence, startsAt, endsAt, summary, location, status } of entries) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: Temporal.Instant.from(stamp),
      timezone: timeZone,
      start: Temporal.PlainDateTime.from(startsAt),
      end: Temporal.PlainDateTime.from(endsAt),
      summary,
      location: location === '' ? null : location,
      status: ICalEventStatus[status],
    })
  }
  return `${calendar.toString()}\r\n`
}
