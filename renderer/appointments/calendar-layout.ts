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

type Member<V> = { readonly visit: V; readonly start: number; readonly end: number; readonly lane: number }

/** Gives each of some visits, in order of time, the first lane that is free at its start; `first` is the lane to begin with. */
function inLanes<V extends Timed>(visits: readonly V[], first: number): Member<V>[] {
  const members: Member<V>[] = []
  for (const visit of visits) {
    const { from: start, to: end } = spanOf(visit)
    const taken = new Set(members.filter(one => one.end > start).map(one => one.lane))
    let lane = first
    while (taken.has(lane)) lane += 1
    members.push({ visit, start, end, lane })
  }
  return members
}

/** Visits in order of time, cut where no visit reaches over. */
function groupsOf<V extends Timed>(sorted: readonly V[]): V[][] {
  const groups: V[][] = []
  let end = -1
  for (const visit of sorted) {
    const span = spanOf(visit)
    if (span.from >= end) groups.push([])
    groups.at(-1)?.push(visit)
    end = Math.max(end, span.to)
  }
  return groups
}

/** Places the visits of a column; overlapping ones stand side by side, those of a lower `rank` (a practitioner’s place) to the left. */
export function placeVisits<V extends Timed>(visits: readonly V[], rank: (visit: V) => number = () => 0): Placed<V>[] {
  const sorted = visits.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || b.minutes - a.minutes)
  return groupsOf(sorted).flatMap(group => {
    const ranks = [...new Set(group.map(rank))].toSorted((a, b) => a - b)
    const members: Member<V>[] = []
    for (const own of ranks) {
      const first = Math.max(-1, ...members.map(one => one.lane)) + 1
      members.push(
        ...inLanes(
          group.filter(visit => rank(visit) === own),
          first,
        ),
      )
    }
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
