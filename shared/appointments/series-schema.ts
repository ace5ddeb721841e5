import { z } from 'zod'
import { ClockTime, LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId, PractitionerId, RoomId, SeriesId } from '../lib/ids.ts'
import { line } from '../lib/text.ts'
import { AppointmentFields, AppointmentStatus, BookingWarning, VisitMinutes } from './schema.ts'

/** A series is at most a year of weekly visits; more is planned again after a re-evaluation. */
export const MOST_SERIES_VISITS = 52

/** How the visits of a series follow each other. */
export const Rhythm = z.discriminatedUnion('kind', [
  /** On these weekdays (1 Monday … 7 Sunday) of every n-th week. */
  z.strictObject({
    kind: z.literal('weekly'),
    weekdays: z.array(z.int().min(1).max(7)).min(1, 'Choose at least one weekday.').max(7),
    everyWeeks: z.int().min(1).max(12, 'At most every 12 weeks.'),
  }),
  z.strictObject({ kind: z.literal('every-days'), days: z.int().min(1, 'At least every day.').max(90, 'At most every 90 days.') }),
])
export type Rhythm = z.infer<typeof Rhythm>

/** A series as it is asked for; every visit keeps the same wall time, also across a change of clocks. */
export const SeriesPlan = AppointmentFields.omit({ startsAt: true }).extend({
  firstOn: LocalDate,
  time: ClockTime,
  rhythm: Rhythm,
  count: z
    .int()
    .min(1, 'Plan at least one visit.')
    .max(MOST_SERIES_VISITS, `A series has at most ${MOST_SERIES_VISITS} visits. Plan the rest after a re-evaluation.`),
})
export type SeriesPlan = z.infer<typeof SeriesPlan>

/** One visit of a series before it is booked, at its `place` from 1. */
export const PlannedVisit = z.strictObject({
  place: z.int(),
  startsAt: LocalDateTime,
  warnings: z.array(BookingWarning),
  /** Free times near it, where it cannot stay: at most 4, nearest first. */
  instead: z.array(LocalDateTime),
  /** “visit 4 of 6”; empty where no number can be told. */
  numberWords: z.string(),
})
export type PlannedVisit = z.infer<typeof PlannedVisit>

export const SeriesPreview = z.strictObject({
  visits: z.array(PlannedVisit),
  /** Why there are fewer than asked for: “The prescription covers 6 visits; 2 are taken, so 4 can be booked.” Null where all stand. */
  stoppedBecause: z.string().nullable(),
  /** “6 visits, Tuesdays 10:00 am, Nov 24 to Jan 5. Nov 26 is Thanksgiving.” */
  sentence: z.string(),
})
export type SeriesPreview = z.infer<typeof SeriesPreview>

/** Which visits of a series a change concerns. Visits that are over never change. */
export const SeriesScope = z.enum(['one', 'later', 'all'])
export type SeriesScope = z.infer<typeof SeriesScope>

/** What changes: the visit asked from moves to a time and the others by the same number of days to the same clock time; or they are cancelled. */
export const SeriesChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move'), startsAt: LocalDateTime, minutes: VisitMinutes, practitionerId: PractitionerId, roomId: RoomId.nullable() }),
  z.strictObject({ kind: z.literal('cancel'), reason: line('the reason', 200) }),
])
export type SeriesChange = z.infer<typeof SeriesChange>

/** A visit of a series before and after a change. `to` null: cancelled. */
export const ChangedVisit = z.strictObject({
  appointmentId: AppointmentId,
  revision: z.int(),
  from: LocalDateTime,
  to: LocalDateTime.nullable(),
  warnings: z.array(BookingWarning),
  instead: z.array(LocalDateTime),
})
export type ChangedVisit = z.infer<typeof ChangedVisit>

export const Series = z.strictObject({
  id: SeriesId,
  patientName: z.string(),
  /** “Series of 8, shoulder. Mon, Wed, Thu until Dec 2.” */
  words: z.string(),
  visits: z.array(
    z.strictObject({
      appointmentId: AppointmentId,
      startsAt: LocalDateTime,
      minutes: z.int(),
      status: AppointmentStatus,
      noteState: z.enum(['none', 'draft', 'signed']),
      revision: z.int(),
    }),
  ),
})
export type Series = z.infer<typeof Series>
