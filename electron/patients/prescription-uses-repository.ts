import { coverageOf, type EpisodeVisit, type PrescriptionTerms, shownUse } from '../../shared/episodes/coverage.ts'
import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { noShowUsesVisit } from '../practice/repository.ts'

type OfEpisode = { readonly episodeId: EpisodeId }

/** The prescription to show for each of many episodes on a day, read together: lists show a hundred. Episodes without one are left out. */
export function prescriptionUsesOf(db: Database, today: LocalDate, episodeIds: readonly EpisodeId[]): ReadonlyMap<EpisodeId, PrescriptionUse> {
  const terms = byEpisode(listTerms(db, episodeIds))
  const visits = byEpisode(listVisits(db, [...terms.keys()]))
  const rules = { today, noShowUsesVisit: noShowUsesVisit(db) }
  const uses = new Map<EpisodeId, PrescriptionUse>()
  for (const [episodeId, prescriptions] of terms) {
    const use = shownUse(coverageOf(prescriptions, visits.get(episodeId) ?? [], rules).uses)
    if (use) uses.set(episodeId, use)
  }
  return uses
}

function listTerms(db: Database, episodeIds: readonly EpisodeId[]) {
  return statement<object, PrescriptionTerms & OfEpisode>(
    db,
    `SELECT p.episode_id AS episodeId, p.id, p.written_on AS writtenOn, p.expires_on AS expiresOn, p.visits, p.visits_used_before AS visitsUsedBefore
       FROM json_each(:ids) asked
       JOIN prescriptions p ON p.episode_id = asked.value`,
  ).all({ ids: JSON.stringify(episodeIds) })
}

function listVisits(db: Database, episodeIds: readonly EpisodeId[]) {
  return statement<object, EpisodeVisit & OfEpisode>(
    db,
    `SELECT a.episode_id AS episodeId, a.id, a.starts_at AS startsAt, a.status, a.prescription_id AS chosenPrescriptionId
       FROM json_each(:ids) asked
       JOIN appointments a ON a.episode_id = asked.value`,
  ).all({ ids: JSON.stringify(episodeIds) })
}

function byEpisode<T extends OfEpisode>(rows: readonly T[]): Map<EpisodeId, T[]> {
  const groups = new Map<EpisodeId, T[]>()
  for (const row of rows) {
    const group = groups.get(row.episodeId)
    if (group) group.push(row)
    else groups.set(row.episodeId, [row])
  }
  return groups
}
