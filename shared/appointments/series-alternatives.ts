import { addDays, addMinutes, atTime, clockOf, dayOf, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { PractitionerId } from '../lib/ids.ts'
import type { ScheduleDay } from '../schedule/schema.ts'
import type { Slot } from './overlap.ts'

/** How far after a visit another day is looked for. */
export const DAYS_TO_LOOK_AHEAD = 13
const MOST = 4
const MOST_STEPS = 24

/** Where a visit that cannot stay may be looked for: when the practitioner works on the days around it, and the grid visits start on. */
export type NearBy = { readonly days: ReadonlyMap<LocalDate, ScheduleDay>; readonly practitionerId: PractitionerId; readonly stepMinutes: number }

/** Whether the practitioner works through a stretch of a day. */
function isWorked({ startsAt, minutes }: Slot, { days, practitionerId }: NearBy): boolean {
  const worked = days.get(dayOf(startsAt))?.worked.find(each => each.practitionerId === practitionerId)?.times ?? []
  const end = addMinutes(startsAt, minutes)
  return worked.some(({ from, to }) => from <= clockOf(startsAt) && end <= atTime(dayOf(startsAt), to))
}

function sameDay(visit: Slot, near: NearBy): LocalDateTime[] {
  const steps = Array.from({ length: MOST_STEPS }, (_, index) => (index + 1) * near.stepMinutes)
  return steps
    .flatMap(step => [addMinutes(visit.startsAt, -step), addMinutes(visit.startsAt, step)])
    .filter(startsAt => dayOf(startsAt) === dayOf(visit.startsAt) && isWorked({ ...visit, startsAt }, near))
}

function nextDays(visit: Slot, near: NearBy): LocalDateTime[] {
  return Array.from({ length: DAYS_TO_LOOK_AHEAD }, (_, index) => addDays(dayOf(visit.startsAt), index + 1))
    .map(day => atTime(day, clockOf(visit.startsAt)))
    .filter(startsAt => isWorked({ ...visit, startsAt }, near))
}

/**
 * Up to 4 free times near a visit that cannot stay: other times of its day, nearest first and at least its length apart, then the next days at its own
 * time. Two of each where there are.
 */
export function freeTimesNear(visit: Slot, near: NearBy, isFree: (startsAt: LocalDateTime) => boolean): LocalDateTime[] {
  const today = takeFree(sameDay(visit, near), { isFree, apart: visit.minutes })
  const later = takeFree(nextDays(visit, near), { isFree, apart: 0 })
  const ofToday = today.slice(0, Math.max(MOST / 2, MOST - later.length))
  return [...ofToday, ...later.slice(0, MOST - ofToday.length)]
}

function takeFree(times: readonly LocalDateTime[], wanted: { readonly isFree: (startsAt: LocalDateTime) => boolean; readonly apart: number }): LocalDateTime[] {
  const found: LocalDateTime[] = []
  for (const startsAt of times) {
    if (found.length === MOST) break
    const isApart = found.every(other => startsAt <= addMinutes(other, -wanted.apart) || startsAt >= addMinutes(other, wanted.apart))
    if (isApart && wanted.isFree(startsAt)) found.push(startsAt)
  }
  return found
}
