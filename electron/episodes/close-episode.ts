import { assertClosable } from '../../shared/episodes/episode-dates.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { listEpisodeVisits } from './coverage-repository.ts'
import { getEpisode } from './repository.ts'

type Input = Parsed<'episodes.close'>

/** Closes an episode on a day. Throws in words when it is closed already, has visits booked, or the day cannot be. */
export function closeEpisode({ db, clock }: Pick<Services, 'db' | 'clock'>, { episodeId, closedOn, kind, reason }: Input): Episode {
  return transaction(db, () => {
    const today = clock.today()
    const episode = getEpisode(db, today, episodeId)
    const visits = listEpisodeVisits(db, episodeId)
    const last = visits.findLast(({ status }) => status === 'finished' || status === 'checked-out')
    const bookedVisits = visits.filter(({ status }) => ['booked', 'confirmed', 'arrived', 'in-session'].includes(status)).length
    assertClosable({ ...episode, lastVisitOn: last ? dayOf(last.startsAt) : null, bookedVisits }, closedOn, today)
    statement(db, 'UPDATE episodes SET closed_on = :closedOn, close_reason = :reason, close_kind = :kind WHERE id = :episodeId').run({
      episodeId,
      closedOn,
      kind,
      reason,
    })
    return getEpisode(db, today, episodeId)
  })
}

/** Opens a closed episode again, as it was. Throws `not_found`. */
export function reopenEpisode({ db, clock }: Pick<Services, 'db' | 'clock'>, { episodeId }: { episodeId: EpisodeId }): Episode {
  return transaction(db, () => {
    const { id } = getEpisode(db, clock.today(), episodeId)
    statement(db, "UPDATE episodes SET closed_on = NULL, close_reason = '', close_kind = NULL, final_measures = NULL WHERE id = :id").run({ id })
    return getEpisode(db, clock.today(), id)
  })
}
