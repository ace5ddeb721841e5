import { treatedRegions } from '../../shared/billing/check-out.ts'
import { checkReadiness, type Readiness } from '../../shared/billing/readiness.ts'
import type { ReadinessFacts, VisitFacts } from '../../shared/billing/readiness-facts.ts'
import { regionInWords, regionsOutside } from '../../shared/body-chart/regions.ts'
import { formatDate, formatTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { sumCents } from '../../shared/lib/money.ts'
import { findCode } from '../codes/repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { allowedRegionsOf, getTreated } from '../notes/repository.ts'
import { getClinic } from '../practice/repository.ts'
import type { VisitOnPaper } from './charged-visits.ts'

/** What an insurer would object to in the charged visits of a superbill. Empty where nothing was charged. */
export function readinessOf(db: Database, visits: readonly VisitOnPaper[]): Readiness {
  const facts = visits.at(-1)?.facts
  return facts ? checkReadiness(factsFor(db, visits, facts)) : { items: [], readyCount: 0, total: 0 }
}

function factsFor(db: Database, visits: readonly VisitOnPaper[], { clinic, practitioner, patient, policy, mustCarry }: VisitOnPaper['facts']): ReadinessFacts {
  const { timeZone } = getClinic(db)
  return { clinic, practitioner, patient, policy, payer: policy?.payer ?? null, mustCarry, visits: visits.map(visit => visitFacts(db, visit, timeZone)) }
}

function visitFacts(db: Database, visit: VisitOnPaper, timeZone: string): VisitFacts {
  const { facts, serviceOn } = visit
  const signedAt = visit.noteSignedAt && wallTimeOf(visit.noteSignedAt, timeZone)
  return {
    appointmentId: visit.appointmentId,
    episodeId: facts.episode?.id ?? null,
    serviceOn,
    signedAt: signedAt && (signedAt.startsWith(serviceOn) ? formatTime(signedAt) : formatDate(serviceOn)),
    timedMinutes: facts.timedMinutes,
    lines: visit.lines.map(line => ({ ...line, isTimed: line.minutes > 0, unitsByRule: line.units })),
    diagnoses: facts.diagnoses.map(diagnosis => ({ ...diagnosis, validity: findCode(db, diagnosis.code) })),
    prescription: prescriptionFacts(db, facts.prescription),
    ...regionFacts(db, visit),
    accident: accidentFacts(facts.episode),
    paid: sumCents(visit.payments.map(payment => payment.amount)),
  }
}

function prescriptionFacts(db: Database, prescription: VisitOnPaper['facts']['prescription']): VisitFacts['prescription'] {
  if (!prescription) return null
  const row = statement<{ id: string }, { prescriberId: string }>(db, 'SELECT prescriber_id AS prescriberId FROM prescriptions WHERE id = :id').get({
    id: prescription.id,
  })
  return { ...prescription, visitNumber: prescription.visitNumber ?? 1, prescriber: { ...prescription.prescriber, id: row?.prescriberId ?? '' } }
}

function accidentFacts(episode: VisitOnPaper['facts']['episode']): VisitFacts['accident'] {
  if (!episode || episode.kind === 'illness') return null
  const { claim, kind, onsetOn } = episode
  return { kind, claimNumber: claim?.claimNumber ?? '', injuredOn: claim?.injuredOn ?? onsetOn, state: claim?.state ?? '' }
}

function regionFacts(db: Database, { facts }: VisitOnPaper): Pick<VisitFacts, 'hasAllowedRegions' | 'regionsOutside'> {
  const allowed = allowedRegionsOf(db, { episodeId: facts.episode?.id ?? null, prescriptionId: facts.prescription?.id ?? null })
  const { blocks, regionReasons } = getTreated(db, facts.noteId)
  const outside = regionsOutside(treatedRegions(blocks), allowed)
  const reasons = new Set(regionReasons.map(({ region }) => region))
  return { hasAllowedRegions: allowed.length > 0, regionsOutside: outside.map(region => ({ words: regionInWords(region), hasReason: reasons.has(region) })) }
}
