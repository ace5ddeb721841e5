import { addDays, dayOf, formatMonthDay, formatWeekday, type LocalDate, mondayOf } from '../../shared/lib/dates.ts'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { Room } from '../../shared/practice/schema.ts'
import type { BlockedTime, CalendarView, CalendarVisit, ScheduleDay } from '../../shared/schedule/schema.ts'
import { type ClosedSpan, closedSpans, hoursNote, usualHours, workedSpans } from './calendar-hours.ts'
import { daysOfWeek, hoursShown, type Placed, placeVisits, type Span, spanOf } from './calendar-layout.ts'

/** One column of the calendar: a day, or a day of one practitioner or one room. */
export type CalendarColumn = {
  readonly key: string
  readonly day: LocalDate
  /** Who takes a visit dropped here; null keeps its practitioner. */
  readonly practitionerId: PractitionerId | null
  /** The room a visit dropped here gets; undefined keeps its room. */
  readonly roomId: RoomId | null | undefined
  readonly title: string
  /** What is unusual about its hours. */
  readonly note: string
  /** Visits that come or came: cancelled ones do not count. */
  readonly count: number
  readonly placed: readonly Placed<CalendarVisit>[]
  /** `whose` names the practitioner or room where the rest of the column stays free. */
  readonly blocks: readonly (Placed<BlockedTime> & { readonly whose: string })[]
  readonly closed: readonly ClosedSpan[]
}

/** Whose visits are shown: everybody’s, one practitioner’s, or one room’s. */
export type Shown = { readonly practitionerId: PractitionerId | null; readonly roomId: RoomId | null }

/** What the columns are made from. */
export type ColumnsOf = {
  readonly view: 'day' | 'week'
  readonly by: 'practitioner' | 'room'
  readonly day: LocalDate
  readonly calendar: CalendarView
  readonly rooms: readonly Room[]
  readonly shown: Shown
}

type Draft = Pick<CalendarColumn, 'key' | 'day' | 'practitionerId' | 'roomId' | 'title'> & {
  readonly has: (visit: CalendarVisit) => boolean
  readonly blocked: (block: BlockedTime) => boolean
}

const seen = (shown: Shown) => (visit: CalendarVisit) =>
  (shown.practitionerId === null || visit.practitionerId === shown.practitionerId) && (shown.roomId === null || visit.roomId === shown.roomId)

/** Whether a block concerns the practitioner or room shown, or any of them. */
const isOf = (block: BlockedTime, { practitionerId, roomId }: Shown) =>
  (practitionerId === null || block.practitionerId === practitionerId) && (roomId === null || block.roomId === roomId)

const isForAll = (block: BlockedTime) => block.practitionerId === null && block.roomId === null

/** The practitioners to show on some days: who is there, and who left but has visits on them. */
export function practitionersShown(calendar: CalendarView, shown: Shown): CalendarView['practitioners'] {
  return calendar.practitioners.filter(
    one =>
      (shown.practitionerId === null || one.id === shown.practitionerId) && (one.isActive || calendar.visits.some(visit => visit.practitionerId === one.id)),
  )
}

/** The days of a week that are shown: Sunday only where the clinic is open, somebody is booked, or it was asked for. */
export function weekDays(calendar: CalendarView, day: LocalDate): LocalDate[] {
  const sunday = calendar.days.find(one => one.day === addDays(mondayOf(day), 6))
  return daysOfWeek(day, sunday !== undefined && (sunday.open.length > 0 || calendar.visits.some(visit => dayOf(visit.startsAt) === sunday.day)))
}

function weekColumns({ day, calendar, shown }: ColumnsOf): Draft[] {
  const [only, another] = practitionersShown(calendar, shown)
  const practitionerId = only && !another ? only.id : null
  return weekDays(calendar, day).map(one => ({
    key: one,
    day: one,
    practitionerId,
    roomId: shown.roomId ?? undefined,
    title: `${formatWeekday(one).slice(0, 3)} ${Number(one.slice(8))}`,
    has: seen(shown),
    blocked: block => isForAll(block) || isOf(block, shown),
  }))
}

function practitionerColumns({ day, calendar, shown }: ColumnsOf): Draft[] {
  return practitionersShown(calendar, shown).map(one => ({
    key: one.id,
    day,
    practitionerId: one.id,
    roomId: undefined,
    title: one.name,
    has: visit => visit.practitionerId === one.id && seen(shown)(visit),
    blocked: block => isForAll(block) || block.practitionerId === one.id,
  }))
}

