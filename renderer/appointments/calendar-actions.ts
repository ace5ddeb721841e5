import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Hue } from '../../shared/practice/colours.ts'
import type { BlockedTime, CalendarVisit } from '../../shared/schedule/schema.ts'
import type { VisitFacts } from './calendar-words.ts'
import type { Slot } from './slot.ts'

/** What can be done from the calendar itself; the same object from draw to draw. */
export type CalendarActions = {
  readonly open: (visitId: AppointmentId) => void
  readonly openBlock: (block: BlockedTime) => void
  readonly book: (slot: Slot) => void
  /** Move… in the panel, for another week or an exact time. */
  readonly move: (visitId: AppointmentId) => void
  readonly cancel: (visit: CalendarVisit) => void
  readonly turn: (by: 1 | -1) => void
  readonly openDay: (day: LocalDate) => void
}

/** How visits are told apart and said: the hue of each, if any, and what is known besides it. */
export type VisitLooks = { readonly hueOf: (visit: CalendarVisit) => Hue | null; readonly factsOf: (visit: CalendarVisit) => VisitFacts }

/** What is open beside the calendar. */
export type Chosen = { readonly visitId: AppointmentId | null; readonly seriesId: CalendarVisit['seriesId'] }
