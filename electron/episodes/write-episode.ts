import type { EpisodeFields } from '../../shared/episodes/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getPayer } from '../practice/repository.ts'

/** Writes what an episode is about; `openedOn` counts only for a new one. Throws `not_found` for an unknown insurer. */
export function writeEpisode(db: Database, episode: { id: EpisodeId; patientId: PatientId; openedOn: LocalDate; fields: EpisodeFields }) {
  const { fields, ...own } = episode
  const { claim, regions, ...rest } = fields
  if (claim?.payerId) getPayer(db, claim.payerId)
  statement(
    db,
    `INSERT INTO episodes (id, patient_id, condition, kind, onset_on, regions, planned_visits, plan_remark, claim_payer_id, claim_number, claim_injured_on,
                           claim_state, claim_adjuster, claim_employer, claim_attorney, opened_on, closed_on, close_reason)
          VALUES (:id, :patientId, :condition, :kind, :onsetOn, :regions, :plannedVisits, :planRemark, :payerId, :claimNumber, :injuredOn,
                  :state, :adjuster, :employer, :attorney, :openedOn, NULL, '')
     ON CONFLICT (id) DO UPDATE
             SET condition = :condition, kind = :kind, onset_on = :onsetOn, regions = :regions, planned_visits = :plannedVisits, plan_remark = :planRemark,
                 claim_payer_id = :payerId, claim_number = :claimNumber, claim_injured_on = :injuredOn, claim_state = :state, claim_adjuster = :adjuster,
                 claim_employer = :employer, claim_attorney = :attorney`,
  ).run({ ...own, ...rest, ...(claim ?? NO_CLAIM), regions: JSON.stringify(regions) })
}

const NO_CLAIM = { payerId: null, claimNumber: null, injuredOn: null, state: null, adjuster: null, employer: null, attorney: null }
