import { assertEpisodeDates } from '../../shared/episodes/episode-dates.ts'
import type { Episode, EpisodeFields } from '../../shared/episodes/schema.ts'
import { EpisodeId, type PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPatient } from '../patients/repository.ts'
import { getEpisode } from './repository.ts'
import { writeEpisode } from './write-episode.ts'

/** Opens an episode of care today. Throws `not_found`, and `invalid_input` for an onset or injury that cannot be. */
export function openEpisode(
  { db, clock, newId }: Pick<Services, 'db' | 'clock' | 'newId'>,
  { patientId, fields }: { patientId: PatientId; fields: EpisodeFields },
): Episode {
  return transaction(db, () => {
    const today = clock.today()
    assertEpisodeDates(fields, { bornOn: getPatient(db, patientId).bornOn, today })
    const id = EpisodeId.parse(newId())
    writeEpisode(db, { id, patientId, openedOn: today, fields })
    return getEpisode(db, today, id)
  })
}
