import { z } from 'zod'
import { Region } from '../body-chart/regions.ts'
import { Icd10Code } from '../codes/icd10.ts'
import { LocalDate } from '../lib/dates.ts'
import { DiagnosisId, EpisodeId, GoalId, PatientId, PayerId, PrescriberId, PrescriptionId } from '../lib/ids.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { OutcomeScore, PlannedMeasure } from '../outcomes/schema.ts'
import { Prescriber, ProcedureCode, State } from '../practice/schema.ts'
import { PrescriptionUse } from './prescription-use.ts'

/** What brought it about; decides the accident block of a superbill. */
export const EpisodeKind = z.enum(['illness', 'auto', 'work', 'other'])
export type EpisodeKind = z.infer<typeof EpisodeKind>

/** The facts of an auto or work claim, entered once. `payerId` is the claim’s insurer, whose unit rule then applies. */
export const Claim = z.strictObject({
  payerId: PayerId.nullable(),
  claimNumber: optionalLine(60),
  injuredOn: LocalDate.nullable(),
  state: State,
  adjuster: optionalLine(120),
  /** The patient’s lawyer, where there is one. */
  attorney: optionalLine(120),
  employer: optionalLine(120),
})
export type Claim = z.infer<typeof Claim>

/** One course of treatment for one condition, limited to the regions of its diagnosis. */
export const EpisodeFields = z.strictObject({
  condition: line('the condition in plain words', 120),
  kind: EpisodeKind,
  onsetOn: LocalDate.nullable(),
  /** Body regions that may be treated; the prescription’s regions narrow them. */
  regions: z.array(Region).max(40),
  claim: Claim.nullable(),
  /** The planned series, usually 2 to 6 visits; null when not planned yet. */
  plannedVisits: z.int().min(1, 'Plan at least 1 visit.').max(100, 'Plan at most 100 visits.').nullable(),
  planRemark: prose(2000),
})
export type EpisodeFields = z.infer<typeof EpisodeFields>

/** A diagnosis with its maker: the code is never the massage therapist’s own. Valid by date of service. */
export const DiagnosisFields = z.strictObject({
  code: Icd10Code,
  label: line('the diagnosis in words', 250),
  diagnosedBy: line('who made the diagnosis', 120),
  prescriberId: PrescriberId.nullable(),
  diagnosedOn: LocalDate,
  /** Dates of service it applies to; `validTo` null while it stands. */
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
})
export const Diagnosis = DiagnosisFields.extend({ id: DiagnosisId })
export type Diagnosis = z.infer<typeof Diagnosis>

/** A physician’s order for massage. */
export const PrescriptionFields = z.strictObject({
  prescriberId: PrescriberId,
  writtenOn: LocalDate,
  expiresOn: LocalDate.nullable(),
  visits: z.int().min(1, 'At least 1 visit.').max(200, 'At most 200 visits.').nullable(),
  /** "once a week" */
  frequency: optionalLine(60),
  regions: z.array(Region).max(40),
  /** Codes the physician allows; empty when the prescription names none. */
  procedures: z.array(ProcedureCode).max(12),
  /** The physician’s individual requests and precautions, word for word. */
  requests: prose(2000),
  authorizationNumber: optionalLine(60),
  /** Visits of this prescription done elsewhere, or before Myodesk. */
  visitsUsedBefore: z.int().min(0, 'Visits cannot be negative.').max(200, 'At most 200 visits.'),
  isSigned: z.boolean(),
  saysMedicallyNecessary: z.boolean(),
})
export type PrescriptionFields = z.infer<typeof PrescriptionFields>
export const Prescription = PrescriptionFields.extend({ id: PrescriptionId, prescriber: Prescriber, use: PrescriptionUse })
export type Prescription = z.infer<typeof Prescription>

