import type { Appointment } from '../../shared/appointments/schema.ts'
import { addDays, formatMonthDay, type LocalDate, type LocalDateTime, localDateTime, mondayOf } from '../../shared/lib/dates.ts'
import type { Practitioner } from '../../shared/practice/schema.ts'

/** How tall a minute is drawn, in CSS pixels. */
export const MINUTE_PX = 1.2
/** The grid that visits snap to while dragged, in minutes. */
export const SNAP_MINUTES = 15

/** One column of the calendar: a day, or a day of one practitioner. */
export type CalendarColumn = { key: string; day: LocalDate; practitionerId: Practitioner['id'] | null; title: string; visits: readonly Appointment[] }

/** A visit with its place in a column: pixels from the top, and its lane where visits overlap (cancelled ones may). */
export type Placed = { visit: Appointment; top: number; height: number; lane: number; lanes: number }

/** Minutes since midnight of a wall time or an `HH:MM`. */
export function minuteOf(time: string): number {
  const clock = time.slice(-5)
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** A wall time from a day and minutes since midnight, within the day. */
export function timeAt(day: LocalDate, minute: number): LocalDateTime {
  const within = Math.min(23 * 60 + 45, Math.max(0, minute))
  return localDateTime(`${day}T${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`)
}

/** Where a new visit starts before a time is chosen: when the clinic opens, today the next quarter of an hour. */
export function firstTimeOn(day: LocalDate, opensAt: string, now: LocalDateTime): LocalDateTime {
  const opens = minuteOf(`2000-01-01T${opensAt}`)
  if (day !== now.slice(0, 10)) return timeAt(day, opens)
  return timeAt(day, Math.max(opens, Math.ceil(minuteOf(now) / 15) * 15))
}

/** The hours drawn: the clinic's day with half an hour around it, wider where visits lie outside. In minutes since midnight, on full hours. */
export function hoursShown(opensAt: string, closesAt: string, visits: readonly Appointment[]): { from: number; to: number } {
  const starts = visits.map(visit => minuteOf(visit.startsAt))
  const ends = visits.map(visit => minuteOf(visit.startsAt) + visit.minutes)
  const from = Math.min(minuteOf(opensAt), ...starts)
  const to = Math.max(minuteOf(closesAt), ...ends)
  return { from: Math.floor(from / 60) * 60, to: Math.min(24 * 60, Math.ceil((to + 30) / 60) * 60) }
}

/** Places the visits of a column; overlapping ones stand side by side. */
export function placeVisits(visits: readonly Appointment[], from: number): Placed[] {
  const sorted = [...visits].sort((a, b) => a.startsAt.localeCompare(b.startsAt) || b.minutes - a.minutes)
  const placed: Placed[] = []
  let group: Placed[] = []
  let groupEnd = -1
  const closeGroup = () => {
    const lanes = Math.max(0, ...group.map(one => one.lane)) + 1
    for (const one of group) one.lanes = lanes
    group = []
  }
  for (const visit of sorted) {
    const start = minuteOf(visit.startsAt)
    if (start >= groupEnd) closeGroup()
    const taken = group.filter(one => minuteOf(one.visit.startsAt) + one.visit.minutes > start).map(one => one.lane)
    const lane = Array.from({ length: group.length + 1 }, (_, index) => index).find(index => !taken.includes(index)) ?? 0
    const one = { visit, top: (start - from) * MINUTE_PX, height: visit.minutes * MINUTE_PX, lane, lanes: 1 }
    placed.push(one)
    group.push(one)
    groupEnd = Math.max(groupEnd, start + visit.minutes)
  }
  closeGroup()
  return placed
}

/** Monday to Saturday of a day's week, and Sunday where visits lie on it or it is the day asked for. */
export function daysOfWeek(day: LocalDate, visits: readonly Appointment[]): LocalDate[] {
  const monday = mondayOf(day)
  const days = [0, 1, 2, 3, 4, 5].map(offset => addDays(monday, offset))
  const sunday = addDays(monday, 6)
  return day === sunday || visits.some(visit => visit.startsAt.startsWith(sunday)) ? [...days, sunday] : days
}

/** "November 16 to 21" in short: "Nov 16 to Nov 21". */
export function rangeWords(days: readonly LocalDate[]): string {
  const [first] = days
  const last = days.at(-1)
  return first && last ? `${formatMonthDay(first)} to ${formatMonthDay(last)}` : ''
}

/** Where a pointer stands in the grid: which column, and the minute it snaps to. */
export function slotAt(
  point: { x: number; y: number },
  grid: DOMRect,
  shown: { columns: number; from: number },
  snap = SNAP_MINUTES,
): { column: number; minute: number } {
  const column = Math.floor(((point.x - grid.left) / grid.width) * shown.columns)
  const minute = shown.from + (point.y - grid.top) / MINUTE_PX
  return { column: Math.min(shown.columns - 1, Math.max(0, column)), minute: Math.round(minute / snap) * snap }
}
