import { type BookedVisit, conflictsOf } from '../../shared/appointments/conflicts.ts'
import type { BookingWarning } from '../../shared/appointments/schema.ts'
import { timeWarnings } from '../../shared/appointments/time-warnings.ts'
import { addDays, addMinutes, dayOf, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, EpisodeId, PatientId, PractitionerId, RoomId, VisitTypeId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { personWarnings } from './person-warnings.ts'
import { prescriptionWarnings } from './prescription-warnings.ts'

/** A wanted time for a patient with a practitioner, and in a room where one is named. */
export type Wanted = {
  readonly patientId: PatientId
  readonly episodeId: EpisodeId | null
  readonly practitionerId: PractitionerId
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly roomId: RoomId | null
  readonly visitTypeId: VisitTypeId | null
  readonly bufferMinutes: number
}

/** What checking a time needs to know of the app. */
type Checking = Pick<Services, 'db' | 'clock'>

const LONGEST_VISIT = 480
const LONGEST_BUFFER = 60
/** How far clock changes move the end of a visit from its wall time, with room to spare. */
const CLOCK_SLACK = 120

/** Visits of the practitioner, the patient or in the room around a wanted time: no visit is longer than 8 hours, so older ones are not looked at. */
function bookedAround(db: Database, wanted: Wanted): BookedVisit[] {
  const { startsAt, minutes, bufferMinutes, patientId, practitionerId, roomId } = wanted
  return statement<{ earliest: string; latest: string; still: string; patientId: string; practitionerId: string; roomId: string | null }, BookedVisit>(
    db,
    `SELECT a.id, a.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, a.practitioner_id AS practitionerId,
            r.legal_name AS practitionerName, a.room_id AS roomId, COALESCE(o.name, '') AS roomName, a.buffer_minutes AS bufferMinutes,
            a.starts_at AS startsAt, a.minutes, a.status
       FROM appointments a
       JOIN patients p ON p.id = a.patient_id
       JOIN practitioners r ON r.id = a.practitioner_id
       LEFT JOIN rooms o ON o.id = a.room_id
      WHERE a.starts_at >= :earliest AND a.starts_at < :latest AND a.ends_at > :still
        AND a.status NOT IN ('cancelled', 'no-show') AND (a.patient_id = :patientId OR a.practitioner_id = :practitionerId OR a.room_id = :roomId)`,
  ).all({
    earliest: addMinutes(startsAt, -LONGEST_VISIT - LONGEST_BUFFER - CLOCK_SLACK),
    latest: addMinutes(startsAt, minutes + bufferMinutes + CLOCK_SLACK),
    still: addMinutes(startsAt, -LONGEST_BUFFER - CLOCK_SLACK),
    patientId,
    practitionerId,
    roomId,
  })
}

const clashes = (db: Database, wanted: Wanted, ignore: AppointmentId | null) =>
  conflictsOf(wanted, bookedAround(db, wanted), { timeZone: clinicHours(db).timeZone, ignore })

/** Whether a time is free for patient, practitioner and room. */
export const isFree = (db: Database, wanted: Wanted) => clashes(db, wanted, null).length === 0

/**
 * What to know about a time before booking or moving there, the gravest first. `ignore` is the visit being moved: what only a practitioner may allow, and
 * stands where the visit is now too, was allowed before and is just said. Throws `not_found` for a patient or practitioner that is not there.
 */
export function warningsFor(services: Checking, wanted: Wanted, ignore: AppointmentId | null): BookingWarning[] {
  const warnings = everyWarning(services, wanted, ignore)
  const before = ignore !== null && warnings.some(({ level }) => level === 'overrule') ? placeOf(services.db, ignore) : undefined
  const allowed = new Set(before ? everyWarning(services, before, ignore).map(({ sentence }) => sentence) : [])
  return warnings
    .map(warning => (warning.level === 'overrule' && allowed.has(warning.sentence) ? { ...warning, level: 'note' as const } : warning))
    .toSorted((a, b) => GRAVITY.indexOf(a.level) - GRAVITY.indexOf(b.level))
}

function everyWarning({ db, clock }: Checking, wanted: Wanted, ignore: AppointmentId | null): BookingWarning[] {
  const { timeZone } = clinicHours(db)
  const { person, practitionerName } = personWarnings(db, wanted)
  return [
    ...clashes(db, wanted, ignore).map(({ kind, sentence }): BookingWarning => ({ kind, level: 'refused', sentence })),
    ...timeWarnings({ ...wanted, practitionerName }, { ...scheduleAround(db, wanted), now: wallTimeOf(clock.now(), timeZone), timeZone }),
    ...person,
    ...prescriptionWarnings(db, { ...wanted, ignore }, clock.today()),
  ]
}

/** Where a visit is now. */
function placeOf(db: Database, id: AppointmentId): Wanted | undefined {
  return statement<{ id: string }, Wanted>(
    db,
    `SELECT patient_id AS patientId, episode_id AS episodeId, practitioner_id AS practitionerId, starts_at AS startsAt, minutes, room_id AS roomId,
            visit_type_id AS visitTypeId, buffer_minutes AS bufferMinutes
       FROM appointments
      WHERE id = :id`,
  ).get({ id })
}

/** Opening hours of an ordinary day (`HH:MM`) and the clinic’s time zone. */
export function clinicHours(db: Database): { opensAt: string; closesAt: string; timeZone: string } {
  const row = statement<Record<string, never>, { opensAt: string; closesAt: string; timeZone: string }>(
    db,
    'SELECT opens_at AS opensAt, closes_at AS closesAt, time_zone AS timeZone FROM clinic',
  ).get({})
  if (!row) throw new DomainError('not_found', 'The clinic is not set up yet.')
  return row
}

// A visit may reach into the next day.
const scheduleAround = (db: Database, { startsAt }: Wanted) => loadSchedule(db, addDays(dayOf(startsAt), -1), addDays(dayOf(startsAt), 1))

const GRAVITY: readonly BookingWarning['level'][] = ['refused', 'overrule', 'note']
const MAY_OVERRULE: readonly Services['person']['role'][] = ['owner', 'clinician']

/** Refuses a time that cannot be, whoever asks: taken, left out by a clock change, or for somebody who died. `conflict`. */
export function refuseImpossible(services: Checking, wanted: Wanted, ignore: AppointmentId | null): readonly BookingWarning[] {
  const warnings = warningsFor(services, wanted, ignore)
  const refused = warnings.find(({ level }) => level === 'refused')
  if (refused) throw new DomainError('conflict', refused.sentence)
  return warnings
}

/**
 * Refuses a time that cannot be (`conflict`), and to the front desk also one that only a practitioner may allow (`forbidden`). Returns what stood against
 * it all the same, to be kept in the visit’s history with the reason: a break too, which the desk may give away itself.
 */
export function refuseBooking(
  services: Checking & Pick<Services, 'person'>,
  wanted: Wanted,
  { ignore }: { readonly ignore: AppointmentId | null },
): readonly BookingWarning[] {
  const warnings = refuseImpossible(services, wanted, ignore)
  const first = warnings.find(({ level }) => level === 'overrule')
  if (first && !MAY_OVERRULE.includes(services.person.role))
    throw new DomainError('forbidden', `${first.sentence} A practitioner or the owner may book it all the same: ask them to sign in.`)
  return warnings.filter(({ kind, level }) => level === 'overrule' || kind === 'break')
}
