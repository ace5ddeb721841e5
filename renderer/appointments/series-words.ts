import type { ChangedVisit, Series, SeriesScope } from '../../shared/appointments/series-schema.ts'
import type { LocalDate, LocalDateTime } from '../../shared/lib/dates.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'

type SeriesVisit = Series['visits'][number]

/** Visits that can still be changed, in order. */
export const changeable = (visits: readonly SeriesVisit[]): SeriesVisit[] => visits.filter(({ status }) => status === 'booked' || status === 'confirmed')

/** The visit that a change begins with unless another is chosen: the next one that is not over. */
export function nextOf(visits: readonly SeriesVisit[], now: LocalDateTime): SeriesVisit | null {
  const open = changeable(visits)
  return open.find(({ startsAt }) => startsAt >= now) ?? open[0] ?? null
}

/** Whether a visit of the series is today’s. */
export const isOn = (visit: Pick<SeriesVisit, 'startsAt'>, today: LocalDate): boolean => dayOf(visit.startsAt) === today

/** The answers to “which visits?”. */
export const SCOPES: readonly { value: SeriesScope; label: string }[] = [
  { value: 'one', label: 'This one' },
  { value: 'later', label: 'This and later' },
  { value: 'all', label: 'All' },
]

/** “Move 4 visits”, “Cancel 1 visit”: what the button of a change does. */
export function changeWords(kind: 'move' | 'cancel', count: number): string {
  const verb = kind === 'move' ? 'Move' : 'Cancel'
  return `${verb} ${count === 1 ? '1 visit' : `${count} visits`}`
}

/** “2 visits that are over stay as they are.”; empty where none. */
export function keptWords(kept: number): string {
  if (kept === 0) return ''
  return kept === 1 ? '1 visit that is over stays as it is.' : `${kept} visits that are over stay as they are.`
}

/** Visits of a change with the times chosen instead; those have no warnings left that are known here. */
export function withChosen(visits: readonly ChangedVisit[], chosen: ReadonlyMap<AppointmentId, LocalDateTime>): ChangedVisit[] {
  return visits.map(visit => {
    const to = chosen.get(visit.appointmentId)
    return to ? { ...visit, to, warnings: [] } : visit
  })
}
