import type { Appointment } from '../appointments/schema.ts'
import { mayBecome } from '../appointments/status.ts'
import { dayOf, formatDate, formatTime, formatWeekday, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import { measureId } from '../outcomes/measures.ts'
import type { DueMeasure } from '../outcomes/schema.ts'
import { measureOf, scoreValue } from '../outcomes/score.ts'
import type { MeasuredVisit } from './goal-progress.ts'
import type { CloseReason, Episode, FinalMeasures } from './schema.ts'

/** Why a course of treatment ended, as the clinic says it. */
export const CLOSE_REASONS = {
  'goals-met': 'Goals met',
  plateau: 'No further improvement',
  'visits-used': 'Prescribed visits used',
  'referred-back': 'Referred back to the physician',
  'patient-stopped': 'Patient stopped coming',
  moved: 'Patient moved away',
  other: 'Another reason',
} as const satisfies Record<CloseReason, string>

/** `Goals met: sleeps through again`: why an episode ended; only the words where it was closed before reasons had kinds. Empty while it is open. */
export function closeWords({ closedOn, closeKind, closeReason }: Pick<Episode, 'closedOn' | 'closeKind' | 'closeReason'>): string {
  if (closedOn === null) return ''
  if (closeKind === null || (closeKind === 'other' && closeReason !== '')) return closeReason
  const label = CLOSE_REASONS[closeKind]
  return closeReason === '' || closeReason === label ? label : `${label}: ${closeReason}`
}

const when = (at: LocalDateTime) => `${formatWeekday(dayOf(at))}, ${formatTime(at)}`

/** A visit as discharge looks at it. */
export type DischargedVisit = Pick<Appointment, 'startsAt' | 'status' | 'noteState' | 'invoiceId'>

/** Why a visit cannot be cancelled with the discharge, in words; null when it can. */
export function cancelObstacle({ startsAt, status, noteState, invoiceId }: DischargedVisit): string | null {
  if (status === 'in-session') return `The session of ${when(startsAt)} is under way. Finish it first.`
  if (noteState !== 'none') return `The visit of ${when(startsAt)} has a note. Sign it, or cancel the visit in the calendar.`
  if (invoiceId !== null) return `The visit of ${when(startsAt)} is charged. Void its invoice first.`
  return mayBecome(status, 'cancelled') ? null : `The visit of ${when(startsAt)} has taken place.`
}

/** Refuses a reason that says nothing: “Another reason” needs its words. Throws `invalid_input`. */
export function assertReason(kind: CloseReason, reason: string) {
  if (kind === 'other' && reason === '') throw refused('reason', 'Say why the treatment ends.')
}

/** Refuses final measures that cannot be: of a day outside the course, or the same one twice. Throws `invalid_input`. */
export function assertFinalMeasures({ on, activities, scores }: FinalMeasures, days: { readonly openedOn: LocalDate; readonly closedOn: LocalDate }) {
  if (on < days.openedOn) throw refused('finalMeasures.on', `The episode was opened on ${formatDate(days.openedOn)}. Measure on that day or later.`)
  if (on > days.closedOn) throw refused('finalMeasures.on', 'The final measures cannot be later than the discharge.')
  const names = activities.map(({ name }) => name.toLowerCase())
  for (const [index, { name }] of activities.entries()) {
    if (names.indexOf(name.toLowerCase()) !== index) throw refused(`finalMeasures.activities.${index}.name`, `“${name}” is entered twice.`)
  }
  const ids = scores.map(score => measureId(score))
  for (const [index, score] of scores.entries()) {
    if (ids.indexOf(ids[index] ?? '') !== index) throw refused(`finalMeasures.scores.${index}.points`, `${measureOf(score).shortName} is entered twice.`)
  }
}

const refused = (field: string, sentence: string) => new DomainError('invalid_input', sentence, { [field]: sentence })

/** Final measures worth keeping; null where nothing was measured. */
export function measuredAtLast(final: FinalMeasures | null): FinalMeasures | null {
  if (final === null) return null
  const activities = final.activities.filter(activity => activity.score !== null)
  const scores = final.scores.filter(score => score.points !== null || score.ticked !== null)
  return final.painNow === null && activities.length === 0 && scores.length === 0 ? null : { ...final, activities, scores }
}

/** Without a plan: what the first visit measured and the last one did not. */
export function measuresLeftOff(visits: readonly MeasuredVisit[]): DueMeasure[] {
  const first = visits[0]
  const before: readonly Named[] = [{ measure: 'pain', generic: null }, { measure: 'psfs', generic: null }, ...(first?.scores ?? [])]
  return before
    .filter(one => hasMeasured(first, one) && !hasMeasured(visits.at(-1), one))
    .map(({ measure, generic }) => ({ measure, generic, why: 'Measured at the start, not at the last visit.' }))
}

type Named = Pick<DueMeasure, 'measure' | 'generic'>

function hasMeasured(visit: MeasuredVisit | undefined, named: Named): boolean {
  if (!visit) return false
  if (named.measure === 'pain') return visit.pain.now !== null
  if (named.measure === 'psfs') return visit.activities.some(activity => activity.score !== null)
  return visit.scores.some(score => measureId(score) === measureId(named) && scoreValue(score) !== null)
}
