import { assertPrescription } from '../../shared/episodes/episode-dates.ts'
import type { Episode, PrescriptionFields } from '../../shared/episodes/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type EpisodeId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPrescriber } from '../practice/repository.ts'
import { writePrescription } from './prescriptions-repository.ts'
import { getEpisode } from './repository.ts'

type Input = { episodeId: EpisodeId; prescriptionId: PrescriptionId | null; fields: PrescriptionFields }

/** Adds a prescription to an episode (`prescriptionId` null) or changes one. Throws `not_found`, and `invalid_input` when its days or visits cannot be. */
export function savePrescription({ db, clock, newId }: Pick<Services, 'db' | 'clock' | 'newId'>, { episodeId, prescriptionId, fields }: Input): Episode {
  return transaction(db, () => {
    const today = clock.today()
    const { prescriptions } = getEpisode(db, today, episodeId)
    if (prescriptionId && !prescriptions.some(({ id }) => id === prescriptionId))
      throw new DomainError('not_found', 'That prescription is no longer on the episode.')
    assertPrescription(fields)
    getPrescriber(db, fields.prescriberId)
    writePrescription(db, { ...fields, id: prescriptionId ?? PrescriptionId.parse(newId()), episodeId })
    return getEpisode(db, today, episodeId)
  })
}