function roomColumns({ day, calendar, rooms, shown }: ColumnsOf): Draft[] {
  const used = new Set(calendar.visits.map(visit => visit.roomId))
  const inUse = rooms.filter(room => (room.isActive || used.has(room.id)) && (shown.roomId === null || room.id === shown.roomId))
  const none = used.has(null) && shown.roomId === null ? [{ id: null, name: 'No room' }] : []
  return [...inUse, ...none].map(room => ({
    key: room.id ?? 'no-room',
    day,
    practitionerId: shown.practitionerId,
    roomId: room.id,
    title: room.name,
    has: visit => visit.roomId === room.id && seen(shown)(visit),
    blocked: block => isForAll(block) || (room.id !== null && block.roomId === room.id),
  }))
}

const takesPart = (visit: CalendarVisit) => visit.status !== 'cancelled'

/** The columns of a day or week and the hours they are drawn with. */
export function columnsOf(from: ColumnsOf): { columns: CalendarColumn[]; hours: Span } {
  const { calendar, view, by } = from
  const drafts = view === 'week' ? weekColumns(from) : by === 'room' ? roomColumns(from) : practitionerColumns(from)
  const dayFor = (day: LocalDate): ScheduleDay => calendar.days.find(one => one.day === day) ?? { day, closedBecause: '', open: [], worked: [] }
  const worked = drafts.map(draft => workedSpans(dayFor(draft.day), draft.practitionerId))
  const visitsOf = (draft: Draft) => calendar.visits.filter(visit => dayOf(visit.startsAt) === draft.day && draft.has(visit))
  const hours = hoursShown(worked.flat(), drafts.flatMap(visitsOf))
  const usual = view === 'week' ? usualHours(worked) : null
  const names = new Map<string, string>([...calendar.practitioners, ...from.rooms].map(one => [one.id, one.name]))
  const whose = ({ practitionerId, roomId }: BlockedTime, draft: Pick<Draft, 'practitionerId' | 'roomId'>) => {
    if (practitionerId !== null && practitionerId !== draft.practitionerId) return names.get(practitionerId) ?? ''
    return practitionerId === null && roomId !== null && roomId !== draft.roomId ? (names.get(roomId) ?? '') : ''
  }
  const rank = new Map(calendar.practitioners.map((one, index) => [one.id, index]))
  const columns = drafts.map(({ has, blocked, ...draft }, index): CalendarColumn => {
    const day = dayFor(draft.day)
    const visits = visitsOf({ ...draft, has, blocked })
    return {
      ...draft,
      note: hoursNote(day, worked[index] ?? [], usual),
      count: visits.filter(takesPart).length,
      placed: placeVisits(visits, visit => rank.get(visit.practitionerId) ?? 0),
      blocks: placeVisits(calendar.blocks.filter(block => dayOf(block.startsAt) === draft.day && blocked(block))).map(one => ({
        ...one,
        whose: whose(one.visit, draft),
      })),
      closed: closedSpans(day, draft.practitionerId, hours),
    }
  })
  return { columns, hours }
}

/** The most visits that stand side by side: how wide a column has to be. */
export const mostLanes = (columns: readonly CalendarColumn[]): number => Math.max(1, ...columns.flatMap(column => column.placed.map(one => one.lanes)))

/** “November 16 to 21”, “November 30 to December 5”; the year only where it is another than `today`’s. */
export function weekTitle(days: readonly LocalDate[], today: LocalDate): string {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return ''
  const words =
    first.slice(0, 7) === last.slice(0, 7) ? `${longMonthDay(first)} to ${Number(last.slice(8))}` : `${longMonthDay(first)} to ${longMonthDay(last)}`
  return last.slice(0, 4) === today.slice(0, 4) ? words : `${words}, ${last.slice(0, 4)}`
}

/** Whether a visit lies, even partly, within some minutes of its day. */
export const liesWithin = (placed: Placed, span: Span): boolean => placed.start < span.to && spanOf(placed.visit).to > span.from

const longMonthDay = (day: LocalDate) => monthName(day) + formatMonthDay(day).slice(3)
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
/** `November` */
export const monthName = (day: LocalDate): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? ''
