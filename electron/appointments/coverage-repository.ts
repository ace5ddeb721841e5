import { Appointment } from '../../shared/appointments/schema.ts'
import { coverageOf, type EpisodeVisit, type PrescriptionTerms, shownUse } from '../../shared/episodes/coverage.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { noShowUsesVisit } from '../practice/repository.ts'

/** A visit as the database returns it, before its prescription is counted. */
export type VisitRow = Omit<Appointment, 'isFirstVisit' | 'visitNumber' | 'visitsAllowed' | 'prescription'> & {
  isFirstVisit: number
  plannedVisits: number | null
}

type TermsRow = PrescriptionTerms & { episodeId: string }
type EpisodeVisitRow = EpisodeVisit<AppointmentId> & { episodeId: string }

/** The prescriptions of the episodes named in a JSON list. */
function termsOf(db: Database, episodeIds: string): Map<string, TermsRow[]> {
  const rows = statement<{ episodeIds: string }, TermsRow>(
    db,
    `SELECT episode_id AS episodeId, id, written_on AS writtenOn, expires_on AS expiresOn, visits, visits_used_before AS visitsUsedBefore
       FROM prescriptions
      WHERE episode_id IN (SELECT value FROM json_each(:episodeIds))`,
  ).all({ episodeIds })
  return Map.groupBy(rows, row => row.episodeId)
}

/** All visits of those episodes, of any status and day. */
function visitsOf(db: Database, episodeIds: string): Map<string, EpisodeVisitRow[]> {
  const rows = statement<{ episodeIds: string }, EpisodeVisitRow>(
    db,
    `SELECT episode_id AS episodeId, id, starts_at AS startsAt, status
       FROM appointments
      WHERE episode_id IN (SELECT value FROM json_each(:episodeIds))`,
  ).all({ episodeIds })
  return Map.groupBy(rows, row => row.episodeId)
}

/** How the visits of several episodes fall under their prescriptions, as of today; by episode. */
export function coverageOfEpisodes(db: Database, episodeIds: readonly string[], today: LocalDate) {
  const ids = JSON.stringify([...new Set(episodeIds)])
  const rules = { today, noShowUsesVisit: noShowUsesVisit(db) }
  const terms = termsOf(db, ids)
  const visits = visitsOf(db, ids)
  return new Map([...new Set(episodeIds)].map(id => [id, coverageOf(terms.get(id) ?? [], visits.get(id) ?? [], rules)]))
}

/** Completes visits with their number and prescription: three statements, however many visits there are. */
export function withCoverage(db: Database, rows: readonly VisitRow[], today: LocalDate): Appointment[] {
  const episodeIds = rows.flatMap(row => row.episodeId ?? [])
  const coverages = episodeIds.length > 0 ? coverageOfEpisodes(db, episodeIds, today) : new Map<string, ReturnType<typeof coverageOf<AppointmentId>>>()
  return rows.map(({ plannedVisits, isFirstVisit, ...row }) => {
    const coverage = row.episodeId === null ? undefined : coverages.get(row.episodeId)
    const own = coverage?.visits.get(row.id)
    const counts = row.status !== 'cancelled' && row.status !== 'no-show'
    return Appointment.parse({
      ...row,
      isFirstVisit: isFirstVisit === 1,
      visitNumber: counts ? (own?.number ?? null) : null,
      visitsAllowed: own?.prescriptionId ? own.allowed : plannedVisits,
      prescription: coverage?.uses.find(use => use.prescriptionId === own?.prescriptionId) ?? shownUse(coverage?.uses ?? []),
    })
  })
}
