import { z } from 'zod'
import { PrescriptionUse } from '../episodes/prescription-use.ts'
import { LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId, EpisodeId, InvoiceId, NoteId, PatientId, PractitionerId, PrescriptionId } from '../lib/ids.ts'
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
})
export type AppointmentFields = z.infer<typeof AppointmentFields>

/** A visit as Today and the calendar show it. */
export const Appointment = AppointmentFields.extend({
  id: AppointmentId,
  patientName: z.string(),
  chartNumber: z.string(),
  phone: z.string(),
  practitionerName: z.string(),
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

/** Something to know before booking. `blocks`: refused; else said, and the desk decides. */
export const BookingWarning = z.strictObject({
  kind: z.enum(['practitioner', 'patient', 'hours', 'prescription', 'closed', 'past']),
  blocks: z.boolean(),
  sentence: z.string(),
})
export type BookingWarning = z.infer<typeof BookingWarning>

/** A time offered for the next visit, and why that one. */
export const NextVisit = z.strictObject({ startsAt: LocalDateTime, minutes: z.int(), practitionerId: PractitionerId, sentence: z.string(), day: LocalDate })
export type NextVisit = z.infer<typeof NextVisit>
