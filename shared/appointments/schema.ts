import { z } from 'zod'
import { PrescriptionUse } from '../episodes/prescription-use.ts'
import { Instant, LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId, EpisodeId, InvoiceId, NoteId, PatientId, PractitionerId, PrescriptionId, RoomId, SeriesId, VisitTypeId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { optionalLine } from '../lib/text.ts'

/** Where a visit stands, in the order it goes through; the last two end it without treatment. */
export const AppointmentStatus = z.enum(['booked', 'confirmed', 'arrived', 'in-session', 'finished', 'checked-out', 'no-show', 'cancelled'])
export type AppointmentStatus = z.infer<typeof AppointmentStatus>

/** Length of a visit in minutes, on a 5-minute grid. */
export const VisitMinutes = z
  .int()
  .min(5, 'A visit takes at least 5 minutes.')
  .max(480, 'A visit takes at most 8 hours.')
  .multipleOf(5, 'Use steps of 5 minutes.')

export const AppointmentFields = z.strictObject({
  patientId: PatientId,
  episodeId: EpisodeId.nullable(),
  practitionerId: PractitionerId,
  startsAt: LocalDateTime,
  minutes: VisitMinutes,
  remark: optionalLine(200),
  roomId: RoomId.nullable().default(null),
  visitTypeId: VisitTypeId.nullable().default(null),
  /** Minutes after the visit in which practitioner and room take nobody else. */
  bufferMinutes: z.int().min(0).max(60, 'Keep it to an hour.').default(0),
})
export type AppointmentFields = z.infer<typeof AppointmentFields>

/** A visit as Today and the calendar show it. */
export const Appointment = AppointmentFields.extend({
  id: AppointmentId,
  patientName: z.string(),
  chartNumber: z.string(),
  phone: z.string(),
  practitionerName: z.string(),
  /** Empty without one. */
  roomName: z.string(),
  visitTypeName: z.string(),
  seriesId: SeriesId.nullable(),
  /** Cancelled by the patient with less notice than the clinic asks for. */
  isLateCancel: z.boolean(),
  /** Grows with every change; a move that names an older one is refused, so that two screens do not undo each other. */
  revision: z.int(),
  /** The episode’s condition; empty without one. */
  condition: z.string(),
  status: AppointmentStatus,
  /** Wall time of arrival and of the session’s start. */
  arrivedAt: LocalDateTime.nullable(),
  startedAt: LocalDateTime.nullable(),
  cancelReason: z.string(),
  /** Number of this visit within its prescription (or its episode where there is none); null for missed and cancelled ones. */
  visitNumber: z.int().nullable(),
  /** Visits of the prescription, else of the planned series. */
  visitsAllowed: z.int().nullable(),
  /** The prescription that covers it; where none does, the one its episode shows. */
  prescription: PrescriptionUse.nullable(),
  /** Whether a person chose that prescription. */
  isPrescriptionChosen: z.boolean(),
  /** The choice as it was made, also where it can no longer be met; null for the automatic one. */
  chosenPrescriptionId: PrescriptionId.nullable(),
  /** Where more than one could cover it: what to choose from, oldest first, such as “Dr. Amari, Oct 20 · 4 of 6 visits”. Else empty. */
  prescriptionChoices: z.array(z.strictObject({ prescriptionId: PrescriptionId, words: z.string() })),
  isFirstVisit: z.boolean(),
  noteId: NoteId.nullable(),
  noteState: z.enum(['none', 'draft', 'signed']),
  invoiceId: InvoiceId.nullable(),
  /** What the patient owes in all. */
  balance: Cents,
})
export type Appointment = z.infer<typeof Appointment>

/**
 * Something to know before booking or moving. `refused`: never possible (two visits at once, a time that does not exist). `overrule`: a practitioner or
 * the owner may book all the same, and the reason is kept; the front desk is refused. `note`: said, and the desk decides.
 */
export const BookingWarning = z.strictObject({
  kind: z.enum([
    'practitioner',
    'room',
    'patient',
    'clock',
    'hours',
    'break',
    'closed',
    'block',
    'prescription',
    'balance',
    'clearance',
    'visit-type',
    'license',
    'past',
    'deceased',
  ]),
  level: z.enum(['refused', 'overrule', 'note']),
  sentence: z.string(),
})
export type BookingWarning = z.infer<typeof BookingWarning>

/** A time offered for the next visit, and why that one. */
export const NextVisit = z.strictObject({ startsAt: LocalDateTime, minutes: z.int(), practitionerId: PractitionerId, sentence: z.string(), day: LocalDate })
export type NextVisit = z.infer<typeof NextVisit>

/** One thing that happened to a visit: “Moved from Tue, Nov 17, 10:00 am to Thu, Nov 19, 1:15 pm”. */
export const VisitChange = z.strictObject({ at: Instant, who: z.string(), sentence: z.string(), reason: z.string() })
export type VisitChange = z.infer<typeof VisitChange>

/** Something missing when a patient arrives, and where it is put right. */
export const CheckInItem = z.strictObject({
  kind: z.enum(['consent', 'intake', 'policy', 'prescription', 'estimate', 'balance', 'guardian', 'address', 'clearance']),
  /** “Consent to treatment expired Oct 2.” */
  sentence: z.string(),
  /** The consent’s key, the condition of a clearance, or which step of an estimate (`ask`, `give`); empty otherwise. */
  key: z.string(),
})
export type CheckInItem = z.infer<typeof CheckInItem>

/** What missing a visit would mean under the clinic’s policy. */
export const MissedPolicy = z.strictObject({
  isLate: z.boolean(),
  fee: Cents,
  usesVisit: z.boolean(),
  /** “Cancelled 3 hours before: the clinic’s fee is $45.00. It does not use a visit of the prescription.” */
  sentence: z.string(),
  /** The invoice that charges it already; null where none does. */
  invoiceId: InvoiceId.nullable(),
})
export type MissedPolicy = z.infer<typeof MissedPolicy>

/** How a call about a coming visit went. `confirmed` also confirms the visit. */
export const CallOutcome = z.enum(['confirmed', 'left-message', 'no-answer', 'wrong-number'])
export type CallOutcome = z.infer<typeof CallOutcome>

/** Somebody to call about a coming visit. */
export const Reminder = z.strictObject({
  appointmentId: AppointmentId,
  patientId: PatientId,
  patientName: z.string(),
  preferredName: z.string(),
  /** Whom to ask for where it is not the patient: “Thomas Vance, father”. */
  askFor: z.string(),
  phone: z.string(),
  startsAt: LocalDateTime,
  minutes: z.int(),
  practitionerName: z.string(),
  status: AppointmentStatus,
  /** What was agreed: the remark of the visit. */
  agreed: z.string(),
  /** What to bring or do first: “Bring the signed consent.”; empty where nothing is missing. */
  bring: z.string(),
  lastCall: z.strictObject({ at: Instant, outcome: CallOutcome, remark: z.string(), who: z.string() }).nullable(),
})
export type Reminder = z.infer<typeof Reminder>
