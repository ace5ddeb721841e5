import { assertEpisodeDates } from '../../shared/episodes/episode-dates.ts'
import type { Episode, EpisodeFields } from '../../shared/episodes/schema.ts'
import type { EpisodeId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPatient } from '../patients/repository.ts'
import { getEpisode } from './repository.ts'
import { writeEpisode } from './write-episode.ts'

/** Changes what an episode is about. Throws `not_found`, and `invalid_input` for an onset or injury that cannot be. */
export function saveEpisode({ db, clock }: Pick<Services, 'db' | 'clock'>, { episodeId, fields }: { episodeId: EpisodeId; fields: EpisodeFields }): Episode {
  return transaction(db, () => {
    const today = clock.today()
    const { id, patientId, openedOn } = getEpisode(db, today, episodeId)
    assertEpisodeDates(fields, { bornOn: getPatient(db, patientId).bornOn, today })
    writeEpisode(db, { id, patientId, openedOn, fields })
    return getEpisode(db, today, id)
  })
}
