import { type BookedVisit, conflictsOf, endOf } from '../../shared/appointments/overlap.ts'
import type { AppointmentFields, BookingWarning } from '../../shared/appointments/schema.ts'
import { coverageOf, type EpisodeVisit } from '../../shared/episodes/coverage.ts'
import { dayOf, formatDate, formatTime, formatWeekday, type LocalDate, type LocalDateTime, localDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId, EpisodeId, PatientId, PractitionerId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { listEpisodeVisits, listPrescriptionTerms } from '../episodes/coverage-repository.ts'
import { noShowUsesVisit } from '../practice/repository.ts'

/** A wanted time for a patient with a practitioner. */
export type Wanted = {
  readonly patientId: PatientId
  readonly episodeId: EpisodeId | null
  readonly practitionerId: PractitionerId
  readonly startsAt: LocalDateTime
  readonly minutes: number
}

/** Visits of the practitioner or the patient that share time with a wanted one. A visit is at most 8 hours, so older ones are not looked at. */
function bookedAround(db: Database, wanted: Wanted): BookedVisit[] {
  return statement<{ earliest: string; startsAt: string; endsAt: string; patientId: string; practitionerId: string }, BookedVisit>(
    db,
    `SELECT a.id, a.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, a.practitioner_id AS practitionerId,
            r.legal_name AS practitionerName, a.starts_at AS startsAt, a.minutes, a.status
       FROM appointments a
       JOIN patients p ON p.id = a.patient_id
       JOIN practitioners r ON r.id = a.practitioner_id
      WHERE a.starts_at >= :earliest AND a.starts_at < :endsAt AND a.ends_at > :startsAt
        AND a.status NOT IN ('cancelled', 'no-show') AND (a.patient_id = :patientId OR a.practitioner_id = :practitionerId)`,
  ).all({
    earliest: endOf({ startsAt: wanted.startsAt, minutes: -480 }),
    startsAt: wanted.startsAt,
    endsAt: endOf(wanted),
    patientId: wanted.patientId,
    practitionerId: wanted.practitionerId,
  })
}

/** Refuses a time that is taken, naming the visit in the way: `conflict`. `ignore` is the visit being moved. */
export function refuseClash(db: Database, wanted: Wanted, ignore: AppointmentId | null) {
  const [clash] = conflictsOf(wanted, bookedAround(db, wanted), ignore)
  if (clash) throw new DomainError('conflict', clash.sentence)
}

/** Whether a time is free for both patient and practitioner. */
export const isFree = (db: Database, wanted: Wanted) => conflictsOf(wanted, bookedAround(db, wanted), null).length === 0

/** What the desk should know before booking or moving: clashes block, the rest is said and the desk decides. */
export function checkBooking({ db, clock }: Services, fields: AppointmentFields, ignore: AppointmentId | null): BookingWarning[] {
  const clashes = conflictsOf(fields, bookedAround(db, fields), ignore).map(({ kind, sentence }) => ({ kind, level: 'refused' as const, sentence }))
  const { opensAt, closesAt, timeZone } = clinicHours(db)
  const now = wallTimeOf(clock.now(), timeZone)
  return [
    ...clashes,
    ...hoursWarnings(fields, opensAt, closesAt),
    ...prescriptionWarnings(db, { ...fields, ignore }, clock.today()),
    ...pastWarning(fields.startsAt, now),
  ]
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

function hoursWarnings(fields: AppointmentFields, opensAt: string, closesAt: string): BookingWarning[] {
  const day = dayOf(fields.startsAt)
  const opens = localDateTime(`${day}T${opensAt}`)
  const closes = localDateTime(`${day}T${closesAt}`)
  if (fields.startsAt >= opens && endOf(fields) <= closes) return []
  return [{ kind: 'hours', level: 'note', sentence: `Outside opening hours: the clinic is open ${formatTime(opens)} to ${formatTime(closes)}.` }]
}

function pastWarning(startsAt: LocalDateTime, now: LocalDateTime): BookingWarning[] {
  if (startsAt >= now) return []
  return [{ kind: 'past', level: 'note', sentence: `${formatWeekday(dayOf(startsAt))}, ${formatTime(startsAt)} is in the past.` }]
}

const plural = (count: number) => `${count} visit${count === 1 ? '' : 's'}`

/** Whether the prescription reaches the wanted visit, counting every other visit of the episode as it stands in the calendar. */
function prescriptionWarnings(db: Database, wanted: Wanted & { ignore: AppointmentId | null }, today: LocalDate): BookingWarning[] {
  if (wanted.episodeId === null) return []
  const terms = listPrescriptionTerms(db, wanted.episodeId)
  if (terms.length === 0) return []
  const visits = listEpisodeVisits(db, wanted.episodeId)
  const others = visits.filter(visit => visit.id !== wanted.ignore)
  const chosenPrescriptionId = visits.find(visit => visit.id === wanted.ignore)?.chosenPrescriptionId ?? null
  const rules = { today, noShowUsesVisit: noShowUsesVisit(db) }
  const visit: EpisodeVisit = { id: 'wanted', startsAt: wanted.startsAt, status: 'booked', chosenPrescriptionId }
  const coverage = coverageOf<string>(terms, [...others, visit], rules)
  const own = coverage.visits.get('wanted')
  const order = terms.find(each => each.id === own?.prescriptionId)
  if (!own || !order) return []
  const day = dayOf(wanted.startsAt)
  if (day < order.writtenOn) return [warn(`The prescription starts ${formatDate(order.writtenOn)}, after this visit.`)]
  if (order.expiresOn !== null && day > order.expiresOn) return [warn(`The prescription expires ${formatDate(order.expiresOn)}, before this visit.`)]
  const before = coverageOf<string>(terms, others, rules)
  // Visits left uncovered for another reason (booked past the expiry) do not speak against this one.
  const isOneTooMany = countUncovered(coverage, order.id) > countUncovered(before, order.id)
  if (!isOneTooMany || order.visits === null) return []
  const without = before.uses.find(use => use.prescriptionId === order.id)
  const left = Math.max(0, order.visits - (without?.used ?? 0))
  if (left === 0) return [warn(`The prescription is used up: ${plural(order.visits)} of ${order.visits} taken. Ask for a new one.`)]
  const booked = (without?.booked ?? 0) + (without?.hasVisitToday ? 1 : 0)
  return [warn(`Prescription has ${plural(left)} left; ${booked} ${booked === 1 ? 'is' : 'are'} already booked.`)]
}

const countUncovered = (coverage: ReturnType<typeof coverageOf<string>>, prescriptionId: PrescriptionId) =>
  [...coverage.visits.values()].filter(each => each.prescriptionId === prescriptionId && !each.isCovered).length

const warn = (sentence: string): BookingWarning => ({ kind: 'prescription', level: 'overrule', sentence })
