import type { z } from 'zod'
import { goalRefusal } from '../../shared/episodes/goal-rules.ts'
import type { Episode, GoalFields } from '../../shared/episodes/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type EpisodeId, GoalId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getEpisode, listGoals } from './repository.ts'

type Asked = z.infer<typeof GoalFields> & { id: GoalId | null }

/** Replaces an episode’s goals in their order; those with an id keep it. Throws `not_found`, `invalid_input` for a goal that cannot be measured, and `conflict` for one that is no longer there. */
export function saveGoals(
  { db, clock, newId }: Pick<Services, 'db' | 'clock' | 'newId'>,
  { episodeId, goals }: { episodeId: EpisodeId; goals: readonly Asked[] },
): Episode {
  return transaction(db, () => {
    const today = clock.today()
    getEpisode(db, today, episodeId)
    assertOwn(db, episodeId, goals)
    assertMeasurable(goals)
    statement(db, 'DELETE FROM goals WHERE episode_id = :episodeId').run({ episodeId })
    for (const [position, goal] of goals.entries()) insert(db, { ...goal, id: goal.id ?? GoalId.parse(newId()), episodeId, position })
    return getEpisode(db, today, episodeId)
  })
}

function assertOwn(db: Database, episodeId: EpisodeId, goals: readonly Asked[]) {
  const known = new Set(listGoals(db, episodeId).map(goal => goal.id))
  const ids = goals.flatMap(goal => goal.id ?? [])
  if (ids.some(id => !known.has(id)) || new Set(ids).size < ids.length)
    throw new DomainError('conflict', 'The goals were changed meanwhile. Open the episode again.')
}

function assertMeasurable(goals: readonly Asked[]) {
  for (const [place, goal] of goals.entries()) {
    const refusal = goalRefusal(goal)
    if (refusal) throw new DomainError('invalid_input', `“${goal.text}”: ${refusal.sentence}`, { [`goals.${place}.${refusal.field}`]: refusal.sentence })
  }
}

function insert(db: Database, goal: Asked & { episodeId: EpisodeId; position: number }) {
  statement(
    db,
    `INSERT INTO goals (id, episode_id, position, text, measure, key, unit, baseline, target, stated_status)
          VALUES (:id, :episodeId, :position, :text, :measure, :key, :unit, :baseline, :target, :statedStatus)`,
  ).run(goal)
}
