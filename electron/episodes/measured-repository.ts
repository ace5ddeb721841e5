import type { MeasuredVisit } from '../../shared/episodes/goal-progress.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** What the signed notes of an episode measured before treatment, oldest first. */
export function listMeasuredVisits(db: Database, episodeId: EpisodeId): MeasuredVisit[] {
  return statement<{ episodeId: string }, { on: LocalDate; measured: string }>(
    db,
    `SELECT n.service_on AS "on",
            json_object('pain', n.content -> '$.painBefore', 'activities', n.content -> '$.activities', 'rom', n.content -> '$.rom',
                        'scores', coalesce(n.content -> '$.scores', json('[]'))) AS measured
       FROM notes n
       JOIN appointments a ON a.id = n.appointment_id
      WHERE a.episode_id = :episodeId AND n.signed_at IS NOT NULL AND n.error_at IS NULL
      ORDER BY a.starts_at, a.id`,
  )
    .all({ episodeId })
    .map(row => ({ on: row.on, ...JSON.parse(row.measured) }))
}
