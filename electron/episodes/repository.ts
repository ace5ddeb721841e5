import type { z } from 'zod'
import { diagnosesValidOn } from '../../shared/episodes/diagnosis-rules.ts'
import { goalAfter } from '../../shared/episodes/goal-progress.ts'
import type { PrescriptionUse } from '../../shared/episodes/prescription-use.ts'
import { Diagnosis, Episode, type EpisodeSummary, Goal, GoalFields, Prescription } from '../../shared/episodes/schema.ts'
import { seriesOf } from '../../shared/episodes/series-words.ts'
import { trendsOf } from '../../shared/episodes/trends.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { EpisodeId, GoalId, PatientId, PayerId } from '../../shared/lib/ids.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { policyOf } from '../patients/repository.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'
import { getPayer, getPrescriber, getSelfPay, noShowUsesVisit } from '../practice/repository.ts'
import { episodeCoverage, listEpisodeVisits, prescriptionUseOf } from './coverage-repository.ts'
import { listMeasuredVisits } from './measured-repository.ts'

type EpisodeRow = Pick<
  Episode,
  'id' | 'patientId' | 'condition' | 'kind' | 'onsetOn' | 'plannedVisits' | 'planRemark' | 'openedOn' | 'beganOn' | 'closedOn' | 'closeReason' | 'closeKind'
> & {
  finalMeasures: string | null
  outcomePlan: string
  regions: string
  claim: string | null
  visitsDone: number
}

