import { type Coverage, coverageOf, type EpisodeVisit, type PrescriptionTerms, shownUse } from '../../shared/episodes/coverage.ts'
import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { noShowUsesVisit } from '../practice/repository.ts'

/** The visits of an episode, booked, missed and done, in order of time. */
export function listEpisodeVisits(db: Database, episodeId: EpisodeId): EpisodeVisit<AppointmentId>[] {
  return statement<{ episodeId: string }, EpisodeVisit<AppointmentId>>(
    db,
    `SELECT id, starts_at AS startsAt, status, prescription_id AS chosenPrescriptionId
       FROM appointments
      WHERE episode_id = :episodeId
      ORDER BY starts_at, id`,
  ).all({ episodeId })
}

/** What limits the visits of an episode’s prescriptions, oldest first. */
export function listPrescriptionTerms(db: Database, episodeId: EpisodeId): PrescriptionTerms[] {
  return statement<{ episodeId: string }, PrescriptionTerms>(
    db,
    `SELECT id, written_on AS writtenOn, expires_on AS expiresOn, visits, visits_used_before AS visitsUsedBefore
       FROM prescriptions
      WHERE episode_id = :episodeId
      ORDER BY written_on, id`,
  ).all({ episodeId })
}

/** How an episode’s visits fall under its prescriptions, seen from a day. */
export function episodeCoverage(db: Database, today: LocalDate, episodeId: EpisodeId): Coverage<AppointmentId> {
  return coverageOf(listPrescriptionTerms(db, episodeId), listEpisodeVisits(db, episodeId), { today, noShowUsesVisit: noShowUsesVisit(db) })
}

/** The prescription to show for an episode on a day: the oldest that can be used. Null where there is none. */
export function prescriptionUseOf(db: Database, today: LocalDate, episodeId: EpisodeId): PrescriptionUse | null {
  const terms = listPrescriptionTerms(db, episodeId)
  return terms.length === 0 ? null : shownUse(coverageOf(terms, listEpisodeVisits(db, episodeId), { today, noShowUsesVisit: noShowUsesVisit(db) }).uses)
}
