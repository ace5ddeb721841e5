import { z } from 'zod'
import { AppointmentStatus, VisitMinutes } from '../appointments/schema.ts'
import { ClockTime, LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId, BlockId, EpisodeId, PatientId, PractitionerId, RoomId, SeriesId, VisitTypeId } from '../lib/ids.ts'
import { optionalLine } from '../lib/text.ts'
import { Hue } from '../practice/colours.ts'
import { OpenTime } from '../practice/hours.ts'

/** Why time is kept free of visits. A closure of the whole clinic names neither practitioner nor room. */
export const BlockKind = z.enum(['break', 'training', 'vacation', 'sick', 'closure', 'other'])
export type BlockKind = z.infer<typeof BlockKind>

/**
 * Time kept free of visits, once or again and again. It takes place on every day from `firstOn` to `lastOn` (null: without end) whose weekday is
 * named (none named: every day), in every `everyWeeks`-th week counted from the week of `firstOn`, except the days skipped.
 */
export const BlockFields = z
  .strictObject({
    practitionerId: PractitionerId.nullable(),
    roomId: RoomId.nullable(),
    kind: BlockKind,
    title: optionalLine(80),
    firstOn: LocalDate,
    lastOn: LocalDate.nullable(),
    /** Both null: the whole day. */
    from: ClockTime.nullable(),
    to: ClockTime.nullable(),
    /** 1 Monday … 7 Sunday. */
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    everyWeeks: z.int().min(1, 'At least every week.').max(52, 'At most once a year.'),
    skipped: z.array(LocalDate).max(200),
  })
  .refine(({ firstOn, lastOn }) => lastOn === null || firstOn <= lastOn, { path: ['lastOn'], message: 'Choose a last day on or after the first.' })
  .refine(({ from, to }) => (from === null) === (to === null), { path: ['to'], message: 'Enter both times, or neither for the whole day.' })
  .refine(({ from, to }) => from === null || to === null || from < to, { path: ['to'], message: 'Choose an end after the start.' })
export type BlockFields = z.infer<typeof BlockFields>
export const Block = BlockFields.safeExtend({ id: BlockId })
export type Block = z.infer<typeof Block>

/** One day’s worth of a block. */
export const BlockedTime = z.strictObject({
  blockId: BlockId,
  practitionerId: PractitionerId.nullable(),
  roomId: RoomId.nullable(),
  kind: BlockKind,
  /** “Lunch”, “Training”: never empty. */
  title: z.string(),
  startsAt: LocalDateTime,
  minutes: z.int(),
  isWholeDay: z.boolean(),
  repeats: z.boolean(),
})
export type BlockedTime = z.infer<typeof BlockedTime>

/** A visit in the calendar: lean, so that a full week is read in milliseconds. */
export const CalendarVisit = z.strictObject({
  id: AppointmentId,
  patientId: PatientId,
  patientName: z.string(),
  practitionerId: PractitionerId,
  roomId: RoomId.nullable(),
  visitTypeId: VisitTypeId.nullable(),
  episodeId: EpisodeId.nullable(),
  seriesId: SeriesId.nullable(),
  startsAt: LocalDateTime,
  minutes: VisitMinutes,
  bufferMinutes: z.int(),
  status: AppointmentStatus,
  isLateCancel: z.boolean(),
  condition: z.string(),
  noteState: z.enum(['none', 'draft', 'signed']),
  revision: z.int(),
})
export type CalendarVisit = z.infer<typeof CalendarVisit>

/** When a day is worked, and by whom. */
export const ScheduleDay = z.strictObject({
  day: LocalDate,
  /** “Thanksgiving”, “Closed on Sundays”, “Closed: water damage”; empty on an open day. */
  closedBecause: z.string(),
  /** The clinic’s open stretches; none when closed. */
  open: z.array(OpenTime),
  /** Each active practitioner’s worked stretches. */
  worked: z.array(z.strictObject({ practitionerId: PractitionerId, times: z.array(OpenTime) })),
})
export type ScheduleDay = z.infer<typeof ScheduleDay>

/** The calendar of some days. `practitioners` also names those who left, where they have visits here. */
export const CalendarView = z.strictObject({
  days: z.array(ScheduleDay),
  visits: z.array(CalendarVisit),
  blocks: z.array(BlockedTime),
  practitioners: z.array(z.strictObject({ id: PractitionerId, name: z.string(), colour: Hue, isActive: z.boolean() })),
})
export type CalendarView = z.infer<typeof CalendarView>

/** A day at a glance in the month. */
export const MonthDay = z.strictObject({
  day: LocalDate,
  visits: z.int(),
  /** Minutes booked and minutes worked by everybody. */
  bookedMinutes: z.int(),
  workedMinutes: z.int(),
  closedBecause: z.string(),
})
export type MonthDay = z.infer<typeof MonthDay>

/** What free time is asked for. Null and empty mean “any”. */
export const FreeTimeSearch = z.strictObject({
  patientId: PatientId.nullable(),
  practitionerId: PractitionerId.nullable(),
  roomId: RoomId.nullable(),
  visitTypeId: VisitTypeId.nullable(),
  minutes: VisitMinutes,
  bufferMinutes: z.int().min(0).max(60),
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  fromTime: ClockTime.nullable(),
  toTime: ClockTime.nullable(),
  /** Earliest start. */
  after: LocalDateTime,
  count: z.int().min(1).max(20),
})
export type FreeTimeSearch = z.infer<typeof FreeTimeSearch>

/** A time free for the practitioner, the patient and a room (where the clinic has rooms). */
export const FreeTime = z.strictObject({
  startsAt: LocalDateTime,
  minutes: z.int(),
  practitionerId: PractitionerId,
  practitionerName: z.string(),
  roomId: RoomId.nullable(),
  /** “Thu, Dec 3, 10:45 am with Dana Whitfield” */
  sentence: z.string(),
})
export type FreeTime = z.infer<typeof FreeTime>
