import { formatMonthDay, type LocalDate } from '../lib/dates.ts'
import { measureId, psfsMean } from './measures.ts'
import type { DueMeasure, OutcomeScore, PlannedMeasure } from './schema.ts'
import { measureOf, scoreValue } from './score.ts'

/** A measure that was taken: which, when, and at which visit of the episode (the first is 1). */
export type Taken = { readonly id: string; readonly on: LocalDate; readonly visitNumber: number }

/** What a visit of the episode measured, as far as it counts for what is due. */
export type NumberedVisit = {
  readonly on: LocalDate
  readonly visitNumber: number
  readonly pain: { readonly now: number | null }
  readonly activities: readonly { readonly score: number | null }[]
  readonly scores: readonly OutcomeScore[]
}

/** The measures taken at these visits, oldest first. A sheet that cannot be scored was not taken. */
export function takenAt(visits: readonly NumberedVisit[]): Taken[] {
  return visits.flatMap(({ on, visitNumber, pain, activities, scores }) => {
    const ids = scores.filter(score => scoreValue(score) !== null).map(measureId)
    if (pain.now !== null) ids.push('pain')
    if (psfsMean(activities.map(activity => activity.score)) !== null) ids.push('psfs')
    return ids.map(id => ({ id, on, visitNumber }))
  })
}

/**
 * What the plan asks for at a visit, each with why: at the start (and later while it was never taken), so many visits after it was last taken,
 * at discharge. `taken` holds the earlier visits only. A rating of change needs something to compare with: never due at the first visit.
 */
export function measuresDue(
  plan: readonly PlannedMeasure[],
  taken: readonly Taken[],
  at: { readonly visitNumber: number; readonly isDischarge: boolean },
): DueMeasure[] {
  return plan.flatMap(planned => {
    const { measure, generic } = planned
    if (measure === 'global-change' && at.visitNumber <= 1) return []
    const last = taken.filter(one => one.id === measureId(planned)).at(-1)
    const reason = reasonFor(planned, last, at)
    return reason === '' ? [] : [{ measure, generic, why: `${measureOf(planned).shortName} is due: ${reason}.` }]
  })
}

type At = { readonly visitNumber: number; readonly isDischarge: boolean }

function reasonFor({ measure, atStart, everyVisits, atDischarge }: PlannedMeasure, last: Taken | undefined, { visitNumber, isDischarge }: At): string {
  if (last?.visitNumber === visitNumber) return ''
  const when = last ? `last ${formatMonthDay(last.on)}` : 'not taken yet'
  if (isDischarge && atDischarge) return `at discharge, ${when}`
  if (!last && atStart && measure !== 'global-change') return visitNumber <= 1 ? 'at the start' : 'planned for the start, not taken yet'
  if (everyVisits === null || visitNumber - (last?.visitNumber ?? 0) < everyVisits) return ''
  return `${everyVisits === 1 ? 'every visit' : `every ${everyVisits} visits`}, ${when}`
}
