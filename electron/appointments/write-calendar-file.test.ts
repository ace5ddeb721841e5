import { describe, expect, it } from 'vitest'
import { calendarFile, type FiledVisit } from '../../shared/appointments/calendar-file.ts'
import { Instant, localDateTime } from '../../shared/lib/dates.ts'
import { instantOf } from '../../shared/schedule/clock-change.ts'
import { readCalendarFile } from '../testing/calendar-files.ts'
import { writeCalendarFile } from './write-calendar-file.ts'

const hostile: FiledVisit = {
  id: '00000000-0000-4000-8000-000000000001',
  startsAt: localDateTime('2027-03-14T01:30'),
  minutes: 60,
  status: 'booked',
  revision: 1,
  firstName: '\r\nBEGIN:VALARM',
  lastName: '🦴é',
  practitionerName: `${'Ünïcode, 🌲; \\ "quoted" '.repeat(9)}\nATTACH:x`,
}
const address = { street: '1 Main St; Suite 2, "B"\\', street2: '\u202Eevil\r\nSTATUS:CANCELLED', city: '🌲 Grove', state: '' as const, zip: '' }
const write = (visit: Partial<FiledVisit>, timeZone = 'America/Denver') =>
  writeCalendarFile(
    calendarFile([{ ...hostile, ...visit }], {
      clinic: { name: `Oak, ${'long '.repeat(40)}; end`, address, timeZone },
      reader: { kind: 'practitioner', namesPractitioner: true },
      now: Instant.parse('2026-10-21T16:00:00.000Z'),
    }),
  )

describe('hostile words', () => {
  it('stay inside their line, and lines are at most 75 bytes', () => {
    const text = write({})
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const [entry] = readCalendarFile(text).entries
    expect(entry?.summary.startsWith('B. É., 60 min, Ünïcode, 🌲; \\ "quoted"')).toBe(true)
    expect(entry?.summary.endsWith('ATTACH:x')).toBe(true)
    expect(entry).toMatchObject({ location: '1 Main St; Suite 2, "B"\\, evil STATUS:CANCELLED, 🌲 Grove', status: 'TENTATIVE' })
    expect(entry?.names).toEqual(['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'location', 'status'])
  })
  it('names without a letter are a patient', () => {
    expect(readCalendarFile(write({ firstName: '🦴', lastName: '—' })).entries[0]?.summary.startsWith('Patient, 60 min')).toBe(true)
  })
})

describe('the zone of the file', () => {
  const zones = [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Phoenix',
    'America/Los_Angeles',
    'America/Anchorage',
    'America/Adak',
    'Pacific/Honolulu',
  ]
  it.each(zones)('says the same moments as %s for ten years', zone => {
    for (let year = 2026; year < 2036; year += 1) {
      for (const day of ['01-15', '03-08', '03-15', '07-04', '11-01', '11-08']) {
        const startsAt = localDateTime(`${year}-${day}T10:00`)
        expect(readCalendarFile(write({ startsAt }, zone)).entries[0]).toMatchObject({ starts: `${startsAt}:00`, zone, instant: instantOf(startsAt, zone) })
      }
    }
  })
  it('ends a visit over the clock change where it really ends', () => {
    expect(readCalendarFile(write({})).entries[0]).toMatchObject({ starts: '2027-03-14T01:30:00', ends: '2027-03-14T03:30:00' })
  })
})
