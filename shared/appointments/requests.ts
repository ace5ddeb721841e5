import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId, EpisodeId, PatientId, PractitionerId, PrescriptionId, RoomId, SeriesId, WaitlistId } from '../lib/ids.ts'
import { optionalLine } from '../lib/text.ts'
import {
  Appointment,
  AppointmentFields,
  AppointmentStatus,
  BookingWarning,
  CallOutcome,
  CheckInItem,
  MissedPolicy,
  NextVisit,
  Reminder,
  VisitChange,
  VisitMinutes,
} from './schema.ts'
import { ChangedVisit, Series, SeriesChange, SeriesPlan, SeriesPreview, SeriesScope } from './series-schema.ts'

const ById = z.strictObject({ appointmentId: AppointmentId })
/** Why a warning was overruled; kept in the visit’s history. */
const overruleReason = optionalLine(200).default('')

/** Booking visits and moving them through the day. */
export const appointmentsRequests = {
  /** Visits whose start lies in the days `from` to `to`, both included (at most 62 days), in order of time. */
  'appointments.list': query('front-desk', z.strictObject({ from: LocalDate, to: LocalDate, practitionerId: PractitionerId.nullable() }), z.array(Appointment)),
  'appointments.listOfPatient': query('front-desk', z.strictObject({ patientId: AppointmentFields.shape.patientId }), z.array(Appointment)),
  'appointments.get': query('front-desk', ById, Appointment),
  /** What to know about a time before booking or moving there; `ignore` is the visit being moved. */
  'appointments.check': query('front-desk', z.strictObject({ fields: AppointmentFields, ignore: AppointmentId.nullable() }), z.array(BookingWarning)),
  /** The patient’s next visit at the usual time, length and rhythm, at the first free such slot. */
  'appointments.suggestNext': query('front-desk', z.strictObject({ patientId: AppointmentFields.shape.patientId }), NextVisit.nullable()),
  /**
   * Books a visit. A clash of practitioner, room or patient is refused with `conflict`; what only a practitioner may overrule is refused to the front
   * desk with `forbidden`. With a `waitlistId`, that person is taken off the waitlist in the same step.
   */
  'appointments.book': command(
    'front-desk',
    z.strictObject({ fields: AppointmentFields, overruleReason, waitlistId: WaitlistId.nullable().default(null) }),
    Appointment,
  ),
  /** Moves a visit that is not over. A `revision` other than the visit’s own is refused with `conflict`: somebody changed it meanwhile. */
  'appointments.move': command(
    'front-desk',
    z.strictObject({
      appointmentId: AppointmentId,
      startsAt: LocalDateTime,
      minutes: VisitMinutes,
      practitionerId: PractitionerId,
      /** Absent: the room stays. */
      roomId: RoomId.nullable().optional(),
      revision: z.int().nullable().default(null),
      overruleReason,
    }),
    Appointment,
  ),
  'appointments.save': command(
    'front-desk',
    z.strictObject({ appointmentId: AppointmentId, episodeId: AppointmentFields.shape.episodeId, remark: AppointmentFields.shape.remark }),
    Appointment,
  ),
  /** Puts a visit under one of several prescriptions that could cover it; null leaves it to the rule again: the oldest with a visit left. */
  'appointments.choosePrescription': command('front-desk', ById.extend({ prescriptionId: PrescriptionId.nullable() }), Appointment),
  /** Moves a visit to another status (also back by one step). `reason` is kept for cancellations and no-shows. */
  'appointments.setStatus': command(
    'front-desk',
    z.strictObject({
      appointmentId: AppointmentId,
      status: AppointmentStatus,
      reason: optionalLine(200),
      /** A cancellation by the clinic is never late. */
      cancelledBy: z.enum(['patient', 'clinic']).default('patient'),
    }),
    Appointment,
  ),
  /** What a no-show or a cancellation by the patient would mean now. */
  'appointments.missedPolicy': query('front-desk', ById.extend({ status: z.enum(['no-show', 'cancelled']) }), MissedPolicy),
  /** Everything that happened to a visit, oldest first. */
  'appointments.history': query('front-desk', ById, z.array(VisitChange)),
  /** What is missing when the patient of a visit arrives. */
  'appointments.checkIn': query('front-desk', ById, z.array(CheckInItem)),
  /** Who is to be called about the visits of a day (null: the next working day), in order of time; all who are booked or confirmed. */
  'appointments.listReminders': query(
    'front-desk',
    z.strictObject({ day: LocalDate.nullable() }),
    z.strictObject({ day: LocalDate, reminders: z.array(Reminder) }),
  ),
  'appointments.recordCall': command('front-desk', ById.extend({ outcome: CallOutcome, remark: optionalLine(200) }), Reminder),
  /** Takes the last call back; a visit it confirmed is booked again. */
  'appointments.undoCall': command('front-desk', ById, Reminder),

  /** A series as the plan and the prescription ask for it: visits left, rhythm, usual time. */
  'appointments.suggestSeries': query('front-desk', z.strictObject({ patientId: PatientId, episodeId: EpisodeId.nullable() }), SeriesPlan),
  /** The visits of a series with what speaks against each; `moved` are times chosen instead, `skipped` places left out. */
  'appointments.previewSeries': query(
    'front-desk',
    z.strictObject({
      plan: SeriesPlan,
      moved: z.array(z.strictObject({ place: z.int(), startsAt: LocalDateTime })).max(60),
      skipped: z.array(z.int()).max(60),
    }),
    SeriesPreview,
  ),
  /** Books every visit of a series, or none: a clash is refused with `conflict`, naming the visit. */
  'appointments.bookSeries': command(
    'front-desk',
    z.strictObject({ plan: SeriesPlan, startsAt: z.array(LocalDateTime).min(1, 'Keep at least one visit.').max(52), overruleReason }),
    Series,
  ),
  'appointments.getSeries': query('front-desk', z.strictObject({ seriesId: SeriesId }), Series),
  'appointments.previewSeriesChange': query(
    'front-desk',
    ById.extend({ scope: SeriesScope, change: SeriesChange }),
    z.strictObject({ visits: z.array(ChangedVisit), kept: z.int() }),
  ),
  /** Changes visits of a series, all or none. Each names the revision it was seen at. */
  'appointments.changeSeries': command(
    'front-desk',
    ById.extend({
      scope: SeriesScope,
      change: SeriesChange,
      visits: z
        .array(z.strictObject({ appointmentId: AppointmentId, revision: z.int(), to: LocalDateTime.nullable() }))
        .min(1)
        .max(60),
      overruleReason,
    }),
    Series,
  ),
  /** Writes visits into a calendar file (.ics) without clinical words. Null when the person gave up choosing a place. */
  'appointments.exportCalendar': command(
    'front-desk',
    z.strictObject({
      what: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('visit'), appointmentId: AppointmentId }),
        z.strictObject({ kind: z.literal('series'), seriesId: SeriesId }),
        z.strictObject({ kind: z.literal('patient'), patientId: PatientId }),
        z.strictObject({ kind: z.literal('calendar'), from: LocalDate, to: LocalDate, practitionerId: PractitionerId.nullable() }),
      ]),
    }),
    z.strictObject({ path: z.string(), visits: z.int() }).nullable(),
  ),
} as const satisfies Record<string, Endpoint>
