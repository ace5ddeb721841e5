import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDateTime } from '../lib/dates.ts'
import type { Address } from '../practice/schema.ts'
import { exactEndOf } from '../schedule/clock-change.ts'
import type { AppointmentStatus } from './schema.ts'

/** A visit as a calendar file may know it: nothing clinical is in here, so nothing clinical can leave. */
export type FiledVisit = {
  readonly id: string
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly status: AppointmentStatus
  readonly revision: number
  readonly firstName: string
  readonly lastName: string
  readonly practitionerName: string
}

/** Whose calendar file it is: handed to the patient, or the practitioner’s own (`namesPractitioner` where it is that of several). */
export type CalendarReader = { readonly kind: 'patient' } | { readonly kind: 'practitioner'; readonly namesPractitioner: boolean }

/** The clinic as a calendar file names it. */
export type FiledClinic = { readonly name: string; readonly address: Address; readonly timeZone: string }

/** One entry of a calendar file. `sequence` grows with every change, so that an older file never overwrites a newer one. */
export type CalendarEntry = {
  readonly uid: string
  readonly sequence: number
  readonly startsAt: LocalDateTime
  readonly endsAt: LocalDateTime
  readonly summary: string
  readonly location: string
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
}

/** A calendar file before it is written down; `stamp` is when. */
export type CalendarFile = { readonly timeZone: string; readonly stamp: Instant; readonly timeZoneText: string; readonly entries: readonly CalendarEntry[] }

/**
 * What a calendar file says. It ends up on phones and in other people’s cloud calendars, and that somebody is treated here is already health information:
 * the patient’s copy names the clinic and nobody else, the practitioner’s names patients by initials and length (“M. R., 60 min”), enough to know the day.
 */
export function calendarFile(
  visits: readonly FiledVisit[],
  given: { readonly clinic: FiledClinic; readonly reader: CalendarReader; readonly now: Instant },
): CalendarFile {
  const { clinic, reader } = given
  const location = oneLine(addressLine(clinic.address))
  const entries = visits.map(
    (visit): CalendarEntry => ({
      uid: visit.id,
      sequence: visit.revision,
      startsAt: visit.startsAt,
      endsAt: exactEndOf(visit, clinic.timeZone),
      summary: oneLine(reader.kind === 'patient' ? `Appointment, ${clinic.name}` : initialsAndLength(visit, reader.namesPractitioner)),
      location,
      status: statusFor(visit.status, reader),
    }),
  )
  return { timeZone: clinic.timeZone, stamp: given.now, timeZoneText: timeZoneText(clinic.timeZone, visits), entries }
}

// For the patient a booked visit stands; the practitioner sees which ones nobody has confirmed.
function statusFor(status: AppointmentStatus, reader: CalendarReader): CalendarEntry['status'] {
  if (status === 'cancelled' || status === 'no-show') return 'CANCELLED'
  return status === 'booked' && reader.kind === 'practitioner' ? 'TENTATIVE' : 'CONFIRMED'
}

function initialsAndLength({ firstName, lastName, minutes, practitionerName }: FiledVisit, namesPractitioner: boolean): string {
  const initials = [firstName, lastName].flatMap(name => {
    const letter = /[\p{L}\p{N}]/u.exec(name.normalize('NFC'))?.[0]
    return letter === undefined ? [] : [`${letter.toUpperCase()}.`]
  })
  const who = initials.length === 0 ? 'Patient' : initials.join(' ')
  return `${who}, ${minutes} min${namesPractitioner ? `, ${practitionerName}` : ''}`
}

const addressLine = ({ street, street2, city, state, zip }: Address) => [street, street2, city, `${state} ${zip}`.trim()].filter(part => part !== '').join(', ')
/** Control characters would break the lines of the file; marks that turn the direction of text would disguise them. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

const utcOffset = (nanoseconds: number) => {
  const minutes = Math.round(Math.abs(nanoseconds) / 60e9)
  return `${nanoseconds < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
}

/** One rule of a time zone: from a wall time on, this offset. RFC 5545, section 3.6.5. */
function observance(kind: 'STANDARD' | 'DAYLIGHT', given: { readonly from: number; readonly to: number; readonly wall: Temporal.PlainDateTime }): string[] {
  const start = given.wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
  return [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${utcOffset(given.from)}`, `TZOFFSETTO:${utcOffset(given.to)}`, `END:${kind}`]
}

/** The clock changes around some visits, each written out, so that a calendar that does not know the zone keeps the wall times too. */
export function timeZoneText(timeZone: string, visits: readonly { readonly startsAt: LocalDateTime }[]): string {
  const years = visits.map(({ startsAt }) => Number(startsAt.slice(0, 4)))
  const [first, last] = [Math.min(...years) - 1, Math.max(...years) + 2]
  const lines: string[] = []
  let at = Temporal.PlainDate.from({ year: first, month: 1, day: 1 }).toZonedDateTime(timeZone)
  const base = at.offsetNanoseconds
  lines.push(...observance('STANDARD', { from: base, to: base, wall: Temporal.PlainDateTime.from('1970-01-01T00:00') }))
  for (let next = at.getTimeZoneTransition('next'); next !== null && next.year < last; next = at.getTimeZoneTransition('next')) {
    const before = next.subtract({ nanoseconds: 1 })
    const wall = next.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ nanoseconds: before.offsetNanoseconds })
    const kind = next.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
    lines.push(...observance(kind, { from: before.offsetNanoseconds, to: next.offsetNanoseconds, wall }))
    at = next
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...lines, 'END:VTIMEZONE'].join('\r\n')
}
