import { composeEstimate, estimateRemarks } from '../../shared/documents/estimate-compose.ts'
import type { EstimateSheet, EstimateStanding } from '../../shared/estimates/schema.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Services } from '../app/services.ts'
import { listEstimates } from '../documents/estimate-repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { listDue } from './due-repository.ts'
import { estimateFacts, proposalFor } from './facts-repository.ts'
import { deleteDraft, findDraft, insertRequest, insertSubmitAnswer, openRequestOf, writeDraft } from './repository.ts'
import { lookAt } from './standing-repository.ts'

const MOST_GIVEN = 100

/** Who needs an estimate, and the estimates given last. */
export const list = (services: Services): Output<'estimates.list'> => ({ due: listDue(services), given: listEstimates(services.db, MOST_GIVEN) })

/** Whether one patient needs an estimate. Throws `not_found`. */
export function getStanding(services: Services, patientId: PatientId): EstimateStanding {
  getPatient(services.db, patientId)
  return lookAt(services, patientId).standing
}

/** The estimate as it was typed so far, else as the records propose it, with what to see to before it is given. Throws `not_found`. */
export function getFor(services: Services, patientId: PatientId): EstimateSheet {
  const { db } = services
  const patient = getPatient(db, patientId)
  const seen = lookAt(services, patientId)
  const typed = findDraft(db, patientId)
  const draft = typed ?? proposalFor(services, patientId, seen)
  const facts = estimateFacts(db, patientId, { draft, seen })
  const hasLines = draft.providers.some(({ lines }) => lines.length > 0)
  const estimate = hasLines ? composeEstimate(draft, facts, { number: null, version: 1, replaces: null, issuedOn: services.clock.today() }) : null
  return {
    patientId,
    patientName: fullName(patient),
    standing: seen.standing,
    draft,
    isTyped: typed !== null,
    expected: estimate ? cents(estimate.totals.expected) : null,
    remarks: [...(hasLines ? [] : ['Add a service and its fee in Settings first.']), ...estimateRemarks(draft, facts)],
    discount: getBillingRules(db).selfPayDiscount,
    given: [...seen.given],
    changes: [...(seen.facts.given[0]?.changes ?? [])],
    path: `papers/estimate/${patientId}.pdf`,
  }
}

/** Keeps what was typed, so that the preview shows it and a lock loses nothing. */
export function saveDraft(services: Services, { patientId, draft }: Parsed<'estimates.saveDraft'>): EstimateSheet {
  getPatient(services.db, patientId)
  writeDraft(services.db, patientId, draft)
  return getFor(services, patientId)
}

/** Drops what was typed and proposes the estimate anew. */
export function refill(services: Services, patientId: PatientId): EstimateSheet {
  deleteDraft(services.db, patientId)
  return getFor(services, patientId)
}

/** Keeps whether the patient will send the superbill to an insurer. */
export function answerSubmit(services: Services, input: Parsed<'estimates.answerSubmit'>): EstimateStanding {
  getPatient(services.db, input.patientId)
  insertSubmitAnswer(services, input)
  return getStanding(services, input.patientId)
}

/** Notes that the patient asked for an estimate; once while one is open. */
export function requestEstimate(services: Services, patientId: PatientId): EstimateStanding {
  getPatient(services.db, patientId)
  if (openRequestOf(services.db, patientId) === null) insertRequest(services, patientId)
  return getStanding(services, patientId)
}
