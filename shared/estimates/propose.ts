import { addDays, dayOf, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { DocumentId, EpisodeId, PractitionerId, ServiceId } from '../lib/ids.ts'
import type { Service } from '../practice/schema.ts'
import { frequencyWords } from './frequency.ts'
import type { DraftLine, EstimateDraft } from './schema.ts'

/** A visit to come that the patient pays themselves. */
export type VisitAhead = {
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly practitionerId: PractitionerId
  readonly episodeId: EpisodeId | null
}

/** What an estimate is proposed from. */
export type ProposalFacts = {
  readonly today: LocalDate
  /** In order of time. */
  readonly visits: readonly VisitAhead[]
  /** The open episode the next visit belongs to; with the visits planned and those done. */
  readonly episode: { readonly id: EpisodeId; readonly condition: string; readonly plannedVisits: number | null; readonly done: number } | null
  /** Active ones, in the clinic’s order. */
  readonly practitionerIds: readonly PractitionerId[]
  readonly services: readonly Service[]
  /** What the patient’s last visit was charged for, so that the next ones are expected alike; empty before the first. */
  readonly lastCharged: readonly Omit<DraftLine, 'visits'>[]
  readonly hasDiscount: boolean
  readonly notIncluded: string
  readonly replaces: DocumentId | null
}

const USUAL_MINUTES = 60
const MOST_VISITS = 104

/** The estimate the records propose: the visits booked ahead within twelve months, else those the episode plans; services as charged last, else as long as the visit. */
export function proposeEstimate(facts: ProposalFacts): EstimateDraft {
  const { today, episode } = facts
  const from = facts.visits[0] ? dayOf(facts.visits[0].startsAt) : today
  const visits = facts.visits.filter(({ startsAt }) => dayOf(startsAt) <= yearAfter(from)).slice(0, MOST_VISITS)
  const days = visits.map(({ startsAt }) => dayOf(startsAt))
  const planned = Math.min(MOST_VISITS, Math.max(1, (episode?.plannedVisits ?? 1) - (episode?.done ?? 0)))
  const count = visits.length || planned
  const minutes = visits[0]?.minutes ?? USUAL_MINUTES
  return {
    episodeId: episode?.id ?? null,
    service: serviceWords(episode?.condition ?? '', minutes),
    frequency: visits.length > 0 ? frequencyWords(days) : planned === 1 ? 'One visit' : 'Once a week',
    visits: count,
    from,
    to: days.at(-1) ?? addDays(from, 7 * (planned - 1)),
    providers: providersOf(facts, visits, { count, minutes }),
    withDiscount: facts.hasDiscount,
    notIncluded: facts.notIncluded,
    replaces: facts.replaces,
  }
}

/** The last day one estimate may reach: twelve months on. */
export const yearAfter = (day: LocalDate): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

function serviceWords(condition: string, minutes: number): string {
  const what = condition === '' ? '' : ` for ${/^\p{Lu}\p{Ll}/u.test(condition) ? condition.charAt(0).toLowerCase() + condition.slice(1) : condition}`
  return `Medical massage${what}, ${minutes} minutes`
}

function providersOf(facts: ProposalFacts, visits: readonly VisitAhead[], usual: { count: number; minutes: number }): EstimateDraft['providers'] {
  const groups = [...Map.groupBy(visits, ({ practitionerId }) => practitionerId)].slice(0, 6)
  const lines = (count: number, minutes: number) => expectedServices(facts, minutes).map(line => ({ ...line, visits: count }))
  if (groups.length > 0) return groups.map(([practitionerId, own]) => ({ practitionerId, lines: lines(own.length, own[0]?.minutes ?? usual.minutes) }))
  return facts.practitionerIds.slice(0, 1).map(practitionerId => ({ practitionerId, lines: lines(usual.count, usual.minutes) }))
}

function expectedServices({ lastCharged, services }: ProposalFacts, minutes: number): Omit<DraftLine, 'visits'>[] {
  const active = new Set<ServiceId>(services.filter(({ isActive }) => isActive).map(({ id }) => id))
  const known = lastCharged.filter(({ serviceId }) => active.has(serviceId))
  if (known.length > 0) return known
  const service = services.find(({ id, isTimed }) => isTimed && active.has(id)) ?? services.find(({ id }) => active.has(id))
  if (!service) return []
  return [{ serviceId: service.id, units: service.isTimed ? Math.max(1, Math.floor((minutes + 7) / service.minutesPerUnit)) : 1 }]
}
