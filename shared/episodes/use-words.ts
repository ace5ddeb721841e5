import { dayOf, formatDate, formatMonthDay, type LocalDate } from '../lib/dates.ts'
import type { Coverage, EpisodeVisit, PrescriptionTerms } from './coverage.ts'
import { isToCome } from './coverage.ts'
import type { PrescriptionUse } from './prescription-use.ts'

/** `4 of 6 used, 3 booked: 1 more than prescribed`: how a prescription is used, with what is still to come counted apart. */
export function wordsOfUse({ used, allowed, hasVisitToday, booked }: PrescriptionUse): string {
  const parts = [allowed === null ? `${used} used` : `${used} of ${allowed} used`]
  if (hasVisitToday) parts.push('1 today')
  if (booked > 0) parts.push(`${booked} booked`)
  const over = overBy({ used, allowed, hasVisitToday, booked })
  return over > 0 ? `${parts.join(', ')}: ${over} more than prescribed` : parts.join(', ')
}

/** How many visits, done and booked, go beyond what a prescription allows; 0 where it names no number. */
export function overBy({ used, allowed, hasVisitToday, booked }: Pick<PrescriptionUse, 'used' | 'allowed' | 'hasVisitToday' | 'booked'>): number {
  return allowed === null ? 0 : Math.max(0, used + (hasVisitToday ? 1 : 0) + booked - allowed)
}

/** A visit still to come that no prescription covers, and why. */
export type Uncovered = { readonly id: string; readonly on: LocalDate; readonly sentence: string }

/** The visits from today on that no prescription of the episode covers. Empty where there is no prescription at all: nothing limits them then. */
export function uncoveredVisits<Id extends string>(
  prescriptions: readonly PrescriptionTerms[],
  visits: readonly EpisodeVisit<Id>[],
  seen: { readonly coverage: Coverage<Id>; readonly today: LocalDate },
): Uncovered[] {
  if (prescriptions.length === 0) return []
  return visits
    .filter(visit => isToCome(visit, seen.today))
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .flatMap(visit => {
      const own = seen.coverage.visits.get(visit.id)
      const terms = prescriptions.find(one => one.id === own?.prescriptionId)
      if (!own || own.isCovered || !terms) return []
      const on = dayOf(visit.startsAt)
      return [{ id: visit.id, on, sentence: `${formatMonthDay(on)} ${whyNot(terms, on, own.number ?? 0)}` }]
    })
}

function whyNot({ writtenOn, expiresOn, visits }: PrescriptionTerms, on: LocalDate, number: number): string {
  if (on < writtenOn) return `comes before the prescription of ${formatDate(writtenOn)}.`
  if (expiresOn !== null && on > expiresOn) return `comes after the prescription expires (${formatMonthDay(expiresOn)}).`
  return `is visit ${number} of ${visits ?? number} prescribed.`
}
