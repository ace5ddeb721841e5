import { addDays, atTime, clockOf, dayOf, daysBetween, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { AppointmentStatus } from './schema.ts'
import type { SeriesChange, SeriesScope } from './series-schema.ts'

/** A visit of a series as far as a change goes. */
export type ChangeableVisit = { readonly id: string; readonly startsAt: LocalDateTime; readonly status: AppointmentStatus; readonly hasNote: boolean }

/** Where the change is asked from. */
export type AskedFrom = { readonly id: string; readonly scope: SeriesScope; readonly today: LocalDate }

/** The visits a change concerns, and how many of its scope stay because they are over, under way or written about. */
export type Affected<Visit> = { readonly visits: readonly Visit[]; readonly kept: number }

/** Whether a visit still waits to take place. One of an earlier day was missed: it is settled by itself. */
function isChangeable({ id, startsAt, status, hasNote }: ChangeableVisit, asked: AskedFrom): boolean {
  if (hasNote || (status !== 'booked' && status !== 'confirmed')) return false
  return id === asked.id || dayOf(startsAt) >= asked.today
}

/** Picks this visit, this and the later ones, or all of the series: of them those that can still change. */
export function affectedVisits<Visit extends ChangeableVisit>(series: readonly Visit[], asked: AskedFrom): Affected<Visit> {
  const anchor = series.find(({ id }) => id === asked.id)
  const inScope = series.filter(visit => {
    if (asked.scope === 'one') return visit.id === asked.id
    return asked.scope === 'all' || visit.startsAt >= (anchor?.startsAt ?? visit.startsAt)
  })
  const visits = inScope.filter(visit => isChangeable(visit, asked))
  return { visits, kept: inScope.length - visits.length }
}

/**
 * Where a visit goes when the one asked from moves to a time: by the same number of days, to the same clock time, whatever the clocks do in between.
 * Null where it is cancelled.
 */
export function changedTime(startsAt: LocalDateTime, asked: { readonly from: LocalDateTime; readonly change: SeriesChange }): LocalDateTime | null {
  if (asked.change.kind === 'cancel') return null
  const offset = daysBetween(dayOf(asked.from), dayOf(asked.change.startsAt))
  return atTime(addDays(dayOf(startsAt), offset), clockOf(asked.change.startsAt))
}
