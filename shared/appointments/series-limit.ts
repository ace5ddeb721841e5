import { type CountingRules, type Coverage, coverageOf, type EpisodeVisit, isInForce, type PrescriptionTerms, takesVisit } from '../episodes/coverage.ts'
import { dayOf, formatDate, formatMonthDay, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { Place } from './series-dates.ts'

/** What limits a series: the episode’s prescriptions and visits as they stand, and its plan where no prescription counts. */
export type SeriesLimits = {
  readonly prescriptions: readonly PrescriptionTerms[]
  readonly visits: readonly EpisodeVisit[]
  readonly plannedVisits: number | null
  readonly rules: CountingRules
}

/** The visits that can be booked, and why there are fewer than asked for; null where all can. */
export type Stop<One> = { readonly places: readonly One[]; readonly stoppedBecause: string | null }

const plural = (count: number) => `${count} visit${count === 1 ? '' : 's'}`
const asVisits = (places: readonly Place[]): EpisodeVisit[] =>
  places.map(({ place, startsAt }) => ({ id: `place ${place}`, startsAt, status: 'booked' as const }))

/** Stops a series where its prescriptions expire or have no visit left; without a prescription, where the episode’s plan ends. */
export function stopSeries<One extends Place>(places: readonly One[], limits: SeriesLimits): Stop<One> {
  return limits.prescriptions.length === 0 ? stopAtPlan(places, limits) : stopAtPrescription(places, limits)
}

function stopAtPlan<One extends Place>(places: readonly One[], { visits, plannedVisits, rules }: SeriesLimits): Stop<One> {
  if (plannedVisits === null) return { places, stoppedBecause: null }
  const taken = visits.filter(visit => takesVisit(visit.status, rules.noShowUsesVisit)).length
  const left = Math.max(0, plannedVisits - taken)
  if (places.length <= left) return { places, stoppedBecause: null }
  const plan = `The plan is for ${plural(plannedVisits)}${leftWords(taken, left)}`
  return { places: places.slice(0, left), stoppedBecause: `${plan} Change the plan to book more.` }
}

function stopAtPrescription<One extends Place>(places: readonly One[], limits: SeriesLimits): Stop<One> {
  const { prescriptions, visits, rules } = limits
  const before = coverageOf<string>(prescriptions, visits, rules)
  const beyond = (count: number) => countBeyond(limits, [...visits, ...asVisits(places.slice(0, count))])
  const beyondBefore = beyond(0)
  for (const [count, { startsAt }] of places.entries()) {
    const kept = places.slice(0, count)
    if (prescriptions.every(terms => terms.expiresOn !== null && terms.expiresOn < dayOf(startsAt)))
      return { places: kept, stoppedBecause: expiryWords(limits, { asked: places.length, fit: count }) }
    if (beyond(count + 1) > beyondBefore) return { places: kept, stoppedBecause: numberWords(limits, { before, left: count, at: startsAt }) }
  }
  return { places, stoppedBecause: null }
}

/** How many visits find no prescription with a visit left although one is in force that day. */
function countBeyond({ prescriptions, rules }: SeriesLimits, visits: readonly EpisodeVisit[]): number {
  const coverage = coverageOf<string>(prescriptions, visits, rules)
  return visits.filter(({ id, startsAt }) => {
    const own = coverage.visits.get(id)
    return own?.number != null && !own.isCovered && prescriptions.some(terms => isInForce(terms, dayOf(startsAt)))
  }).length
}

function expiryWords({ prescriptions, rules }: SeriesLimits, stop: { asked: number; fit: number }): string {
  const last = prescriptions.reduce((latest, { expiresOn }) => (expiresOn !== null && expiresOn > latest ? expiresOn : latest), '' as LocalDate)
  const day = last.slice(0, 4) === rules.today.slice(0, 4) ? formatMonthDay(last) : formatDate(last)
  const which = prescriptions.length === 1 ? 'prescription' : 'last prescription'
  const fit = stop.fit === 0 ? 'no visit fits before.' : `${stop.fit} of ${plural(stop.asked)} ${stop.fit === 1 ? 'fits' : 'fit'} before.`
  return `The ${which} ${last < rules.today ? 'expired' : 'expires'} ${day}: ${fit}`
}

/** Names the prescriptions that are in force when the series stops; what they had given before it counts as taken. */
function numberWords({ prescriptions }: SeriesLimits, stop: { before: Coverage<string>; left: number; at: LocalDateTime }): string {
  const counted = prescriptions.filter(terms => terms.visits !== null && terms.writtenOn <= dayOf(stop.at) && isInForce(terms, dayOf(stop.at)))
  const covers = counted.reduce((sum, { visits }) => sum + (visits ?? 0), 0)
  const given = [...stop.before.visits.values()].filter(own => own.number !== null && counted.some(({ id }) => id === own.prescriptionId)).length
  const taken = counted.reduce((sum, { visitsUsedBefore }) => sum + visitsUsedBefore, given)
  const covering = counted.length === 1 ? 'The prescription covers' : 'The prescriptions cover'
  return `${covering} ${plural(covers)}${leftWords(taken, stop.left)}`
}

function leftWords(taken: number, left: number): string {
  const can = left === 0 ? 'none can be booked' : `${left} can be booked`
  return taken === 0 ? `, so ${can}.` : `; ${taken} ${taken === 1 ? 'is' : 'are'} taken, so ${can}.`
}

/** “visit 4 of 6” for each place, as if all were booked; empty where it goes beyond what is prescribed or no episode counts it. */
export function placeNumbers(places: readonly Place[], { prescriptions, visits, plannedVisits, rules }: SeriesLimits): ReadonlyMap<number, string> {
  const { visits: numbered } = coverageOf<string>(prescriptions, [...visits, ...asVisits(places)], rules)
  return new Map(
    places.map(({ place }) => {
      const own = numbered.get(`place ${place}`)
      const allowed = own?.prescriptionId ? own.allowed : plannedVisits
      if (own?.number == null || (allowed !== null && own.number > allowed)) return [place, '']
      return [place, allowed === null ? `visit ${own.number}` : `visit ${own.number} of ${allowed}`]
    }),
  )
}

/** How many visits a series may still have: of the prescriptions in force or to come, no more than the plan; undefined where nothing says. */
export function visitsLeft({ prescriptions, visits, plannedVisits, rules }: SeriesLimits): number | undefined {
  const usable = prescriptions.filter(({ expiresOn }) => expiresOn === null || expiresOn >= rules.today)
  const { uses } = coverageOf<string>(prescriptions, visits, rules)
  const perPrescription = usable.map(({ id, visits: allowed }) => {
    const use = uses.find(({ prescriptionId }) => prescriptionId === id)
    return allowed === null || !use ? Number.POSITIVE_INFINITY : Math.max(0, allowed - use.used - use.booked - (use.hasVisitToday ? 1 : 0))
  })
  const prescribed = usable.length === 0 ? Number.POSITIVE_INFINITY : perPrescription.reduce((sum, left) => sum + left, 0)
  const taken = visits.filter(visit => takesVisit(visit.status, rules.noShowUsesVisit)).length
  const planned = plannedVisits === null || plannedVisits <= taken ? Number.POSITIVE_INFINITY : plannedVisits - taken
  const left = Math.min(prescribed, planned)
  return Number.isFinite(left) ? left : undefined
}
