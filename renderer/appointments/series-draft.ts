import type { BookingWarning } from '../../shared/appointments/schema.ts'
import { type PlannedVisit, SeriesPlan } from '../../shared/appointments/series-schema.ts'
import { clockOf, dayOf, type LocalDate, type LocalDateTime, weekdayOf } from '../../shared/lib/dates.ts'
import { NONE } from './booking-draft.ts'
import type { Slot } from './slot.ts'

/** What a person changed of the suggested series. Null: as suggested. */
export type SeriesDraft = {
  episodeId: string | null
  count: number | null
  rhythm: 'weekly' | 'every-days' | null
  weekdays: number[] | null
  everyWeeks: number | null
  days: number | null
  firstOn: LocalDate | null
  time: string | null
  minutes: number | null
  practitionerId: string | null
  visitTypeId: string | null
  roomId: string | null
  moved: { place: number; startsAt: LocalDateTime }[]
  skipped: number[]
  overruleReason: string
}

/** The series as it is suggested. */
export const AS_SUGGESTED: SeriesDraft = {
  episodeId: null,
  count: null,
  rhythm: null,
  weekdays: null,
  everyWeeks: null,
  days: null,
  firstOn: null,
  time: null,
  minutes: null,
  practitionerId: null,
  visitTypeId: null,
  roomId: null,
  moved: [],
  skipped: [],
  overruleReason: '',
}

/** A suggestion that begins at the time pointed at in the calendar. */
export function startingAt(suggested: SeriesPlan, slot: Slot | null): SeriesPlan {
  if (!slot) return suggested
  const firstOn = dayOf(slot.startsAt)
  const rhythm =
    suggested.rhythm.kind === 'weekly' && suggested.rhythm.weekdays.length === 1 ? { ...suggested.rhythm, weekdays: [weekdayOf(firstOn)] } : suggested.rhythm
  return { ...suggested, firstOn, time: clockOf(slot.startsAt), rhythm, practitionerId: slot.practitionerId ?? suggested.practitionerId }
}

const idOr = <T>(chosen: string | null, suggested: T): string | null | T => (chosen === NONE ? null : (chosen ?? suggested))

/** The series as it stands: the suggestion with what was changed. Refused with sentences for what makes no sense. */
export function planOf(suggested: SeriesPlan, draft: SeriesDraft) {
  const kind = draft.rhythm ?? suggested.rhythm.kind
  const weekly = suggested.rhythm.kind === 'weekly' ? suggested.rhythm : { weekdays: [weekdayOf(draft.firstOn ?? suggested.firstOn)], everyWeeks: 1 }
  const days = suggested.rhythm.kind === 'every-days' ? suggested.rhythm.days : 7 * weekly.everyWeeks
  return SeriesPlan.safeParse({
    ...suggested,
    episodeId: idOr(draft.episodeId, suggested.episodeId),
    count: draft.count ?? suggested.count,
    firstOn: draft.firstOn ?? suggested.firstOn,
    time: draft.time ?? suggested.time,
    minutes: draft.minutes ?? suggested.minutes,
    practitionerId: draft.practitionerId ?? suggested.practitionerId,
    visitTypeId: idOr(draft.visitTypeId, suggested.visitTypeId),
    roomId: idOr(draft.roomId, suggested.roomId),
    rhythm:
      kind === 'weekly'
        ? { kind, weekdays: draft.weekdays ?? weekly.weekdays, everyWeeks: draft.everyWeeks ?? weekly.everyWeeks }
        : { kind, days: draft.days ?? days },
  })
}

/** Another first day: a series on one weekday follows it to its weekday. */
export function beginningOn(plan: Pick<SeriesPlan, 'rhythm'>, firstOn: LocalDate | null): Partial<SeriesDraft> {
  const { rhythm } = plan
  return rhythm.kind === 'weekly' && rhythm.weekdays.length === 1 && firstOn ? { firstOn, weekdays: [weekdayOf(firstOn)] } : { firstOn }
}

/** Whether a visit of the preview cannot be booked as it stands, can with a reason, or is free. */
export function troubleOf(warnings: readonly Pick<BookingWarning, 'level'>[]): 'refused' | 'overrule' | 'none' {
  if (warnings.some(({ level }) => level === 'refused')) return 'refused'
  return warnings.some(({ level }) => level === 'overrule') ? 'overrule' : 'none'
}

/** What stands between the preview and booking, naming the first visit to settle; null when all can be booked. */
export function unsettled(visits: readonly Pick<PlannedVisit, 'place' | 'warnings'>[], mayOverrule: boolean): string | null {
  const stuck = visits.filter(({ warnings }) => {
    const trouble = troubleOf(warnings)
    return trouble === 'refused' || (trouble === 'overrule' && !mayOverrule)
  })
  const [first] = stuck
  if (!first) return null
  const others = stuck.length === 1 ? '' : ` and ${stuck.length - 1} more`
  return `Visit ${first.place}${others} cannot stay. Choose another time for it, or leave it out.`
}

/** “6 visits · 2 to settle”: the preview at a glance. */
export function previewWords(visits: readonly Pick<PlannedVisit, 'warnings'>[]): string {
  if (visits.length === 0) return 'Nothing to book'
  const count = visits.length === 1 ? '1 visit' : `${visits.length} visits`
  const open = visits.filter(({ warnings }) => troubleOf(warnings) !== 'none').length
  return open === 0 ? `${count} · all free` : `${count} · ${open} to settle`
}
