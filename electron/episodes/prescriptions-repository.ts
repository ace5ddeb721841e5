import type { PrescriptionFields } from '../../shared/episodes/schema.ts'
import type { EpisodeId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** Adds a prescription to an episode, or changes the one with this id. */
export function writePrescription(db: Database, prescription: PrescriptionFields & { id: PrescriptionId; episodeId: EpisodeId }) {
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
