import { dayOf, type Instant, type LocalDate, wallTimeOf } from '../../shared/lib/dates.ts'

/** The only source of time. Tests and the demo clinic pass a fixed one. */
export type Clock = {
  /** This moment, UTC with milliseconds. */
  now(): Instant
  /** Today in the clinic's time zone. */
  today(): LocalDate
}

/** A clock whose day is that of the clinic, wherever the computer thinks it is. `given` replaces its parts in tests. */
export function clinicClock(given: Partial<Clock>, timeZone: () => string): Clock {
  const now = given.now ?? (() => new Date().toISOString() as Instant)
  return { now, today: given.today ?? (() => dayOf(wallTimeOf(now(), timeZone()))) }
}
