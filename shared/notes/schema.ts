import { z } from 'zod'
import { Appointment } from '../appointments/schema.ts'
import { Mark } from '../body-chart/marks.ts'
import { Region } from '../body-chart/regions.ts'
import { BodySite } from '../body-chart/sites.ts'
import { Goal } from '../episodes/schema.ts'
import { ContraindicationItem } from '../health/contraindication-item.ts'
import { ContraindicationFamily } from '../health/families.ts'
import { Clearance, HealthHistory } from '../health/schema.ts'
import { Instant, LocalDate } from '../lib/dates.ts'
import { AddendumId, AppointmentId, EpisodeId, NoteId, PatientId, PractitionerId, ServiceId } from '../lib/ids.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { DueMeasure, OutcomeScore } from '../outcomes/schema.ts'
import { PatientHeader } from '../patients/schema.ts'
import { ClinicalRules } from '../practice/clinical-rules.ts'
import { Modifier, ProcedureCode, Service, UnitRule } from '../practice/schema.ts'
import { RomMotion } from './rom.ts'

/** Pain 0 to 10; null while not asked. */
export const PainScore = z.int().min(0, 'Pain goes from 0 to 10.').max(10, 'Pain goes from 0 to 10.').nullable()
const Pain = z.strictObject({ now: PainScore, best: PainScore, worst: PainScore })
const Degrees = z.int().min(0, 'Degrees go from 0.').max(200, 'That is more than any joint moves.').nullable()

/** Something that stands against massage at this visit: what, and where it is for local ones. */
export const ScreenFinding = z.strictObject({ item: ContraindicationItem, sites: z.array(BodySite).max(20), remark: optionalLine(200) })
export type ScreenFinding = z.infer<typeof ScreenFinding>

/** The contraindication screen of one visit: each of the eight families asked, what was found, vital signs where taken. */
export const Screening = z.strictObject({
  answers: z.partialRecord(ContraindicationFamily, z.enum(['no', 'yes'])),
  /** Finer conditions found, and where: what the patient’s health history says and what was seen today. */
  found: z.array(ScreenFinding).max(40),
  remark: prose(2000),
  /** Why treatment goes on although an answer stands against it; shown on the note. */
  overrideReason: prose(1000),
  systolic: z.int().min(40).max(300).nullable(),
  diastolic: z.int().min(20).max(200).nullable(),
  /** Degrees Fahrenheit. */
  temperature: z.number().min(80).max(115).nullable(),
  /** No treatment was given today because of what was found; the note then needs the screen and a plan only. */
  isWithheld: z.boolean(),
})

/** Strength by hand, 0 (no contraction) to 5 (full), with the usual half steps. */
export const MuscleGrade = z.enum(['0', '1', '2-', '2', '2+', '3-', '3', '3+', '4-', '4', '4+', '5'], 'Strength goes from 0 to 5, with − or +.')
export type MuscleGrade = z.infer<typeof MuscleGrade>
const Grade = MuscleGrade.nullable()
const TestResult = z.enum(['positive', 'negative', 'unclear']).nullable()

/** A technique used in a block: where (empty: all of the block’s regions), for how long (null: not told apart), and how the tissue answered. */
export const TechniqueUse = z.strictObject({
  name: line('the technique', 80),
  sites: z.array(BodySite).max(20),
  minutes: z.int().min(0, 'Minutes cannot be negative.').max(480, 'One block is at most 8 hours.').nullable(),
  response: optionalLine(160),
})
export type TechniqueUse = z.infer<typeof TechniqueUse>

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
  techniques: z.array(TechniqueUse).max(12),
  runningSince: Instant.nullable(),
  /** When its timer ran, oldest first; empty where minutes were typed. */
  spans: z.array(z.strictObject({ from: Instant, to: Instant })).max(100),
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
  /** Strength by hand. Midline muscles use `value`. */
  strength: z.array(z.strictObject({ muscle: line('the muscle', 80), left: Grade, right: Grade, value: Grade })).max(40),
  posture: z
    .array(
      z.strictObject({ finding: line('the finding', 120), side: z.enum(['', 'left', 'right', 'both']), grade: z.enum(['', 'slight', 'moderate', 'marked']) }),
    )
    .max(30),
  specialTests: z
    .array(z.strictObject({ test: line('the test', 80), left: TestResult, right: TestResult, value: TestResult, remark: optionalLine(200) }))
    .max(30),
  /** The body chart of this visit, which is also its palpation: pain, trigger points, tone, and the rest. */
  marks: z.array(Mark).max(200, 'At most 200 marks.'),
  /** Questionnaires answered at this visit, each at most once. */
  scores: z.array(OutcomeScore).max(12),
  blocks: z.array(ServiceBlock).max(20, 'At most 20 service blocks.'),
  /** Why a region outside the prescription was treated, for each such region. */
  regionReasons: z.array(z.strictObject({ region: Region, reason: line('the reason', 200) })).max(40),
  /** The clinician’s choice when codes tie for a unit (8-minute rule), best first. */
  tieChoice: z.array(ProcedureCode).max(20),
})
export type NoteContent = z.infer<typeof NoteContent>

