import type { Instant, LocalDate } from '../../shared/lib/dates.ts'

/** The only source of time. Tests and the demo clinic pass a fixed one. */
export type Clock = {
  /** This moment, UTC with milliseconds. */
  now(): Instant
  /** Today in the clinic's time zone. */
  today(): LocalDate
}
