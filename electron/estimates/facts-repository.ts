import type { EstimateFacts } from '../../shared/documents/estimate-compose.ts'
import { proposeEstimate } from '../../shared/estimates/propose.ts'
import type { DraftLine, EstimateDraft } from '../../shared/estimates/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { DocumentId, PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { getInvoice } from '../billing/repository.ts'
import type { Database } from '../db/open.ts'
import { diagnosesOn, getEpisode, listEpisodes } from '../episodes/repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { getClinic, listPractitioners } from '../practice/repository.ts'
import type { Seen } from './standing-repository.ts'
import { lastVisitInvoice } from './visits-repository.ts'

/** The estimate the records propose for a patient. */
export function proposalFor({ db, clock }: Pick<Services, 'db' | 'clock'>, patientId: PatientId, seen: Seen): EstimateDraft {
  const today = clock.today()
  const ahead = seen.visits.filter(({ isAhead }) => isAhead)
  const open = listEpisodes(db, today, patientId).filter(({ closedOn }) => closedOn === null)
  const episode = open.find(({ id }) => id === ahead[0]?.episodeId) ?? open[0]
  const rules = getBillingRules(db)
  return proposeEstimate({
    today,
    visits: ahead,
    episode: episode
      ? { id: episode.id, condition: episode.condition, plannedVisits: getEpisode(db, today, episode.id).plannedVisits, done: episode.visitsDone }
      : null,
    practitionerIds: listPractitioners(db).flatMap(({ id, isActive }) => (isActive ? [id] : [])),
    services: seen.services,
    lastCharged: lastCharged(db, patientId),
    hasDiscount: rules.selfPayDiscount > 0,
    notIncluded: rules.estimate.otherItems,
    replaces: replacedBy(seen),
  })
}

/** The estimate in force that a new one continues: the next version of it, not a second one for the same visits. */
function replacedBy({ given, facts }: Seen): DocumentId | null {
  return given.find(({ to }) => to !== null && to >= facts.today)?.id ?? null
}

function lastCharged(db: Database, patientId: PatientId): Omit<DraftLine, 'visits'>[] {
  const id = lastVisitInvoice(db, patientId)
  const byService = Map.groupBy(id ? getInvoice(db, id).lines : [], ({ serviceId }) => serviceId)
  return [...byService].map(([serviceId, lines]) => ({ serviceId, units: lines.reduce((sum, { units }) => sum + units, 0) }))
}

/** What the estimate is composed from, beside what the desk filled in. */
export function estimateFacts(db: Database, patientId: PatientId, { draft, seen }: { readonly draft: EstimateDraft; readonly seen: Seen }): EstimateFacts {
  const booked = seen.visits.filter(({ isAhead, startsAt }) => isAhead && dayOf(startsAt) >= draft.from && dayOf(startsAt) <= draft.to)
  return {
    clinic: getClinic(db),
    patient: getPatient(db, patientId),
    practitioners: listPractitioners(db),
    services: seen.services,
    diagnoses: draft.episodeId !== null && isOwnEpisode(db, patientId, draft) ? diagnosesOn(db, draft.episodeId, draft.from) : [],
    rules: getBillingRules(db),
    answer: seen.facts.answer,
    payerKind: seen.facts.payerKind,
    bookedOn: booked[0]?.bookedOn ?? null,
    requestedOn: seen.facts.requestedOn,
    booked,
  }
}

// Nobody’s diagnosis stands on somebody else’s paper.
const isOwnEpisode = (db: Database, patientId: PatientId, { episodeId, from }: EstimateDraft) =>
  listEpisodes(db, from, patientId).some(({ id }) => id === episodeId)
