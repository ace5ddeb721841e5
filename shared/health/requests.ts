import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { ClearanceId, HealthVersionId, PatientId } from '../lib/ids.ts'
import { line } from '../lib/text.ts'
import { ClearanceFields, HealthHistory, HealthRecord } from './schema.ts'

const OfPatient = z.strictObject({ patientId: PatientId })

/** Health history, clearances, and what stands against massage. Nothing is overwritten: every change adds a version. */
export const healthRequests = {
  'health.get': query('front-desk', OfPatient, HealthRecord),
  /** One earlier history in full. */
  'health.getVersion': query('front-desk', z.strictObject({ versionId: HealthVersionId }), HealthHistory),
  /** Adds a version. Refused when it was taken in the future or before the last one; the same content again only confirms it. */
  'health.save': command('front-desk', OfPatient.extend({ takenOn: LocalDate, history: HealthHistory }), HealthRecord),
  /** The patient was asked and nothing changed. Refused before the first history. */
  'health.confirmUnchanged': command('front-desk', OfPatient, HealthRecord),
  /** The patient would not complete the intake; the reason is kept. */
  'health.recordRefusal': command('front-desk', OfPatient.extend({ on: LocalDate, reason: line('what the patient said', 300) }), HealthRecord),
  'health.saveClearance': command('clinical', OfPatient.extend({ clearanceId: ClearanceId.nullable(), fields: ClearanceFields }), HealthRecord),
  'health.withdrawClearance': command('clinical', z.strictObject({ clearanceId: ClearanceId }), HealthRecord),
} as const satisfies Record<string, Endpoint>
