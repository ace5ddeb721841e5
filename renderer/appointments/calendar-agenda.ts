import { takesTime } from '../../shared/appointments/overlap.ts'
import { addDays, dayOf, formatTime, type LocalDate } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import type { BlockedTime, CalendarView, CalendarVisit, ScheduleDay } from '../../shared/schedule/schema.ts'
import { practitionersShown, type Shown } from './calendar-columns.ts'
import { workedSpans } from './calendar-hours.ts'
import { type Span, spanOf, timeAt } from './calendar-layout.ts'

/** Days an agenda covers. */
export const AGENDA_DAYS = 14
/** Free time shorter than this is nothing to offer. */
const LEAST_FREE_MINUTES = 30

/** One line of the agenda: a visit, time kept free, or time that can be booked. */
export type AgendaRow =
  | { readonly kind: 'visit'; readonly start: number; readonly visit: CalendarVisit }
  | { readonly kind: 'block'; readonly start: number; readonly block: BlockedTime }
  | { readonly kind: 'free'; readonly start: number; readonly span: Span; readonly practitionerId: PractitionerId; readonly practitionerName: string }
/** One day of the agenda; `closedBecause` as the schedule says it. */
export type AgendaDay = { readonly day: LocalDate; readonly closedBecause: string; readonly count: number; readonly rows: readonly AgendaRow[] }

/** What is left of some stretches after others are taken out. */
export function gapsIn(worked: readonly Span[], taken: readonly Span[]): Span[] {
  return worked.flatMap(open => {
    const inside = taken.filter(one => one.from < open.to && one.to > open.from).toSorted((a, b) => a.from - b.from)
    const gaps: Span[] = []
    let from = open.from
    for (const one of inside) {
      if (one.from > from) gaps.push({ from, to: one.from })
      from = Math.max(from, one.to)
    }
    return from < open.to ? [...gaps, { from, to: open.to }] : gaps
  })
}

/** “Free 2:00 to 3:15 pm” */
export function freeWords(day: LocalDate, { from, to }: Span): string {
  const [start, end] = [formatTime(timeAt(day, from)), formatTime(timeAt(day, to))]
  return `Free ${start.slice(-2) === end.slice(-2) ? start.slice(0, -3) : start} to ${end}`
}

const nextStep = (minute: number, step: number) => Math.ceil(minute / step) * step

type FreeOf = { readonly day: ScheduleDay; readonly calendar: CalendarView; readonly earliest: number; readonly step: number }

/** The free times of one practitioner’s day, on the grid of the desk, with the time after visits kept free as booked. */
function freeTimes({ day, calendar, earliest, step }: FreeOf, practitionerId: PractitionerId): Span[] {
  const visits = calendar.visits.filter(one => one.practitionerId === practitionerId && dayOf(one.startsAt) === day.day && takesTime(one.status))
  const blocks = calendar.blocks.filter(
    one => dayOf(one.startsAt) === day.day && (one.practitionerId === practitionerId || (one.practitionerId === null && one.roomId === null)),
  )
  const taken = [...visits.map(one => spanOf({ ...one, minutes: one.minutes + one.bufferMinutes })), ...blocks.map(spanOf)]
  return gapsIn(workedSpans(day, practitionerId), [...taken, { from: 0, to: earliest }])
    .map(gap => ({ from: nextStep(gap.from, step), to: gap.to }))
    .filter(gap => gap.to - gap.from >= LEAST_FREE_MINUTES)
}

/** What an agenda is made from: `now` hides free time that is over. */
export type AgendaOf = { readonly calendar: CalendarView; readonly shown: Shown; readonly now: string; readonly step: number }

/** The days in order, each with its visits, blocks and the time that can still be booked. */
export function agendaOf({ calendar, shown, now, step }: AgendaOf): AgendaDay[] {
  const people = practitionersShown(calendar, shown).filter(one => one.isActive)
  const today = now.slice(0, 10)
  return calendar.days.map(day => {
    const visits = calendar.visits.filter(
      one =>
        dayOf(one.startsAt) === day.day &&
        (shown.practitionerId === null || one.practitionerId === shown.practitionerId) &&
        (shown.roomId === null || one.roomId === shown.roomId),
    )
    const blocks = calendar.blocks.filter(
      one => dayOf(one.startsAt) === day.day && (shown.practitionerId === null || one.practitionerId === shown.practitionerId || one.practitionerId === null),
    )
    const earliest = day.day < today ? 24 * 60 : day.day === today ? minutesOf(now) : 0
    const free =
      shown.roomId !== null || day.closedBecause !== ''
        ? []
        : people.flatMap(one => freeTimes({ day, calendar, earliest, step }, one.id).map(span => ({ span, one })))
    const rows: AgendaRow[] = [
      ...visits.map(visit => ({ kind: 'visit' as const, start: spanOf(visit).from, visit })),
      ...blocks.map(block => ({ kind: 'block' as const, start: spanOf(block).from, block })),
      ...free.map(({ span, one }) => ({ kind: 'free' as const, start: span.from, span, practitionerId: one.id, practitionerName: one.name })),
    ]
    const count = visits.filter(one => one.status !== 'cancelled').length
    return { day: day.day, closedBecause: day.closedBecause, count, rows: rows.toSorted((a, b) => a.start - b.start) }
  })
}

const minutesOf = (now: string) => Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16))

/** The last day of an agenda that begins on a day. */
export const agendaEnd = (day: LocalDate): LocalDate => addDays(day, AGENDA_DAYS - 1)
