import type { BookingWarning } from '../../shared/appointments/schema.ts'
import { spokenName } from '../../shared/billing/readiness-words.ts'
import { coverageOf, type EpisodeVisit, isOpenVisit } from '../../shared/episodes/coverage.ts'
import { dayOf, formatDate, formatTime, formatWeekday, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
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
  const renew = () => `Ask ${prescriberOf(db, order.id)} for a new one.`
  if (day < order.writtenOn) return [warn(`The prescription starts ${formatDate(order.writtenOn)}, after this visit. Choose a later day.`)]
  if (order.expiresOn !== null && day > order.expiresOn) return [warn(`The prescription expires ${formatDate(order.expiresOn)}, before this visit. ${renew()}`)]
  const before = coverageOf<string>(terms, others, rules)
  // Visits left uncovered for another reason (booked past the expiry) do not speak against this one.
  const isOneTooMany = countUncovered(coverage, order.id) > countUncovered(before, order.id)
  if (!isOneTooMany || order.visits === null) return []
  const left = Math.max(0, order.visits - (before.uses.find(use => use.prescriptionId === order.id)?.used ?? 0))
  if (left === 0) return [warn(`The prescription is used up: ${plural(order.visits)} of ${order.visits} taken. ${renew()}`)]
  const booked = others.filter(each => isOpenVisit(each) && before.visits.get(each.id)?.prescriptionId === order.id)
  return [warn(`Prescription has ${plural(left)} left; ${bookedWords(booked, today)}. ${renew()}`)]
}

/** `today at 12:00 pm uses it`, `2 are already booked, the last on Thu, Dec 3` */
function bookedWords(booked: readonly EpisodeVisit[], today: LocalDate): string {
  const last = booked.at(-1)
  if (!last) return 'this visit is one too many'
  const day = dayOf(last.startsAt)
  if (booked.length === 1) return `${day === today ? 'today' : formatWeekday(day)} at ${formatTime(last.startsAt)} uses it`
  return `${booked.length} are already booked, the last on ${formatWeekday(day)}`
}

/** `Dr. Amari`: who wrote a prescription, as one speaks of them. */
function prescriberOf(db: Database, id: PrescriptionId): string {
  const row = statement<{ id: string }, { name: string; credentials: string }>(
    db,
    'SELECT s.name, s.credentials FROM prescriptions r JOIN prescribers s ON s.id = r.prescriber_id WHERE r.id = :id',
  ).get({ id })
  return row ? spokenName(row.name, row.credentials) : 'the prescriber'
}

const countUncovered = (coverage: ReturnType<typeof coverageOf<string>>, prescriptionId: PrescriptionId) =>
  [...coverage.visits.values()].filter(each => each.prescriptionId === prescriptionId && !each.isCovered).length
