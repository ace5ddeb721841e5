import { Temporal } from 'temporal-polyfill'
import type { LocalDateTime } from '../lib/dates.ts'
import type { PatientId, PractitionerId, RoomId, VisitTypeId } from '../lib/ids.ts'
import { exactEndOf } from './clock-change.ts'
import { minuteOf } from './minutes.ts'
import type { BlockedTime, ScheduleDay } from './schema.ts'

/** The time a visit takes: of the patient without, of practitioner and room with the minutes kept free after it. */
export type Claimed = {
  readonly startsAt: LocalDateTime
  readonly minutes: number
  readonly bufferMinutes: number
  readonly practitionerId: PractitionerId
  readonly roomId: RoomId | null
  readonly patientId: PatientId
}

/** Some days as free time is looked for in them. Practitioners and rooms are those in use, in their order. */
export type FreeCalendarFacts = {
  readonly days: readonly ScheduleDay[]
  readonly blocks: readonly BlockedTime[]
  readonly claims: readonly Claimed[]
  readonly practitioners: readonly { readonly id: PractitionerId; readonly name: string; readonly visitTypeIds: readonly VisitTypeId[] }[]
  readonly roomIds: readonly RoomId[]
  /** The grid that visits start on, in minutes. */
  readonly stepMinutes: number
  readonly timeZone: string
}

/** A stretch of minutes since Jan 1, 1970; its end is not part of it. */
export type Busy = { readonly from: number; readonly to: number }
/** The same with what is taken of whom, in order. `clockChanges`: the wall times that are left out or come twice. */
export type FreeCalendar = FreeCalendarFacts & {
  readonly practitionerBusy: ReadonlyMap<string, readonly Busy[]>
  readonly patientBusy: ReadonlyMap<string, readonly Busy[]>
  readonly roomBusy: ReadonlyMap<string, readonly Busy[]>
  /** Rooms kept free by blocks, which only the visit itself must not touch. */
  readonly roomBlocked: ReadonlyMap<string, readonly Busy[]>
  readonly clockChanges: readonly Busy[]
}

/** Sorts what is taken by whom, once, so that many searches may follow. */
export function freeCalendar(facts: FreeCalendarFacts): FreeCalendar {
  const changes = clockChanges(facts)
  const [practitioners, patients, rooms, blocked] = [new Map<string, Busy[]>(), new Map<string, Busy[]>(), new Map<string, Busy[]>(), new Map<string, Busy[]>()]
  for (const claim of facts.claims) {
    const from = minuteOf(claim.startsAt)
    const end = (minutes: number) => {
      const to = from + minutes
      return touches(changes, { from, to }) ? Math.max(from, minuteOf(exactEndOf({ startsAt: claim.startsAt, minutes }, facts.timeZone))) : to
    }
    const held = { from, to: end(claim.minutes + claim.bufferMinutes) }
    put(practitioners, claim.practitionerId, held)
    if (claim.roomId !== null) put(rooms, claim.roomId, held)
    put(patients, claim.patientId, { from, to: end(claim.minutes) })
  }
  for (const { roomId, startsAt, minutes } of facts.blocks)
    if (roomId !== null) put(blocked, roomId, { from: minuteOf(startsAt), to: minuteOf(startsAt) + minutes })
  return {
    ...facts,
    clockChanges: changes,
    practitionerBusy: inOrder(practitioners),
    patientBusy: inOrder(patients),
    roomBusy: inOrder(rooms),
    roomBlocked: inOrder(blocked),
  }
}

/** The wall times that a clock change leaves out or brings twice. */
function clockChanges({ days, timeZone }: FreeCalendarFacts): readonly Busy[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return []
  const found: Busy[] = []
  const end = Temporal.PlainDate.from(last).add({ days: 2 }).toZonedDateTime(timeZone)
  let next = Temporal.PlainDate.from(first).subtract({ days: 2 }).toZonedDateTime(timeZone).getTimeZoneTransition('next')
  while (next !== null && Temporal.ZonedDateTime.compare(next, end) < 0) {
    const after = minuteOf(next.toPlainDateTime().toString({ smallestUnit: 'minute' }) as LocalDateTime)
    const before = after - (next.offsetNanoseconds - next.subtract({ nanoseconds: 1 }).offsetNanoseconds) / MINUTE
    found.push({ from: Math.min(before, after), to: Math.max(before, after) })
    next = next.getTimeZoneTransition('next')
  }
  return found
}

const MINUTE = 60_000_000_000
const touches = (changes: readonly Busy[], { from, to }: Busy) => changes.some(change => from < change.to && change.from < to)

/** Whether the clock on the wall runs evenly from a minute on, for so long. */
export const isEvenTime = (calendar: FreeCalendar, from: number, minutes: number): boolean => !touches(calendar.clockChanges, { from, to: from + minutes })

function put(map: Map<string, Busy[]>, key: string, busy: Busy) {
  const known = map.get(key)
  if (known) known.push(busy)
  else map.set(key, [busy])
}

const inOrder = (map: ReadonlyMap<string, readonly Busy[]>): ReadonlyMap<string, readonly Busy[]> => new Map([...map].map(([key, all]) => [key, apart(all)]))

/** In order, with those that touch made one. */
function apart(all: readonly Busy[]): Busy[] {
  const found: { from: number; to: number }[] = []
  for (const { from, to } of all.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

/** When a stretch of `length` minutes may begin, from `start` on: at `start` where nothing is in the way, else not before the end of what is. */
export function clearFrom(busy: readonly Busy[] | undefined, start: number, length: number): number {
  if (busy === undefined) return start
  let [low, high] = [0, busy.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((busy[middle]?.to ?? 0) > start) high = middle
    else low = middle + 1
  }
  const next = busy[low]
  return next !== undefined && next.from < start + length ? next.to : start
}
