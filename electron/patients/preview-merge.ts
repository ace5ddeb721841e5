import { dayOf, formatDate, formatTime } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { doubtsOf, joinAlerts, MOST_ALERTS, movesInWords } from '../../shared/patients/merge.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { MergePreview, Patient } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { listBookedFrom } from './booked-visits-repository.ts'
import { householdOf } from './household-repository.ts'
import { belongingsOf, isInSession, listBookedTwice, listOpenInBoth, newestHistory } from './merge-facts-repository.ts'
import { getPatient, listAlerts, policyOf } from './repository.ts'

type Pair = { readonly keepId: PatientId; readonly otherId: PatientId }

/** Two charts side by side, with what would move and what to know. Throws as `assertMergeable`. */
export function previewMerge({ db }: Pick<Services, 'db'>, pair: Pair): MergePreview {
  const { keep, other } = assertMergeable(db, pair)
  const moves = movesInWords(belongingsOf(db, pair.otherId))
  const remarks = [...doubtsOf(keep, other), ...openEpisodes(db, pair), ...bookedTwice(db, pair), ...peopleAround(db, pair), ...histories(db, pair, other)]
  return { keep, other, keepPolicy: policyOf(db, pair.keepId), otherPolicy: policyOf(db, pair.otherId), moves, remarks }
}

/** The two charts of a merge that may be made. Throws `not_found`, `invalid_input` for a chart with itself, and `rule_broken` with what stands in the way. */
export function assertMergeable(db: Database, pair: Pair): { readonly keep: Patient; readonly other: Patient } {
  const refused = (sentence: string) => new DomainError('rule_broken', sentence)
  if (pair.keepId === pair.otherId) throw new DomainError('invalid_input', 'This is one and the same chart. Choose the other one.')
  const [keep, other] = [getPatient(db, pair.keepId), getPatient(db, pair.otherId)]
  if (isInSession(db, pair)) throw refused(`${fullName(keep)} is in session. Finish the visit before merging.`)
  const alerts = joinAlerts(listAlerts(db, pair.keepId), listAlerts(db, pair.otherId)).length
  if (alerts > MOST_ALERTS) throw refused(`Together they have ${alerts} alerts; ${MOST_ALERTS} are the most. Take some away on one chart first.`)
  const deceasedOn = keep.deceasedOn ?? other.deceasedOn
  const booked = deceasedOn ? [pair.keepId, pair.otherId].flatMap(id => listBookedFrom(db, id, deceasedOn)) : []
  if (booked.length > 0) throw refused('One chart says that the patient died, on the other visits are booked. Put that right first.')
  return { keep, other }
}

function openEpisodes(db: Database, pair: Pair): string[] {
  const same = listOpenInBoth(db, pair)
  return same.map(({ kept, other }) => (kept === other ? `Both have an open episode “${kept}”.` : `Both have an open episode: “${kept}” and “${other}”.`))
}

function bookedTwice(db: Database, pair: Pair): string[] {
  return listBookedTwice(db, pair).map(at => `Both are booked on ${formatDate(dayOf(at))} at ${formatTime(at)}. Cancel one of them afterwards.`)
}

function peopleAround(db: Database, { keepId, otherId }: Pair): string[] {
  const [home, other] = [householdOf(db, keepId), householdOf(db, otherId)]
  return home && other && home !== other ? ['Each belongs to a household; the two become one.'] : []
}

function histories(db: Database, pair: Pair, other: Patient): string[] {
  const newest = newestHistory(db, pair)
  if (newest?.patientId !== pair.otherId) return []
  return [`The newest health history is that of ${other.chartNumber}; it will be the one that counts.`]
}
