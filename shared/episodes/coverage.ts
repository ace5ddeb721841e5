import type { AppointmentStatus } from '../appointments/schema.ts'
import { daysBetween, formatDate, formatMonthDay, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { PrescriptionId } from '../lib/ids.ts'
import type { PrescriptionUse } from './prescription-use.ts'

/** What limits the visits of a prescription. */
export type PrescriptionTerms = {
  readonly id: PrescriptionId
  readonly writtenOn: LocalDate
  readonly expiresOn: LocalDate | null
  readonly visits: number | null
  readonly visitsUsedBefore: number
}

/** A visit of the episode, booked, missed or done. `chosenPrescriptionId`: the prescription a person chose for it; null or left out for the automatic one. */
export type EpisodeVisit<Id extends string = string> = {
  readonly id: Id
  readonly startsAt: LocalDateTime
  readonly status: AppointmentStatus
  readonly chosenPrescriptionId?: PrescriptionId | null
}

/** The clinic’s present day, and whether a no-show uses up a visit. */
export type CountingRules = { readonly today: LocalDate; readonly noShowUsesVisit: boolean }

/** Which prescription a visit falls under and as which of its visits. Without a prescription the number counts the episode’s visits. */
export type VisitCoverage = {
  readonly prescriptionId: PrescriptionId | null
  /** Null for cancelled visits and for no-shows that use up none. */
  readonly number: number | null
  readonly allowed: number | null
  /** Whether the prescription is in force that day and has a visit left for it. */
  readonly isCovered: boolean
  /** Whether a person chose the prescription. A choice it can no longer meet (changed dates, used up) counts as none. */
  readonly isChosen: boolean
}

/** How an episode’s visits fall under its prescriptions. */
export type Coverage<Id extends string> = {
  readonly visits: ReadonlyMap<Id, VisitCoverage>
  /** One per prescription, oldest first. */
  readonly uses: readonly PrescriptionUse[]
}

const dayOfVisit = (visit: EpisodeVisit) => visit.startsAt.slice(0, 10) as LocalDate

/** Whether a visit takes, or is going to take, one of the prescribed visits. Cancelled ones never do. */
export function takesVisit(status: AppointmentStatus, noShowUsesVisit: boolean): boolean {
  if (status === 'cancelled') return false
  return status === 'no-show' ? noShowUsesVisit : true
}

/** Whether a visit is over and counts as used: treated, or missed where the clinic counts that. */
export function isUsed(visit: EpisodeVisit, { today, noShowUsesVisit }: CountingRules): boolean {
  if (visit.status === 'finished' || visit.status === 'checked-out') return true
  if (visit.status === 'no-show') return noShowUsesVisit
  return visit.status === 'in-session' && dayOfVisit(visit) < today
}

const OPEN: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'in-session']

/** Whether a visit stands in the calendar without having ended: booked, or under way. */
export const isOpenVisit = (visit: Pick<EpisodeVisit, 'status'>): boolean => OPEN.includes(visit.status)

/** Whether a visit is under way or booked for a day or a later one. */
export const isToCome = (visit: EpisodeVisit, from: LocalDate): boolean => isOpenVisit(visit) && dayOfVisit(visit) >= from

// Days, times and ids are plain ASCII: no language’s order is asked for, which would take most of the time of a long list.
const inOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b))
const byTime = (a: EpisodeVisit, b: EpisodeVisit) => inOrder(a.startsAt, b.startsAt) || inOrder(a.id, b.id)
const byAge = (a: PrescriptionTerms, b: PrescriptionTerms) => inOrder(a.writtenOn, b.writtenOn) || inOrder(a.id, b.id)

/** Whether a prescription is in force on a day, both ends included. */
export function isInForce(terms: PrescriptionTerms, day: LocalDate): boolean {
  return terms.writtenOn <= day && (terms.expiresOn === null || day <= terms.expiresOn)
}

const canTake = (terms: PrescriptionTerms, day: LocalDate, taken: ReadonlyMap<PrescriptionId, number>) =>
  isInForce(terms, day) && (terms.visits === null || (taken.get(terms.id) ?? terms.visitsUsedBefore) < terms.visits)

/**
 * The prescription a visit of a day belongs to: the oldest one in force with a visit left; failing that, the newest already written, and
 * failing that, the first. `taken` says how many visits each has given. Undefined where there is none at all.
 */
export function pickPrescription(
  prescriptions: readonly PrescriptionTerms[],
  day: LocalDate,
  taken: ReadonlyMap<PrescriptionId, number>,
): { readonly terms: PrescriptionTerms; readonly isCovered: boolean } | undefined {
  const oldestFirst = prescriptions.toSorted(byAge)
  const open = oldestFirst.find(terms => canTake(terms, day, taken))
  if (open) return { terms: open, isCovered: true }
  const fallback = oldestFirst.findLast(terms => terms.writtenOn <= day) ?? oldestFirst[0]
  return fallback && { terms: fallback, isCovered: false }
}

const NO_PRESCRIPTION = { prescriptionId: null, number: null, allowed: null, isCovered: false, isChosen: false } as const

/** Which visit falls under which prescription, before they are numbered. */
type Placed<Id extends string> = {
  readonly visit: EpisodeVisit<Id>
  readonly terms: PrescriptionTerms
  readonly isCovered: boolean
  readonly isChosen: boolean
}

/**
 * Gives each visit (in order of time) its prescription. A visit before the first prescription counts on that one, which it uses up but cannot rely on; then
 * the choices stand, the earlier visit first, while dates and number allow; the rest take the oldest prescription with a visit left.
 */
