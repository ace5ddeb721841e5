import type { Episode } from '../../shared/episodes/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import { measureId } from '../../shared/outcomes/measures.ts'
import type { PlannedMeasure } from '../../shared/outcomes/schema.ts'
import { measureOf } from '../../shared/outcomes/score.ts'
import type { Services } from '../app/services.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getEpisode } from './repository.ts'

/** Replaces what an episode measures and when. Throws `not_found`, and `rule_broken` for a measure planned twice, never, or without its range. */
export function saveOutcomePlan(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { episodeId, plan }: { episodeId: EpisodeId; plan: readonly PlannedMeasure[] },
): Episode {
  return transaction(db, () => {
    const today = clock.today()
    getEpisode(db, today, episodeId)
    assertSound(plan)
    statement(db, 'UPDATE episodes SET outcome_plan = :plan WHERE id = :episodeId').run({ episodeId, plan: JSON.stringify(plan) })
    return getEpisode(db, today, episodeId)
  })
}

function assertSound(plan: readonly PlannedMeasure[]): void {
  for (const planned of plan) {
    const { measure, generic, atStart, everyVisits, atDischarge } = planned
    if ((measure === 'generic') !== (generic !== null)) throw new DomainError('rule_broken', 'Give the measure a name and a range.')
    const name = measureOf(planned).shortName
    if (!atStart && everyVisits === null && !atDischarge) throw new DomainError('rule_broken', `Say when ${name} is measured, or take it out.`)
  }
  const ids = plan.map(measureId)
  const twice = plan.find((planned, index) => ids.indexOf(measureId(planned)) < index)
  if (twice) throw new DomainError('rule_broken', `${measureOf(twice).shortName} is planned twice. Keep one.`)
}
