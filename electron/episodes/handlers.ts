import type { episodesRequests } from '../../shared/episodes/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { closeEpisode, reopenEpisode } from './close-episode.ts'
import { getDischarge } from './get-discharge.ts'
import { openEpisode } from './open-episode.ts'
import { removePrescription } from './remove-prescription.ts'
import { getEpisode, listEpisodes } from './repository.ts'
import { saveDiagnoses } from './save-diagnoses.ts'
import { saveEpisode } from './save-episode.ts'
import { saveGoals } from './save-goals.ts'
import { saveOutcomePlan } from './save-outcome-plan.ts'
import { savePrescription } from './save-prescription.ts'

/** Answers about episodes of care. */
export const episodesHandlers: Handlers<keyof typeof episodesRequests> = {
  'episodes.list': ({ db, clock }, { patientId }) => listEpisodes(db, clock.today(), patientId),
  'episodes.get': ({ db, clock }, { episodeId }) => getEpisode(db, clock.today(), episodeId),
  'episodes.open': openEpisode,
  'episodes.save': saveEpisode,
  'episodes.saveDiagnoses': saveDiagnoses,
  'episodes.savePrescription': savePrescription,
  'episodes.removePrescription': removePrescription,
  'episodes.saveGoals': saveGoals,
  'episodes.saveOutcomePlan': saveOutcomePlan,
  'episodes.getDischarge': getDischarge,
  'episodes.close': closeEpisode,
  'episodes.reopen': reopenEpisode,
}