/** A signature drawn on a field of 600 by 160: SVG path data of lines (`M12 40L13 42…`), empty where none was drawn. */
export const DrawnSignature = z
  .string()
  .max(20_000, 'Draw a shorter signature.')
  .regex(/^([ML]\d{1,3} \d{1,3})*$/, 'Draw the signature again.')
export type DrawnSignature = z.infer<typeof DrawnSignature>

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
  signature: z
    .strictObject({
      signedAt: Instant,
      name: z.string(),
      credentials: z.string(),
      contentHash: z.string(),
      /** Of the clinic’s signed note before this one. */
      previousHash: z.string(),
      /** As drawn with pen or mouse; empty where none was. */
      drawn: DrawnSignature,
    })
    .nullable(),
  addenda: z.array(Addendum),
  /** Set when a signed note turned out to be about the wrong patient or visit: its text stays, struck through. */
  enteredInError: z.strictObject({ reason: z.string(), at: Instant, by: z.string() }).nullable(),
})
export type Note = z.infer<typeof Note>

/** Whether a signed note still is what was signed: its number in the clinic’s chain, and a sentence that says what was compared. */
export const SignatureCheck = z.strictObject({ isIntact: z.boolean(), number: z.int(), sentence: z.string() })
export type SignatureCheck = z.infer<typeof SignatureCheck>

/** A thing to do before signing: which part of the note, and what. `isAdvice` does not stop the signature. */
export const SigningIssue = z.strictObject({ part: z.string(), sentence: z.string(), isAdvice: z.boolean() })
export type SigningIssue = z.infer<typeof SigningIssue>

/** One earlier note in a list. */
export const NoteSummary = z.strictObject({
  id: NoteId,
  appointmentId: AppointmentId,
  serviceOn: LocalDate,
  state: z.enum(['draft', 'signed', 'in-error']),
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
  /** The last treatment. Its screening is the last one asked, on `screenedOn`: later than `serviceOn` where treatment was withheld then. */
  last: z.strictObject({ noteId: NoteId, serviceOn: LocalDate, content: NoteContent, screenedOn: LocalDate, units: z.int() }).nullable(),
  condition: z.string(),
  /** Regions allowed by the prescription, else by the episode; empty when neither names any. */
  allowedRegions: z.array(Region),
  prescriberName: z.string(),
  requests: z.string(),
  planRemark: z.string(),
  /** “Visit 3 of 6”: which visit this one is; “Visit 3” without a plan, empty without an episode. */
  seriesWords: z.string(),
  goals: z.array(Goal),
  /** The patient’s health as last told, and when; null before the first history. */
  health: z.strictObject({ history: HealthHistory, takenOn: LocalDate }).nullable(),
  /** When the intake was refused, if that was the last word. */
  intakeRefusedOn: LocalDate.nullable(),
  clearances: z.array(Clearance),
  /** Questionnaires due at this visit. */
  measuresDue: z.array(DueMeasure),
  rules: ClinicalRules,
  services: z.array(Service),
  unitRule: UnitRule,
  maxUnitsPerVisit: z.int().nullable(),
})
export type Session = z.infer<typeof Session>
