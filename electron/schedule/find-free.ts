import { addDays, dayOf, type LocalDate, type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { freeTimes } from '../../shared/schedule/find-free.ts'
import type { FreeTime, FreeTimeSearch } from '../../shared/schedule/schema.ts'
import type { Services } from '../app/services.ts'
import { loadFreeCalendar } from './free-repository.ts'
import { refusePractitioner, refuseRoom } from './refuse-place.ts'
import { clinicTimes } from './repository.ts'

/** How far ahead free time is looked for. */
const DAYS_AHEAD = 365
/** A week is mostly enough; a full calendar is read in larger parts. */
const FIRST_DAYS = 7
const MOST_DAYS = 56

/**
 * The next free times, soonest first, never in the past and within a year; empty where there are none. Throws `not_found` or `rule_broken` for a
 * practitioner or room that cannot be booked.
 */
export function findFree({ db, clock }: Services, search: FreeTimeSearch): FreeTime[] {
  if (search.practitionerId !== null) refusePractitioner(db, search.practitionerId)
  if (search.roomId !== null) refuseRoom(db, search.roomId)
  const now = wallTimeOf(clock.now(), clinicTimes(db).timeZone)
  const wish = { ...search, after: later(search.after, now) }
  const last = addDays(clock.today(), DAYS_AHEAD)
  const found: FreeTime[] = []
  let from = dayOf(wish.after)
  let days = FIRST_DAYS
  while (from <= last && found.length < search.count) {
    const to = earlier(addDays(from, days - 1), last)
    found.push(...freeTimes(loadFreeCalendar(db, { from, to }), wish, search.count - found.length))
    from = addDays(to, 1)
    days = Math.min(days * 2, MOST_DAYS)
  }
  return found
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)
const later = (a: LocalDateTime, b: LocalDateTime) => (a > b ? a : b)
