import { rmSync } from 'node:fs'
import { type CalendarReader, calendarFile, type FiledVisit } from '../../shared/appointments/calendar-file.ts'
import { paperName } from '../../shared/documents/paper-name.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { assertNever } from '../../shared/lib/assert-never.ts'
import { addDays, daysBetween, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { refuseClinicFile } from '../app/paths.ts'
import type { Services } from '../app/services.ts'
import { writeWhole } from '../data/put-in-place.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getClinic } from '../practice/repository.ts'
import { writeCalendarFile } from './write-calendar-file.ts'

type What = Parsed<'appointments.exportCalendar'>['what']

const LONGEST_DAYS = 366

const VISITS = `
     SELECT a.id, a.starts_at AS startsAt, a.minutes, a.status, a.revision, p.first_name AS firstName, p.last_name AS lastName,
            r.legal_name AS practitionerName
       FROM appointments a
       JOIN patients p ON p.id = a.patient_id
       JOIN practitioners r ON r.id = a.practitioner_id`
const ONE = `${VISITS}
      WHERE a.id = :appointmentId`
const OF_SERIES = `${VISITS}
      WHERE a.series_id = :seriesId
      ORDER BY a.starts_at, a.id`
const COMING = `${VISITS}
      WHERE a.patient_id = :patientId AND a.starts_at >= :now AND a.status IN ('booked', 'confirmed', 'arrived')
      ORDER BY a.starts_at, a.id`
const OF_DAYS = `${VISITS}
      WHERE a.starts_at >= :from AND a.starts_at < :until AND (:practitionerId IS NULL OR a.practitioner_id = :practitionerId)
      ORDER BY a.starts_at, a.id`

/**
 * Asks where to put a calendar file and writes it there, whole or not at all. Null when the person gave up. Throws `rule_broken` where there is no visit to
 * write, `invalid_input` for more than a year and `conflict` for a file of the clinic.
 */
export async function exportCalendar(services: Services, { what }: Parsed<'appointments.exportCalendar'>): Promise<{ path: string; visits: number } | null> {
  const { db, clock, desktop } = services
  const clinic = getClinic(db)
  const visits = visitsOf(db, what, wallTimeOf(clock.now(), clinic.timeZone))
  if (visits.length === 0) throw new DomainError('rule_broken', NOTHING[what.kind])
  const text = writeCalendarFile(calendarFile(visits, { clinic, reader: readerOf(what), now: clock.now() }))
  const path = await desktop.chooseSavePath(nameOf(what, visits))
  if (path === undefined) return null
  refuseClinicFile(path)
  try {
    writeWhole(path, text)
  } catch (error) {
    rmSync(`${path}.tmp`, { force: true })
    throw error
  }
  return { path, visits: visits.length }
}

const NOTHING: Readonly<Record<What['kind'], string>> = {
  visit: 'That visit is no longer in the calendar.',
  series: 'That series is no longer in the calendar.',
  patient: 'This patient has no coming visit to put into a calendar file. Book one first.',
  calendar: 'These days hold no visit to put into a calendar file. Choose other days.',
}

function visitsOf(db: Database, what: What, now: LocalDateTime): FiledVisit[] {
  switch (what.kind) {
    case 'visit':
      return statement<{ appointmentId: string }, FiledVisit>(db, ONE).all({ appointmentId: what.appointmentId })
    case 'series':
      return statement<{ seriesId: string }, FiledVisit>(db, OF_SERIES).all({ seriesId: what.seriesId })
    case 'patient':
      return statement<{ patientId: string; now: string }, FiledVisit>(db, COMING).all({ patientId: what.patientId, now })
    case 'calendar': {
      const { from, to, practitionerId } = what
      if (to < from) throw new DomainError('invalid_input', 'The last day comes before the first.', { 'what.to': 'Choose a later day.' })
      if (daysBetween(from, to) >= LONGEST_DAYS) throw new DomainError('invalid_input', 'Choose at most a year.', { 'what.to': 'Choose an earlier day.' })
      return statement<{ from: string; until: string; practitionerId: string | null }, FiledVisit>(db, OF_DAYS).all({
        from,
        until: addDays(to, 1),
        practitionerId,
      })
    }
    default:
      return assertNever(what)
  }
}

const readerOf = (what: What): CalendarReader =>
  what.kind === 'calendar' ? { kind: 'practitioner', namesPractitioner: what.practitionerId === null } : { kind: 'patient' }

/** A file name that is safe on every system: `Appointments Reyes Marisol.ics`. */
function nameOf(what: What, [first]: readonly FiledVisit[]): string {
  const words: [string, string, string] =
    what.kind === 'calendar'
      ? ['Calendar', what.from, what.to === what.from ? '' : `to ${what.to}`]
      : ['Appointments', first?.lastName ?? '', first?.firstName ?? '']
  return paperName(...words).replace(/\.pdf$/, '.ics')
}
