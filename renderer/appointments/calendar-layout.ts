import { addDays, type LocalDate, type LocalDateTime, localDateTime, mondayOf } from '../../shared/lib/dates.ts'

/** A stretch of wall time as the calendar draws it. */
export type Timed = { readonly startsAt: LocalDateTime; readonly minutes: number }
/** A stretch of one day in minutes since midnight. */
export type Span = { readonly from: number; readonly to: number }
/** Something with its lane: overlapping ones stand side by side. */
export type Placed<V extends Timed = Timed> = { readonly visit: V; readonly start: number; readonly lane: number; readonly lanes: number }

const DAY_MINUTES = 24 * 60

/** Minutes since midnight of a wall time or an `HH:MM`. */
export function minuteOf(time: string): number {
  const clock = time.slice(-5)
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** A wall time from a day and minutes since midnight, within the day. */
export function timeAt(day: LocalDate, minute: number): LocalDateTime {
  const within = Math.min(DAY_MINUTES - 5, Math.max(0, minute))
  return localDateTime(`${day}T${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`)
}

/** The stretch a visit or block takes of its first day. */
export function spanOf({ startsAt, minutes }: Timed): Span {
  const from = minuteOf(startsAt)
  return { from, to: Math.min(DAY_MINUTES, from + minutes) }
}

/** Where a new visit starts before a time is chosen: when the clinic opens, today the next quarter of an hour. */
export function firstTimeOn(day: LocalDate, opensAt: string, now: LocalDateTime): LocalDateTime {
  const opens = minuteOf(opensAt)
  if (day !== now.slice(0, 10)) return timeAt(day, opens)
  return timeAt(day, Math.max(opens, Math.ceil(minuteOf(now) / 15) * 15))
}

/** The hours drawn, on full hours: what is worked with half an hour after it, wider where visits lie outside; 8 to 6 where nothing is worked. */
export function hoursShown(worked: readonly Span[], visits: readonly Timed[]): Span {
  const open = worked.length > 0 ? worked : [{ from: 8 * 60, to: 17 * 60 + 30 }]
  const spans = visits.map(spanOf)
  const from = Math.min(...[...open, ...spans].map(span => span.from))
  const to = Math.max(...open.map(span => span.to + 30), ...spans.map(span => span.to))
  return { from: Math.floor(from / 60) * 60, to: Math.min(DAY_MINUTES, Math.ceil(to / 60) * 60) }
}

/** Places the visits of a column; overlapping ones stand side by side, those of equal start in the order given by `rank`. */
export function placeVisits<V extends Timed>(visits: readonly V[], rank: (visit: V) => number = () => 0): Placed<V>[] {
  const sorted = visits.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || rank(a) - rank(b) || b.minutes - a.minutes)
  const groups: { members: { visit: V; start: number; end: number; lane: number }[]; end: number }[] = []
  for (const visit of sorted) {
    const { from: start, to: end } = spanOf(visit)
    const last = groups.at(-1)
    const group = last && start < last.end ? last : { members: [], end: start }
    if (group !== last) groups.push(group)
    const taken = new Set(group.members.filter(one => one.end > start).map(one => one.lane))
    let lane = 0
    while (taken.has(lane)) lane += 1
    group.members.push({ visit, start, end, lane })
    group.end = Math.max(group.end, end)
  }
  return groups.flatMap(({ members }) => {
    const lanes = Math.max(...members.map(one => one.lane)) + 1
    return members.map(({ visit, start, lane }) => ({ visit, start, lane, lanes }))
  })
}

/** Monday to Saturday of a day’s week, and Sunday where the clinic is open, visits lie on it, or it is the day asked for. */
export function daysOfWeek(day: LocalDate, needsSunday: boolean): LocalDate[] {
  const monday = mondayOf(day)
  const length = needsSunday || day === addDays(monday, 6) ? 7 : 6
  return Array.from({ length }, (_, offset) => addDays(monday, offset))
}

/** How the grid is drawn and what it snaps to: pixels a minute, the first minute shown, minutes a step. */
export type Scale = { readonly px: number; readonly from: number; readonly to: number; readonly step: number }

/** Where a pointer stands in the grid: which column, and the minute it snaps to. `box` is the grid’s place in the window. */
export function slotAt(
  point: { readonly x: number; readonly y: number },
  box: Pick<DOMRect, 'left' | 'top' | 'width'>,
  shown: Scale & { readonly columns: number },
): { column: number; minute: number } {
  const column = Math.floor(((point.x - box.left) / box.width) * shown.columns)
  const minute = shown.from + (point.y - box.top) / shown.px
  const snapped = Math.round(minute / shown.step) * shown.step
  return {
    column: Math.min(shown.columns - 1, Math.max(0, column)),
    minute: Math.min(shown.to - shown.step, Math.max(shown.from, snapped)),
  }
}
