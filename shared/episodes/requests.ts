import { z } from 'zod'
import { Appointment } from '../appointments/schema.ts'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { AppointmentId, DiagnosisId, EpisodeId, GoalId, PatientId, PrescriptionId } from '../lib/ids.ts'
import { optionalLine } from '../lib/text.ts'
import { DueMeasure, PlannedMeasure } from '../outcomes/schema.ts'
import { CloseReason, DiagnosisFields, Episode, EpisodeFields, EpisodeSummary, FinalMeasures, GoalFields, PrescriptionFields } from './schema.ts'

const ById = z.strictObject({ episodeId: EpisodeId })

/** Episodes of care: what is treated, why, by whose order, toward what. */
export const episodesRequests = {
  'episodes.list': query('front-desk', z.strictObject({ patientId: PatientId }), z.array(EpisodeSummary)),
  'episodes.get': query('front-desk', ById, Episode),
  'episodes.open': command('front-desk', z.strictObject({ patientId: PatientId, fields: EpisodeFields }), Episode),
  'episodes.save': command('front-desk', z.strictObject({ episodeId: EpisodeId, fields: EpisodeFields }), Episode),
  /** Replaces the ordered list of diagnoses; those with an id keep it. At most 12 at a date of service. */
  'episodes.saveDiagnoses': command(
    'front-desk',
    z.strictObject({
      episodeId: EpisodeId,
      diagnoses: z.array(DiagnosisFields.extend({ id: DiagnosisId.nullable() })).max(24, 'A superbill holds 12 diagnoses; keep at most 24 over time.'),
    }),
    Episode,
  ),
  'episodes.savePrescription': command(
    'front-desk',
    z.strictObject({ episodeId: EpisodeId, prescriptionId: PrescriptionId.nullable(), fields: PrescriptionFields }),
    Episode,
  ),
  /** Takes a prescription off the episode. Refused when an issued paper names it. */
  'episodes.removePrescription': command('front-desk', z.strictObject({ episodeId: EpisodeId, prescriptionId: PrescriptionId }), Episode),
  'episodes.saveGoals': command(
    'clinical',
    z.strictObject({ episodeId: EpisodeId, goals: z.array(GoalFields.extend({ id: GoalId.nullable() })).max(12, 'Keep it to 12 goals.') }),
    Episode,
  ),
  'episodes.saveOutcomePlan': command(
    'clinical',
    z.strictObject({ episodeId: EpisodeId, plan: z.array(PlannedMeasure).max(12, 'Keep it to 12 measures.') }),
    Episode,
  ),
  /** What stands before a discharge: visits still booked, measures not taken at the end, and whether a discharge letter was written. */
  'episodes.getDischarge': query(
    'clinical',
    ById,
    z.strictObject({
      bookings: z.array(Appointment),
      /** What the plan asks for at discharge (without one: what the start measured) and the last visit did not. */
      measuresDue: z.array(DueMeasure),
      /** Their names, as a list says them. */
      measuresMissing: z.array(z.string()),
      /** The patient’s own activities with their latest score. */
      activities: FinalMeasures.shape.activities,
      /** Notes of the episode that are not signed yet. */
      unsignedNotes: z.int(),
      hasDischargeLetter: z.boolean(),
      lastVisitOn: LocalDate.nullable(),
    }),
  ),
  /** Discharges: closes the episode, keeps the final measures, and cancels the bookings chosen. Refused as a whole when one cannot be cancelled. */
  'episodes.close': command(
    'clinical',
    z.strictObject({
      episodeId: EpisodeId,
      closedOn: LocalDate,
      kind: CloseReason,
      reason: optionalLine(200),
      finalMeasures: FinalMeasures.nullable(),
      cancelBookings: z.array(AppointmentId).max(200),
    }),
    Episode,
  ),
  'episodes.reopen': command('clinical', ById, Episode),
} as const satisfies Record<string, Endpoint>
