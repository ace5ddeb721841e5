import { formatDate, type LocalDate } from '../lib/dates.ts'
import type { PrescriptionId } from '../lib/ids.ts'
import { type CountingRules, coverageOf, type EpisodeVisit, isUsed, type PrescriptionTerms, takesVisit } from './coverage.ts'

type Asked<Id extends string> = {
  readonly prescriptions: readonly PrescriptionTerms[]
  readonly visits: readonly EpisodeVisit<Id>[]
  readonly rules: CountingRules
  readonly visitId: Id
}

const dayOfVisit = ({ startsAt }: EpisodeVisit) => startsAt.slice(0, 10) as LocalDate

/** The visits with a choice made for one of them. Those that are done stay on the prescription that covers them now: a choice moves only what is to come. */
export function withChoice<Id extends string>({ prescriptions, visits, rules, visitId }: Asked<Id>, chosen: PrescriptionId | null): EpisodeVisit<Id>[] {
  const now = coverageOf(prescriptions, visits, rules).visits
  return visits.map(visit => {
    if (visit.id === visitId) return { ...visit, chosenPrescriptionId: chosen }
    const own = now.get(visit.id)
    return own?.isCovered && isUsed(visit, rules) ? { ...visit, chosenPrescriptionId: own.prescriptionId } : visit
  })
}

/** Why a visit cannot fall under a prescription of its episode, as a sentence; null where it can. */
export function choiceRefusal<Id extends string>(asked: Asked<Id>, chosen: PrescriptionId): string | null {
  const terms = asked.prescriptions.find(({ id }) => id === chosen)
  const visit = asked.visits.find(({ id }) => id === asked.visitId)
  if (!terms || !visit) return 'That prescription belongs to another episode. Choose one of this visit’s episode.'
  if (!takesVisit(visit.status, asked.rules.noShowUsesVisit)) return 'This visit does not take place, so it uses up no prescription.'
  const day = dayOfVisit(visit)
  if (day < terms.writtenOn) return `That prescription was written ${formatDate(terms.writtenOn)}, after this visit. Choose another one.`
  if (terms.expiresOn !== null && terms.expiresOn < day)
    return `That prescription expired ${formatDate(terms.expiresOn)}, before this visit. Choose another one.`
  const own = coverageOf(asked.prescriptions, withChoice(asked, chosen), asked.rules).visits.get(asked.visitId)
  if (!own?.isChosen) return `All ${terms.visits ?? 0} visits of that prescription are used up. Choose another one, or ask for a new one.`
  return null
}

/** The prescriptions a visit may fall under, oldest first; empty unless there is more than one, since then there is nothing to choose. */
export function prescriptionsToChoose<Id extends string>(asked: Asked<Id>): readonly PrescriptionTerms[] {
  if (asked.prescriptions.length < 2) return []
  const usable = asked.prescriptions.filter(({ id }) => choiceRefusal(asked, id) === null)
  return usable.length < 2 ? [] : usable.toSorted((a, b) => a.writtenOn.localeCompare(b.writtenOn) || a.id.localeCompare(b.id))
}