/** What a goal is measured by. `key` is the motion and side ("cervical-rotation:left"), the activity’s name, or the questionnaire (“oswestry”, “generic:Grip”); empty for pain, PSFS mean and free goals. */
export const GoalMeasure = z.enum(['pain-now', 'pain-best', 'pain-worst', 'psfs', 'activity', 'rom', 'score', 'free'])
export const GoalFields = z.strictObject({
  text: line('the goal', 160),
  measure: GoalMeasure,
  key: optionalLine(80),
  unit: optionalLine(20),
  baseline: z.number().min(-1000).max(1000).nullable(),
  target: z.number().min(-1000).max(1000).nullable(),
  /** For free goals only: what the therapist says of it today. Measured goals are computed. */
  statedStatus: z.enum(['met', 'partly-met', 'in-progress']).nullable(),
})
export const Goal = GoalFields.extend({
  id: GoalId,
  /** The stated baseline, else the first measurement; null before it. */
  start: z.number().nullable(),
  /** The latest measurement in a note, or at discharge; null before the first. */
  current: z.number().nullable(),
  status: z.enum(['met', 'partly-met', 'in-progress', 'not-started']),
  /** 0 to 1, the way from baseline to target; null where it cannot be told. */
  progress: z.number().nullable(),
})
export type Goal = z.infer<typeof Goal>

/** One measure over the episode’s signed notes, drawn on screen and in letters. */
export const Trend = z.strictObject({
  /** `pain-now`, `psfs`, a questionnaire (`oswestry`), `generic:` and the measure’s name, or `rom:` and motion and side. */
  measure: z.string(),
  title: z.string(),
  /** “Pain improved by 4 points since Aug 3, more than the 2 that matters.” */
  sentence: z.string(),
  /** What to bear in mind about it; mostly empty. */
  remark: z.string(),
  min: z.number(),
  max: z.number(),
  better: z.enum(['lower', 'higher']),
  unit: z.enum(['', '%', '°']),
  points: z.array(z.strictObject({ on: LocalDate, value: z.number() })),
  goal: z.number().nullable(),
  /** A change inside this band around the baseline is too small to matter. */
  band: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
})
export type Trend = z.infer<typeof Trend>

/** How a course of treatment ended. */
export const CloseReason = z.enum(['goals-met', 'plateau', 'visits-used', 'referred-back', 'patient-stopped', 'moved', 'other'])
export type CloseReason = z.infer<typeof CloseReason>

/** What was measured at discharge, where it was not in the last note: asked at the desk or by phone. */
export const FinalMeasures = z.strictObject({
  on: LocalDate,
  painNow: z.int().min(0, 'Pain goes from 0 to 10.').max(10, 'Pain goes from 0 to 10.').nullable(),
  activities: z.array(z.strictObject({ name: line('the activity', 80), score: z.int().min(0).max(10).nullable() })).max(5),
  scores: z.array(OutcomeScore).max(12),
})
export type FinalMeasures = z.infer<typeof FinalMeasures>

export const Episode = EpisodeFields.extend({
  id: EpisodeId,
  patientId: PatientId,
  openedOn: LocalDate,
  /** The day it was opened, or that of its first visit where that was before: imported, or entered later. */
  beganOn: LocalDate,
  closedOn: LocalDate.nullable(),
  closeReason: z.string(),
  closeKind: CloseReason.nullable(),
  finalMeasures: FinalMeasures.nullable(),
  /** What is measured when. */
  outcomePlan: z.array(PlannedMeasure),
  /** In the order they are pointed to, A to L. */
  diagnoses: z.array(Diagnosis),
  /** Newest first. */
  prescriptions: z.array(Prescription),
  goals: z.array(Goal),
  trends: z.array(Trend),
  visitsDone: z.int(),
  /** Visits booked from today on. */
  visitsBooked: z.int(),
  /** “4 of 6 done, today is visit 5”, “Visit 7 of 6 booked”; empty without a plan. */
  seriesWords: z.string(),
})
export type Episode = z.infer<typeof Episode>

/** One line about an episode for lists and choices. */
export const EpisodeSummary = z.strictObject({
  id: EpisodeId,
  condition: z.string(),
  kind: EpisodeKind,
  openedOn: LocalDate,
  closedOn: LocalDate.nullable(),
  visitsDone: z.int(),
  /** "S13.4XXD, M62.838", or "No diagnosis on file" */
  diagnosisWords: z.string(),
  prescription: PrescriptionUse.nullable(),
})
export type EpisodeSummary = z.infer<typeof EpisodeSummary>
