import { type CountingRules, type EpisodeVisit, isToCome, isUsed } from './coverage.ts'

/** How far the planned series has come: visits done (with no-shows where the clinic counts them) and still to come. */
export type Series = {
  readonly planned: number | null
  readonly done: number
  readonly toCome: number
  /** “Visit 3 of 6”, “Visit 7 of 6 booked”; empty without a plan. */
  readonly words: string
  /** Whether more visits are done or booked than planned. */
  readonly isOver: boolean
}

/** Counts an episode’s visits against its plan. Cancelled visits never count. */
export function seriesOf(planned: number | null, visits: readonly EpisodeVisit[], rules: CountingRules): Series {
  const done = visits.filter(visit => isUsed(visit, rules)).length
  const toCome = visits.filter(visit => isToCome(visit, rules.today)).length
  return { planned, done, toCome, words: planned === null ? '' : wordsOf(planned, done, toCome), isOver: planned !== null && done + toCome > planned }
}

function wordsOf(planned: number, done: number, toCome: number): string {
  if (toCome > 0 && done + toCome > planned) return `Visit ${done + toCome} of ${planned} booked`
  if (done > 0) return `Visit ${done} of ${planned}`
  return toCome > 0 ? `Visit 1 of ${planned} booked` : `${planned} ${planned === 1 ? 'visit' : 'visits'} planned`
}
