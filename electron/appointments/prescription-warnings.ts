import type { BookingWarning } from '../../shared/appointments/schema.ts'
import { coverageOf, type EpisodeVisit } from '../../shared/episodes/coverage.ts'
import { dayOf, formatDate, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { listEpisodeVisits, listPrescriptionTerms } from '../episodes/coverage-repository.ts'
import { noShowUsesVisit } from '../practice/repository.ts'

const plural = (count: number) => `${count} visit${count === 1 ? '' : 's'}`
const warn = (sentence: string): BookingWarning => ({ kind: 'prescription', level: 'overrule', sentence })

/** A wanted time for an episode; `ignore` is the visit being moved. */
type WantedVisit = { readonly episodeId: EpisodeId | null; readonly startsAt: LocalDateTime; readonly ignore: AppointmentId | null }

/** Whether the prescription reaches the wanted visit, counting every other visit of the episode as it stands in the calendar. */
export function prescriptionWarnings(db: Database, wanted: WantedVisit, today: LocalDate): BookingWarning[] {
  if (wanted.episodeId === null) return []
  const terms = listPrescriptionTerms(db, wanted.episodeId)
  if (terms.length === 0) return []
  const visits = listEpisodeVisits(db, wanted.episodeId)
  const others = visits.filter(visit => visit.id !== wanted.ignore)
  const chosenPrescriptionId = visits.find(visit => visit.id === wanted.ignore)?.chosenPrescriptionId ?? null
  const rules = { today, noShowUsesVisit: noShowUsesVisit(db) }
  const visit: EpisodeVisit = { id: 'wanted', startsAt: wanted.startsAt, status: 'booked', chosenPrescriptionId }
  const coverage = coverageOf<string>(terms, [...others, visit], rules)
  const own = coverage.visits.get('wanted')
  const order = terms.find(each => each.id === own?.prescriptionId)
  if (!own || !order) return []
  const day = dayOf(wanted.startsAt)
  if (day < order.writtenOn) return [warn(`The prescription starts ${formatDate(order.writtenOn)}, after this visit.`)]
  if (order.expiresOn !== null && day > order.expiresOn) return [warn(`The prescription expires ${formatDate(order.expiresOn)}, before this visit.`)]
  const before = coverageOf<string>(terms, others, rules)
  // Visits left uncovered for another reason (booked past the expiry) do not speak against this one.
  const isOneTooMany = countUncovered(coverage, order.id) > countUncovered(before, order.id)
  if (!isOneTooMany || order.visits === null) return []
  const without = before.uses.find(use => use.prescriptionId === order.id)
  const left = Math.max(0, order.visits - (without?.used ?? 0))
  if (left === 0) return [warn(`The prescription is used up: ${plural(order.visits)} of ${order.visits} taken. Ask for a new one.`)]
  const booked = (without?.booked ?? 0) + (without?.hasVisitToday ? 1 : 0)
  return [warn(`Prescription has ${plural(left)} left; ${booked} ${booked === 1 ? 'is' : 'are'} already booked.`)]
}

const countUncovered = (coverage: ReturnType<typeof coverageOf<string>>, prescriptionId: PrescriptionId) =>
  [...coverage.visits.values()].filter(each => each.prescriptionId === prescriptionId && !each.isCovered).length
