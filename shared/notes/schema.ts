import { z } from 'zod'
import { Appointment } from '../appointments/schema.ts'
import { Region } from '../body-chart/regions.ts'
import { Goal } from '../episodes/schema.ts'
import { Instant, LocalDate } from '../lib/dates.ts'
import { AddendumId, AppointmentId, EpisodeId, NoteId, PatientId, PractitionerId, ServiceId } from '../lib/ids.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { PatientHeader } from '../patients/schema.ts'
import { Modifier, ProcedureCode, Service, UnitRule } from '../practice/schema.ts'
import { ContraindicationFamily } from './contraindications.ts'
import { RomMotion } from './rom.ts'

/** Pain 0 to 10; null while not asked. */
export const PainScore = z.int().min(0, 'Pain goes from 0 to 10.').max(10, 'Pain goes from 0 to 10.').nullable()
const Pain = z.strictObject({ now: PainScore, best: PainScore, worst: PainScore })
const Degrees = z.int().min(0, 'Degrees go from 0.').max(200, 'That is more than any joint moves.').nullable()

/** The contraindication screen of one visit: each of the eight families asked, blood pressure where taken. */
export const Screening = z.strictObject({
  answers: z.partialRecord(ContraindicationFamily, z.enum(['no', 'yes'])),
  remark: prose(2000),
  /** Why treatment goes on although an answer stands against it; shown on the note. */
  overrideReason: prose(1000),
  systolic: z.int().min(40).max(300).nullable(),
  diastolic: z.int().min(20).max(200).nullable(),
})

/** Minutes of one service on named regions. `runningSince` is set while its timer runs; minutes then count up from there. */
export const ServiceBlock = z.strictObject({
  id: z.uuid(),
  serviceId: ServiceId,
  code: ProcedureCode,
  name: line('the service’s name', 60),
  isTimed: z.boolean(),
  minutesPerUnit: z.int().min(5).max(60),
  modifiers: z.array(Modifier).max(4),
  minutes: z.int().min(0, 'Minutes cannot be negative.').max(480, 'One block is at most 8 hours.'),
  regions: z.array(Region).max(40),
  techniques: z.array(line('the technique', 80)).max(12),
  runningSince: Instant.nullable(),
})
export type ServiceBlock = z.infer<typeof ServiceBlock>

/** Everything the therapist writes about one visit. Saved as it is typed, frozen and hashed when signed. */
export const NoteContent = z.strictObject({
  screening: Screening,
  subjective: prose(),
  objective: prose(),
  assessment: prose(),
  plan: prose(),
  homeCare: prose(2000),
  painBefore: Pain,
  painAfter: Pain,
  /** Patient-specific function: the patient’s own activities, 0 (unable) to 10 (as before). */
  activities: z.array(z.strictObject({ name: line('the activity', 80), score: PainScore })).max(5, 'The scale has at most five activities.'),
  /** Degrees. Two-sided motions use left and right, midline motions `value`. */
  rom: z.array(z.strictObject({ motion: RomMotion, left: Degrees, right: Degrees, value: Degrees })).max(40),
  blocks: z.array(ServiceBlock).max(20, 'At most 20 service blocks.'),
  /** Why a region outside the prescription was treated, for each such region. */
  regionReasons: z.array(z.strictObject({ region: Region, reason: line('the reason', 200) })).max(40),
  /** The clinician’s choice when codes tie for a unit (8-minute rule), best first. */
  tieChoice: z.array(ProcedureCode).max(20),
})
export type NoteContent = z.infer<typeof NoteContent>

export const Addendum = z.strictObject({ id: AddendumId, text: z.string(), writtenAt: Instant, writtenBy: z.string() })

export const Note = z.strictObject({
  id: NoteId,
  appointmentId: AppointmentId,
  patientId: PatientId,
  episodeId: EpisodeId.nullable(),
  practitionerId: PractitionerId,
  serviceOn: LocalDate,
  content: NoteContent,
  /** Counts the saves of the draft; a save with an older number is refused. */
  revision: z.int(),
  savedAt: Instant,
  signature: z.strictObject({ signedAt: Instant, name: z.string(), credentials: z.string(), contentHash: z.string() }).nullable(),
  addenda: z.array(Addendum),
})
export type Note = z.infer<typeof Note>

/** A thing to do before signing: which part of the note, and what. `isAdvice` does not stop the signature. */
export const SigningIssue = z.strictObject({ part: z.string(), sentence: z.string(), isAdvice: z.boolean() })
export type SigningIssue = z.infer<typeof SigningIssue>

/** One earlier note in a list. */
export const NoteSummary = z.strictObject({
  id: NoteId,
  appointmentId: AppointmentId,
  serviceOn: LocalDate,
  state: z.enum(['draft', 'signed']),
  practitionerName: z.string(),
  condition: z.string(),
  painBefore: PainScore,
  painAfter: PainScore,
  timedMinutes: z.int(),
  units: z.int(),
  /** First words of the plan. */
  excerpt: optionalLine(200),
})
export type NoteSummary = z.infer<typeof NoteSummary>

/** All the session screen shows: this note, the last one, the order it follows and the services it may use. */
export const Session = z.strictObject({
  appointment: Appointment,
  header: PatientHeader,
  note: Note.nullable(),
  last: z.strictObject({ serviceOn: LocalDate, content: NoteContent, units: z.int() }).nullable(),
  condition: z.string(),
  /** Regions allowed by the prescription, else by the episode; empty when neither names any. */
  allowedRegions: z.array(Region),
  prescriberName: z.string(),
  requests: z.string(),
  planRemark: z.string(),
  goals: z.array(Goal),
  services: z.array(Service),
  unitRule: UnitRule,
  maxUnitsPerVisit: z.int().nullable(),
})
export type Session = z.infer<typeof Session>
