import { assertPrescriptionDates } from '../../shared/episodes/episode-dates.ts'
import type { Episode, PrescriptionFields } from '../../shared/episodes/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type EpisodeId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getPrescriber } from '../practice/repository.ts'
import { getEpisode } from './repository.ts'

type Input = { episodeId: EpisodeId; prescriptionId: PrescriptionId | null; fields: PrescriptionFields }

/** Adds a prescription to an episode (`prescriptionId` null) or changes one. Throws `not_found`, and `invalid_input` when it ends before it was written. */
export function savePrescription({ db, clock, newId }: Pick<Services, 'db' | 'clock' | 'newId'>, { episodeId, prescriptionId, fields }: Input): Episode {
  return transaction(db, () => {
    const today = clock.today()
    const { prescriptions } = getEpisode(db, today, episodeId)
    if (prescriptionId && !prescriptions.some(({ id }) => id === prescriptionId))
      throw new DomainError('not_found', 'That prescription is no longer on the episode.')
    assertPrescriptionDates(fields)
    getPrescriber(db, fields.prescriberId)
    writePrescription(db, { ...fields, id: prescriptionId ?? PrescriptionId.parse(newId()), episodeId })
    return getEpisode(db, today, episodeId)
  })
}

function writePrescription(db: Database, prescription: PrescriptionFields & { id: PrescriptionId; episodeId: EpisodeId }) {
  statement(
    db,
    `INSERT INTO prescriptions (id, episode_id, prescriber_id, written_on, expires_on, visits, frequency, regions, procedures, requests,
                                authorization_number, visits_used_before, is_signed, says_medically_necessary)
          VALUES (:id, :episodeId, :prescriberId, :writtenOn, :expiresOn, :visits, :frequency, :regions, :procedures, :requests,
                  :authorizationNumber, :visitsUsedBefore, :isSigned, :saysMedicallyNecessary)
     ON CONFLICT (id) DO UPDATE
             SET prescriber_id = :prescriberId, written_on = :writtenOn, expires_on = :expiresOn, visits = :visits, frequency = :frequency,
                 regions = :regions, procedures = :procedures, requests = :requests, authorization_number = :authorizationNumber,
                 visits_used_before = :visitsUsedBefore, is_signed = :isSigned, says_medically_necessary = :saysMedicallyNecessary`,
  ).run({
    ...prescription,
    regions: JSON.stringify(prescription.regions),
    procedures: JSON.stringify(prescription.procedures),
    isSigned: Number(prescription.isSigned),
    saysMedicallyNecessary: Number(prescription.saysMedicallyNecessary),
  })
}
