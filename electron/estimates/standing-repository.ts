import { ESTIMATE_KIND } from '../../shared/appointments/check-in.ts'
import { Estimate } from '../../shared/documents/estimate.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { estimateChanges } from '../../shared/estimates/changes.ts'
import { yearAfter } from '../../shared/estimates/propose.ts'
import type { EstimateStanding } from '../../shared/estimates/schema.ts'
import { type GivenEstimate, type StandingFacts, standingOf } from '../../shared/estimates/standing.ts'
import { addDays, type LocalDate, type LocalDateTime, localDate, wallTimeOf } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Service } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { findFrozenPaper, listDocuments } from '../documents/repository.ts'
import { listConsents } from '../patients/consents-repository.ts'
import { policyOf } from '../patients/repository.ts'
import { getClinic, getPayer, listServices } from '../practice/repository.ts'
import { openRequestOf, submitAnswerOf } from './repository.ts'
import { listOwnVisits, type OwnVisit } from './visits-repository.ts'

/** A patient as estimates see them: where they stand, their visits for a year back and all to come, and the estimates they were given. */
export type Seen = {
  readonly standing: EstimateStanding
  readonly facts: StandingFacts
  /** From a year ago on; those ahead are marked. */
  readonly visits: readonly OwnVisit[]
  readonly given: readonly IssuedDocument[]
  readonly services: readonly Service[]
}

const YEAR = 366

/** What looking at any patient needs; read once for many. */
export type Common = { readonly today: LocalDate; readonly now: LocalDateTime; readonly timeZone: string; readonly services: readonly Service[] }

/** This moment for the clinic, and what it charges. */
export function common({ db, clock }: Pick<Services, 'db' | 'clock'>): Common {
  const { timeZone } = getClinic(db)
  return { today: clock.today(), now: wallTimeOf(clock.now(), timeZone), timeZone, services: listServices(db) }
}

/** Looks at one patient. */
export function lookAt(asked: Pick<Services, 'db' | 'clock'>, patientId: PatientId, { today, now, timeZone, services } = common(asked)): Seen {
  const { db } = asked
  const visits = listOwnVisits(db, patientId, { from: addDays(today, -YEAR), now, timeZone })
  const given = listDocuments(db, patientId).filter(({ kind, replacedBy }) => kind === 'estimate' && replacedBy === null)
  const policy = policyOf(db, patientId)
  const answered = submitAnswerOf(db, patientId)
  const facts: StandingFacts = {
    today,
    payerKind: policy ? getPayer(db, policy.payerId).kind : null,
    answer: answered?.answer ?? null,
    answeredWords: answered?.words ?? '',
    visits: visits.filter(({ isAhead }) => isAhead),
    requestedOn: openRequestOf(db, patientId),
    given: [...given.flatMap(document => givenEstimate(db, document, { today, visits, services })), ...onPaper(db, patientId)],
  }
  return { standing: standingOf(facts), facts, visits, given, services }
}

type Now = { readonly today: LocalDate; readonly visits: readonly OwnVisit[]; readonly services: readonly Service[] }

function givenEstimate(db: Database, document: IssuedDocument, now: Now): GivenEstimate[] {
  const frozen = findFrozenPaper(db, document.id)
  if (!frozen) return []
  const estimate = Estimate.parse(frozen.paper)
  return [{ from: estimate.from, to: estimate.to, on: document.issuedOn, changes: estimateChanges(estimate, now) }]
}

// Estimates written by hand, or before Myodesk made them, are kept among the consents.
function onPaper(db: Database, patientId: PatientId): GivenEstimate[] {
  return listConsents(db, patientId, [])
    .filter(({ kind, withdrawnOn }) => kind === ESTIMATE_KIND && withdrawnOn === null)
    .map(({ signedOn }) => ({ from: signedOn, to: dayBefore(yearAfter(signedOn)), on: signedOn, changes: [] }))
}

// Feb 29 has no anniversary: the estimate ends the day before Mar 1.
const dayBefore = (day: string): LocalDate => addDays(localDate(day.endsWith('-02-29') ? `${day.slice(0, 4)}-03-01` : day), -1)
