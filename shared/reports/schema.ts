import { z } from 'zod'
import { Appointment, CheckInItem } from '../appointments/schema.ts'
import { LetterKind } from '../documents/progress-letter.ts'
import { ContraindicationItem } from '../health/contraindication-item.ts'
import { Instant, LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AppointmentId, EpisodeId, LetterId, PatientId, WaitlistId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { BlockedTime } from '../schedule/schema.ts'

/** One thing that waits for somebody, and the one step that settles it. The row reads “who, title” (“who title” for a balance: “Imani Cole owes $45.00”). */
export const AttentionItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('unsigned-note'),
    appointmentId: AppointmentId,
    isReady: z.boolean(),
    who: z.string(),
    title: z.string(),
    detail: z.string(),
  }),
  z.strictObject({ kind: z.literal('not-checked-out'), appointmentId: AppointmentId, who: z.string(), title: z.string(), detail: z.string() }),
  z.strictObject({ kind: z.literal('balance'), patientId: PatientId, who: z.string(), title: z.string(), detail: z.string() }),
  z.strictObject({
    kind: z.literal('prescription'),
    episodeId: EpisodeId,
    letterKind: LetterKind,
    isUrgent: z.boolean(),
    who: z.string(),
    title: z.string(),
    detail: z.string(),
  }),
  z.strictObject({
    kind: z.literal('letter'),
    episodeId: EpisodeId,
    letterId: LetterId.nullable(),
    letterKind: LetterKind,
    who: z.string(),
    title: z.string(),
    detail: z.string(),
  }),
  /** A physician’s clearance that ends within the clinic’s days, or has ended before a visit to come; `item` is the first of the patient’s to end. */
  z.strictObject({
    kind: z.literal('clearance'),
    patientId: PatientId,
    item: ContraindicationItem,
    isUrgent: z.boolean(),
    who: z.string(),
    title: z.string(),
    detail: z.string(),
  }),
  /** Visits of the next working day that nobody confirmed yet. */
  z.strictObject({ kind: z.literal('reminders'), day: LocalDate, who: z.literal(''), title: z.string(), detail: z.string() }),
  /** Somebody on the waitlist for whom a time came free. */
  z.strictObject({
    kind: z.literal('waitlist'),
    waitlistId: WaitlistId,
    patientId: PatientId,
    startsAt: LocalDateTime,
    who: z.string(),
    title: z.string(),
    detail: z.string(),
  }),
  /** A visit booked where the clinic is closed or time is kept free since. */
  z.strictObject({ kind: z.literal('in-the-way'), appointmentId: AppointmentId, day: LocalDate, who: z.string(), title: z.string(), detail: z.string() }),
  /** A good faith estimate to be given to a patient. */
  z.strictObject({ kind: z.literal('estimate'), patientId: PatientId, isUrgent: z.boolean(), who: z.string(), title: z.string(), detail: z.string() }),
  z.strictObject({ kind: z.literal('re-evaluation'), appointmentId: AppointmentId, who: z.string(), title: z.string(), detail: z.string() }),
  /** What a claim pays at most is nearly used, or used up. */
  z.strictObject({ kind: z.literal('benefit'), episodeId: EpisodeId, isUrgent: z.boolean(), who: z.string(), title: z.string(), detail: z.string() }),
  z.strictObject({ kind: z.literal('backup'), who: z.literal(''), title: z.string(), detail: z.string() }),
])
export type AttentionItem = z.infer<typeof AttentionItem>

/** What must be done now: today’s visits in order, and what waits. */
export const Today = z.strictObject({
  day: LocalDate,
  visits: z.array(Appointment),
  /** Why the clinic is closed today; empty when open. */
  closedBecause: z.string(),
  /** Lunch and other breaks of the clinic’s hours, in order. */
  pauses: z.array(z.strictObject({ startsAt: LocalDateTime, minutes: z.int(), title: z.string() })),
  /** Training and other time kept free today, in order. */
  blocks: z.array(BlockedTime),
  /** What is missing for visits that are still to come in, those with nothing missing left out. */
  missing: z.array(z.strictObject({ appointmentId: AppointmentId, items: z.array(CheckInItem) })),
  /** How many people on the waitlist could take the time of a cancelled or missed visit still to come. */
  fits: z.array(z.strictObject({ appointmentId: AppointmentId, people: z.int() })),
  attention: z.array(AttentionItem),
  receivedToday: Cents,
  closesAt: z.string(),
  lastBackupAt: Instant.nullable(),
})
export type Today = z.infer<typeof Today>