function placeVisits<Id extends string>(prescriptions: readonly PrescriptionTerms[], visits: readonly EpisodeVisit<Id>[]): Placed<Id>[] {
  const taken = new Map(prescriptions.map(terms => [terms.id, terms.visitsUsedBefore]))
  const placed: Placed<Id>[] = []
  const place = (visit: EpisodeVisit<Id>, found: Omit<Placed<Id>, 'visit'>) => {
    taken.set(found.terms.id, (taken.get(found.terms.id) ?? 0) + 1)
    placed.push({ visit, ...found })
  }
  const isEarly = (visit: EpisodeVisit<Id>) => prescriptions.every(terms => terms.writtenOn > dayOfVisit(visit))
  const automatic = (visit: EpisodeVisit<Id>) => {
    const picked = pickPrescription(prescriptions, dayOfVisit(visit), taken)
    if (picked) place(visit, { ...picked, isChosen: false })
  }
  for (const visit of visits.filter(isEarly)) automatic(visit)
  const left = visits.filter(visit => !isEarly(visit))
  const rest = left.filter(visit => {
    const terms = prescriptions.find(({ id }) => id === visit.chosenPrescriptionId)
    if (!terms || !canTake(terms, dayOfVisit(visit), taken)) return true
    place(visit, { terms, isCovered: true, isChosen: true })
    return false
  })
  for (const visit of rest) automatic(visit)
  return placed
}

/** Numbers the visits of an episode, oldest first, and says how far each prescription is used up. What a prescription does not cover is numbered after what it does. */
export function coverageOf<Id extends string>(
  prescriptions: readonly PrescriptionTerms[],
  visits: readonly EpisodeVisit<Id>[],
  rules: CountingRules,
): Coverage<Id> {
  const sorted = visits.toSorted(byTime)
  const counted = sorted.filter(visit => takesVisit(visit.status, rules.noShowUsesVisit))
  const placed = placeVisits(prescriptions, counted)
  const covered = new Map<Id, VisitCoverage>(sorted.map(visit => [visit.id, NO_PRESCRIPTION]))
  if (prescriptions.length === 0) for (const [place, visit] of counted.entries()) covered.set(visit.id, { ...NO_PRESCRIPTION, number: place + 1 })
  const uses = prescriptions.toSorted(byAge).map(terms => {
    const own = placed.filter(each => each.terms.id === terms.id).toSorted((a, b) => byTime(a.visit, b.visit))
    const isBeyond = ({ visit, isCovered }: Placed<Id>) => !isCovered && dayOfVisit(visit) >= terms.writtenOn
    const numbered = [...own.filter(each => !isBeyond(each)), ...own.filter(isBeyond)]
    for (const [place, { visit, isCovered, isChosen }] of numbered.entries())
      covered.set(visit.id, { prescriptionId: terms.id, number: terms.visitsUsedBefore + place + 1, allowed: terms.visits, isCovered, isChosen })
    return prescriptionUse(
      terms,
      own.map(({ visit }) => visit),
      rules,
    )
  })
  return { visits: covered, uses }
}

/** How far one prescription is used up by the visits that belong to it. */
export function prescriptionUse(terms: PrescriptionTerms, visits: readonly EpisodeVisit[], rules: CountingRules): PrescriptionUse {
  const used = terms.visitsUsedBefore + visits.filter(visit => isUsed(visit, rules)).length
  const state = stateOn(terms, used, rules.today)
  return {
    prescriptionId: terms.id,
    allowed: terms.visits,
    used,
    hasVisitToday: visits.some(visit => isOpenVisit(visit) && dayOfVisit(visit) === rules.today),
    booked: visits.filter(visit => isOpenVisit(visit) && dayOfVisit(visit) > rules.today).length,
    expiresOn: terms.expiresOn,
    state,
    words: wordsFor(terms, used, { state, today: rules.today }),
  }
}

/** Where a prescription stands: used up before expired; `low` from 2 visits or 14 days left. */
function stateOn(terms: PrescriptionTerms, used: number, today: LocalDate): PrescriptionUse['state'] {
  if (terms.visits !== null && used >= terms.visits) return 'used-up'
  if (terms.expiresOn !== null && terms.expiresOn < today) return 'expired'
  if (today < terms.writtenOn) return 'not-yet'
  const fewVisits = terms.visits !== null && terms.visits - used <= 2
  const fewDays = terms.expiresOn !== null && daysBetween(today, terms.expiresOn) <= 14
  return fewVisits || fewDays ? 'low' : 'active'
}

/** `4 of 6 visits · expires Dec 12`; the year only where it is not this one. */
function wordsFor(terms: PrescriptionTerms, used: number, at: { readonly state: PrescriptionUse['state']; readonly today: LocalDate }): string {
  const date = (day: LocalDate) => (day.slice(0, 4) === at.today.slice(0, 4) ? formatMonthDay(day) : formatDate(day))
  const visits = terms.visits === null ? `${used} visit${used === 1 ? '' : 's'}` : `${used} of ${terms.visits} visit${terms.visits === 1 ? '' : 's'}`
  if (at.state === 'used-up') return `${visits} · used up`
  if (at.state === 'not-yet') return `${visits} · starts ${date(terms.writtenOn)}`
  if (terms.expiresOn === null) return visits
  return `${visits} · ${at.state === 'expired' ? 'expired' : 'expires'} ${date(terms.expiresOn)}`
}

/** The use to show in a header: the oldest that can be used today, else one to come, else the newest. Null for none. */
export function shownUse(uses: readonly PrescriptionUse[]): PrescriptionUse | null {
  const usable = uses.find(({ state }) => state === 'active' || state === 'low')
  return usable ?? uses.find(({ state }) => state === 'not-yet') ?? uses.at(-1) ?? null
}
