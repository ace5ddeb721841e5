import { clockOf, dayOf, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { PractitionerId } from '../lib/ids.ts'
import { atMinute, minuteOf, minutesOfClock } from '../schedule/minutes.ts'
import type { ScheduleDay } from '../schedule/schema.ts'
import type { Claim } from './conflicts.ts'
import type { Slot } from './overlap.ts'

/** How far after a visit another day is looked for. */
export const DAYS_TO_LOOK_AHEAD = 13
const MOST = 4
const MOST_STEPS = 24
const MINUTES_OF_A_DAY = 1440
// The calendar ends with 2199.
const AFTER_THE_LAST = '2200'

/** Where a visit that cannot stay may be looked for: when the practitioner works on the days around it, what is taken there, and the grid visits start on. */
export type NearBy = {
  readonly days: ReadonlyMap<LocalDate, ScheduleDay>
  readonly claims: ReadonlyMap<LocalDate, readonly Claim[]>
  readonly practitionerId: PractitionerId
  readonly stepMinutes: number
}

/** Whether the practitioner works through a stretch of a day. */
function isWorked({ startsAt, minutes }: Slot, { days, practitionerId }: NearBy): boolean {
  const worked = days.get(dayOf(startsAt))?.worked.find(each => each.practitionerId === practitionerId)?.times ?? []
  const end = minutesOfClock(clockOf(startsAt)) + minutes
  return worked.some(({ from, to }) => from <= clockOf(startsAt) && end <= minutesOfClock(to))
}

function sameDay(visit: Slot, near: NearBy): LocalDateTime[] {
  const start = minuteOf(visit.startsAt)
  const steps = Array.from({ length: MOST_STEPS }, (_, index) => (index + 1) * near.stepMinutes)
  return steps
    .flatMap(step => [atMinute(start - step), atMinute(start + step)])
    .filter(startsAt => dayOf(startsAt) === dayOf(visit.startsAt) && isWorked({ ...visit, startsAt }, near))
}

function nextDays(visit: Slot, near: NearBy): LocalDateTime[] {
  const start = minuteOf(visit.startsAt)
  return Array.from({ length: DAYS_TO_LOOK_AHEAD }, (_, index) => atMinute(start + (index + 1) * MINUTES_OF_A_DAY)).filter(
    startsAt => startsAt < AFTER_THE_LAST && isWorked({ ...visit, startsAt }, near),
  )
}

// Most times of a full day are seen to be taken here, in wall time alone, before `isFree` looks at everything. The visit itself may be in the calendar.
function isClear(wanted: Claim, visit: Claim, { claims }: NearBy): boolean {
  const [from, to] = [minuteOf(wanted.startsAt), minuteOf(wanted.startsAt) + wanted.minutes + wanted.bufferMinutes]
  return (claims.get(dayOf(wanted.startsAt)) ?? []).every(claim => {
    const start = minuteOf(claim.startsAt)
    const isApart = to <= start || start + claim.minutes <= from
    return isApart || (claim.patientId === visit.patientId && claim.startsAt === visit.startsAt)
  })
}

/**
 * Up to 4 free times near a visit that cannot stay: other times of its day, nearest first and at least its length apart, then the next days at its own
 * time. Two of each where there are. `isFree` decides; it is asked only about times that are worked and not taken.
 */
export function freeTimesNear(visit: Claim, near: NearBy, isFree: (startsAt: LocalDateTime) => boolean): LocalDateTime[] {
  const isOpen = (startsAt: LocalDateTime) => isClear({ ...visit, startsAt }, visit, near) && isFree(startsAt)
  const today = takeFree(sameDay(visit, near), { isFree: isOpen, apart: visit.minutes })
  const later = takeFree(nextDays(visit, near), { isFree: isOpen, apart: 0 })
  const ofToday = today.slice(0, Math.max(MOST / 2, MOST - later.length))
  return [...ofToday, ...later.slice(0, MOST - ofToday.length)]
}

function takeFree(times: readonly LocalDateTime[], wanted: { readonly isFree: (startsAt: LocalDateTime) => boolean; readonly apart: number }): LocalDateTime[] {
  const found: LocalDateTime[] = []
  for (const startsAt of times) {
    if (found.length === MOST) break
    const isApart = found.every(other => Math.abs(minuteOf(startsAt) - minuteOf(other)) >= wanted.apart)
    if (isApart && wanted.isFree(startsAt)) found.push(startsAt)
  }
  return found
}