/** One episode as it stands on a day, with everything that belongs to it. Throws `not_found`. */
export function getEpisode(db: Database, today: LocalDate, id: EpisodeId): Episode {
  const row = statement<{ id: string }, EpisodeRow>(
    db,
    `SELECT e.id, e.patient_id AS patientId, e.condition, e.kind, e.onset_on AS onsetOn, e.regions, e.planned_visits AS plannedVisits,
            e.plan_remark AS planRemark, e.opened_on AS openedOn, e.closed_on AS closedOn, e.close_reason AS closeReason,
            e.close_kind AS closeKind, e.final_measures AS finalMeasures, e.outcome_plan AS outcomePlan,
            iif(e.claim_number IS NULL, NULL,
                json_object('payerId', e.claim_payer_id, 'claimNumber', e.claim_number, 'injuredOn', e.claim_injured_on, 'state', e.claim_state,
                            'adjuster', e.claim_adjuster, 'employer', e.claim_employer, 'attorney', coalesce(e.claim_attorney, ''))) AS claim,
            count(a.id) AS visitsDone, min(e.opened_on, coalesce(substr(min(a.starts_at), 1, 10), e.opened_on)) AS beganOn
       FROM episodes e
       LEFT JOIN appointments a ON a.episode_id = e.id AND a.status IN ('finished', 'checked-out')
      WHERE e.id = :id
      GROUP BY e.id`,
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That episode is no longer in the records.')
  const visits = listMeasuredVisits(db, id)
  const series = seriesOf(row.plannedVisits, listEpisodeVisits(db, id), { today, noShowUsesVisit: noShowUsesVisit(db) })
  const goals = listGoals(db, id)
  return Episode.parse({
    ...row,
    regions: JSON.parse(row.regions),
    claim: row.claim === null ? null : JSON.parse(row.claim),
    finalMeasures: row.finalMeasures === null ? null : JSON.parse(row.finalMeasures),
    outcomePlan: JSON.parse(row.outcomePlan),
    visitsBooked: series.toCome,
    seriesWords: series.words,
    diagnoses: listDiagnoses(db, id),
    prescriptions: listPrescriptions(db, id, episodeCoverage(db, today, id).uses),
    goals: goals.map(goal => goalAfter(goal, visits)),
    trends: trendsOf(visits, goals, getRules(db)),
  })
}

/** A patient’s episodes as of a day: open ones first, then the newest. */
export function listEpisodes(db: Database, today: LocalDate, patientId: PatientId): EpisodeSummary[] {
  return statement<{ patientId: string }, Omit<EpisodeSummary, 'diagnosisWords' | 'prescription'>>(
    db,
    `SELECT e.id, e.condition, e.kind, e.opened_on AS openedOn, e.closed_on AS closedOn,
            (SELECT count(*) FROM appointments a WHERE a.episode_id = e.id AND a.status IN ('finished', 'checked-out')) AS visitsDone
       FROM episodes e
      WHERE e.patient_id = :patientId
      ORDER BY e.closed_on IS NOT NULL, e.opened_on DESC, e.id`,
  )
    .all({ patientId })
    .map(row => ({
      ...row,
      diagnosisWords: diagnosisWords(listDiagnoses(db, row.id), row.closedOn ?? today),
      prescription: prescriptionUseOf(db, today, row.id),
    }))
}

// The codes that apply; where all have ended, those on file.
function diagnosisWords(diagnoses: readonly Diagnosis[], day: LocalDate): string {
  const valid = diagnosesValidOn(diagnoses, day)
  const codes = (valid.length > 0 ? valid : diagnoses).map(diagnosis => diagnosis.code)
  return codes.length === 0 ? 'No diagnosis on file' : [...new Set(codes)].join(', ')
}

/** Every diagnosis of an episode over time, in the order they are pointed to. */
export function listDiagnoses(db: Database, episodeId: EpisodeId): Diagnosis[] {
  return statement<{ episodeId: string }, Diagnosis>(
    db,
    `SELECT id, code, label, diagnosed_by AS diagnosedBy, prescriber_id AS prescriberId, diagnosed_on AS diagnosedOn, valid_from AS validFrom,
            valid_to AS validTo
       FROM diagnoses
      WHERE episode_id = :episodeId
      ORDER BY position`,
  )
    .all({ episodeId })
    .map(row => Diagnosis.parse(row))
}

/** The diagnoses that apply to a date of service, A first; empty where none is on file for that day. */
export function diagnosesOn(db: Database, episodeId: EpisodeId, day: LocalDate): Diagnosis[] {
  return diagnosesValidOn(listDiagnoses(db, episodeId), day)
}

type PrescriptionRow = Omit<Prescription, 'regions' | 'procedures' | 'isSigned' | 'saysMedicallyNecessary' | 'prescriber' | 'use'> & {
  regions: string
  procedures: string
  isSigned: number
  saysMedicallyNecessary: number
}

function listPrescriptions(db: Database, episodeId: EpisodeId, uses: readonly PrescriptionUse[]): Prescription[] {
  return statement<{ episodeId: string }, PrescriptionRow>(
    db,
    `SELECT id, prescriber_id AS prescriberId, written_on AS writtenOn, expires_on AS expiresOn, visits, frequency, regions, procedures, requests,
            authorization_number AS authorizationNumber, visits_used_before AS visitsUsedBefore, is_signed AS isSigned,
            says_medically_necessary AS saysMedicallyNecessary
       FROM prescriptions
      WHERE episode_id = :episodeId
      ORDER BY written_on DESC, id DESC`,
  )
    .all({ episodeId })
    .map(row =>
      Prescription.parse({
        ...row,
        regions: JSON.parse(row.regions),
        procedures: JSON.parse(row.procedures),
        isSigned: row.isSigned === 1,
        saysMedicallyNecessary: row.saysMedicallyNecessary === 1,
        prescriber: getPrescriber(db, row.prescriberId),
        use: uses.find(use => use.prescriptionId === row.id),
      }),
    )
}

const StatedGoal = GoalFields.extend({ id: Goal.shape.id })

/** The goals of an episode as they were set, in their order. */
export function listGoals(db: Database, episodeId: EpisodeId): z.infer<typeof StatedGoal>[] {
  return statement<{ episodeId: string }, { id: GoalId }>(
    db,
    `SELECT id, text, measure, key, unit, baseline, target, stated_status AS statedStatus
       FROM goals
      WHERE episode_id = :episodeId
      ORDER BY position`,
  )
    .all({ episodeId })
    .map(row => StatedGoal.parse(row))
}

/** Who pays for a visit: the claim’s insurer, else the insurer of the patient’s plan, else self-pay. Its unit rule applies. */
export function payerOf(db: Database, patientId: PatientId, episodeId: EpisodeId | null): Payer {
  const claim = statement<{ episodeId: string | null }, { payerId: PayerId | null }>(
    db,
    'SELECT claim_payer_id AS payerId FROM episodes WHERE id = :episodeId',
  ).get({ episodeId })
  const payerId = claim?.payerId ?? policyOf(db, patientId)?.payerId
  return payerId ? getPayer(db, payerId) : getSelfPay(db)
}
