import { daysBetweenVisits, findNextVisit, nextVisitSentence, type WorkedDay } from '../../shared/appointments/next-visit.ts'
import type { Appointment, NextVisit } from '../../shared/appointments/schema.ts'
import { coverageOf } from '../../shared/episodes/coverage.ts'
import type { LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import { clockTrouble } from '../../shared/schedule/clock-change.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { listEpisodeVisits, listPrescriptionTerms } from '../episodes/coverage-repository.ts'
import { noShowUsesVisit } from '../practice/repository.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { clinicHours, isFree } from './check-booking.ts'

/** A next visit is offered wherever a room is free; its type and room are chosen when it is booked. */
const ANYWHERE = { roomId: null, visitTypeId: null, bufferMinutes: 0 }

type LastVisit = Pick<Appointment, 'startsAt' | 'minutes' | 'episodeId' | 'practitionerId'> & { readonly plannedVisits: number | null }

/** The patient’s latest visit, done or booked; of an open episode where there is one. */
function findLast(db: Database, patientId: PatientId): LastVisit | undefined {
  return statement<{ patientId: string }, LastVisit>(
    db,
    `SELECT a.starts_at AS startsAt, a.minutes, CASE WHEN e.closed_on IS NULL THEN a.episode_id END AS episodeId, e.planned_visits AS plannedVisits,
            COALESCE((SELECT r.id FROM practitioners r WHERE r.id = a.practitioner_id AND r.is_active = 1),
                     (SELECT r.id FROM practitioners r WHERE r.is_active = 1 ORDER BY r.position LIMIT 1)) AS practitionerId
       FROM appointments a
       LEFT JOIN episodes e ON e.id = a.episode_id
      WHERE a.patient_id = :patientId AND a.status NOT IN ('cancelled', 'no-show')
        AND EXISTS (SELECT 1 FROM patients p WHERE p.id = a.patient_id AND p.is_archived = 0)
      ORDER BY e.closed_on IS NULL DESC, a.starts_at DESC
      LIMIT 1`,
  ).get({ patientId })
}

/** How often the newest prescription of an episode asks for visits, in its own words; empty where it does not say. */
function frequencyOf(db: Database, episodeId: EpisodeId): string {
  const row = statement<{ episodeId: string }, { frequency: string }>(
    db,
    'SELECT frequency FROM prescriptions WHERE episode_id = :episodeId ORDER BY written_on DESC LIMIT 1',
  ).get({ episodeId })
  return row?.frequency ?? ''
}

/**
 * The patient’s next visit at the usual weekday, time and length, at the first time free within hours; closed days are stepped over in words.
 * Null for a patient who was never here or is archived, or where three months hold no free time.
 */
export function suggestNext({ db, clock }: Services, patientId: PatientId): NextVisit | null {
  const last = findLast(db, patientId)
  if (!last?.practitionerId) return null
  const { practitionerId, minutes, episodeId } = last
  const { timeZone } = clinicHours(db)
  const found = findNextVisit({
    last,
    everyDays: daysBetweenVisits(episodeId === null ? '' : frequencyOf(db, episodeId)),
    today: clock.today(),
    worked: day => workedOn(db, practitionerId, day),
    isFree: startsAt =>
      clockTrouble(startsAt, timeZone)?.kind !== 'gap' && isFree(db, { patientId, episodeId, practitionerId, startsAt, minutes, ...ANYWHERE }),
  })
  if (!found) return null
  const sentence = nextVisitSentence(found, numberOfNext({ db, clock }, last, found.startsAt))
  return { startsAt: found.startsAt, day: found.day, minutes, practitionerId, sentence }
}

function workedOn(db: Database, practitionerId: PractitionerId, day: LocalDate): WorkedDay {
  const [found] = loadSchedule(db, day, day).days
  return { closedBecause: found?.closedBecause ?? '', times: found?.worked.find(each => each.practitionerId === practitionerId)?.times ?? [] }
}

/** Which visit a new one at this time would be, as if it were booked. */
function numberOfNext({ db, clock }: Pick<Services, 'db' | 'clock'>, { episodeId, plannedVisits }: LastVisit, startsAt: LocalDateTime) {
  if (episodeId === null) return { number: null, allowed: null }
  const visits = [...listEpisodeVisits(db, episodeId), { id: 'next', startsAt, status: 'booked' as const }]
  const rules = { today: clock.today(), noShowUsesVisit: noShowUsesVisit(db) }
  const own = coverageOf<string>(listPrescriptionTerms(db, episodeId), visits, rules).visits.get('next')
  return { number: own?.number ?? null, allowed: own?.prescriptionId ? own.allowed : plannedVisits }
}
