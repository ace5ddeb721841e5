import type { LocalDateTime } from '../lib/dates.ts'
import type { PatientId, PractitionerId, RoomId, VisitTypeId } from '../lib/ids.ts'
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
export type FreeCalendar = FreeCalendarFacts & {
  readonly practitionerBusy: ReadonlyMap<string, readonly Busy[]>
  readonly roomBusy: ReadonlyMap<string, readonly Busy[]>
  readonly patientBusy: ReadonlyMap<string, readonly Busy[]>
}

/** Sorts what is taken by whom, once, so that many searches may follow. */
export function freeCalendar(facts: FreeCalendarFacts): FreeCalendar {
  const practitioners = new Map<string, Busy[]>()
  const rooms = new Map<string, Busy[]>()
  const patients = new Map<string, Busy[]>()
  for (const { startsAt, minutes, bufferMinutes, practitionerId, roomId, patientId } of facts.claims) {
    const from = minuteOf(startsAt)
    const held = { from, to: from + minutes + bufferMinutes }
    put(practitioners, practitionerId, held)
    if (roomId !== null) put(rooms, roomId, held)
    put(patients, patientId, { from, to: from + minutes })
  }
  for (const { roomId, startsAt, minutes } of facts.blocks)
    if (roomId !== null) put(rooms, roomId, { from: minuteOf(startsAt), to: minuteOf(startsAt) + minutes })
  return { ...facts, practitionerBusy: merged(practitioners), roomBusy: merged(rooms), patientBusy: merged(patients) }
}

function put(map: Map<string, Busy[]>, key: string, busy: Busy) {
  const known = map.get(key)
  if (known) known.push(busy)
  else map.set(key, [busy])
}

/** In order, and apart from one another. */
function merged(map: Map<string, Busy[]>): Map<string, readonly Busy[]> {
  return new Map([...map].map(([key, all]) => [key, apart(all)]))
}

function apart(all: readonly Busy[]): Busy[] {
  const found: { from: number; to: number }[] = []
  for (const { from, to } of all.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

/** When a stretch of `length` minutes could begin at the earliest, from `start` on: `start` itself where nothing is in the way, else the end of what is. */
export function clearFrom(busy: readonly Busy[] | undefined, start: number, length: number): number {
  if (busy === undefined) return start
  let [low, high] = [0, busy.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((busy[middle]?.to ?? 0) > start) high = middle
    else low = middle + 1
  }
  const next = busy[low]
  return next !== undefined && next.from < start + length ? next.to : start
}
