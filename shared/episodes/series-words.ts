import { type CountingRules, type EpisodeVisit, isToCome, isUsed, takesVisit } from './coverage.ts'

/** How far the planned series has come: visits done (with no-shows where the clinic counts them) and still to come. */
export type Series = {
  readonly planned: number | null
  readonly done: number
  readonly toCome: number
  /** “4 of 6 done, today is visit 5, 1 more booked”, “Visit 7 of 6 booked”; empty without a plan. */
  readonly words: string
  /** Whether more visits are done or booked than planned. */
  readonly isOver: boolean
}

/** Counts an episode’s visits against its plan. Cancelled visits never count. */
export function seriesOf(planned: number | null, visits: readonly EpisodeVisit[], rules: CountingRules): Series {
  const done = visits.filter(visit => isUsed(visit, rules)).length
  const open = visits.filter(visit => isToCome(visit, rules.today))
  const today = open.filter(visit => visit.startsAt.startsWith(rules.today)).length
  const toCome = open.length
  const words = planned === null ? '' : wordsOf(planned, { done, today, later: toCome - today })
  return { planned, done, toCome, words, isOver: planned !== null && done + toCome > planned }
}

/** “Visit 5 of 6”: which visit of the planned series one visit is, also an earlier one; “Visit 5” without a plan, empty where it does not count. */
export function visitOfSeries<Id extends string>(
  planned: number | null,
  visits: readonly EpisodeVisit<Id>[],
  which: { id: Id; noShowUsesVisit: boolean },
): string {
  const counted = visits
    .filter(visit => takesVisit(visit.status, which.noShowUsesVisit))
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id))
  const number = counted.findIndex(visit => visit.id === which.id) + 1
  if (number === 0) return ''
  return planned === null ? `Visit ${number}` : `Visit ${number} of ${planned}`
}

function wordsOf(planned: number, { done, today, later }: { done: number; today: number; later: number }): string {
  if (today + later > 0 && done + today + later > planned) return `Visit ${done + today + later} of ${planned} booked`
  if (done + today + later === 0) return `${planned} ${planned === 1 ? 'visit' : 'visits'} planned`
  const parts = [`${done} of ${planned} done`]
  if (today > 0) parts.push(`today is visit ${done + 1}`)
  if (later > 0) parts.push(`${later} ${today > 0 ? 'more ' : ''}booked`)
  return parts.join(', ')
}
