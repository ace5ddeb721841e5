import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { PatientId } from '../lib/ids.ts'
import { Alert, AlertFields, Patient, PatientFields, PatientHeader, PatientRow, PolicyFields, TimelineEntry } from './schema.ts'

const ById = z.strictObject({ patientId: PatientId })
const Details = z.strictObject({ patient: Patient, policy: PolicyFields.nullable(), alerts: z.array(Alert) })

/** Registering, finding and reading patients. */
export const patientsRequests = {
  /** Name parts in any order, phone digits, birth date in any usual form, chart number. An empty text lists the recently seen, then by name. */
  'patients.search': query(
    'front-desk',
    z.strictObject({ text: z.string().max(200), scope: z.enum(['active', 'all']), limit: z.int().min(1).max(100) }),
    z.strictObject({ rows: z.array(PatientRow), matched: z.int(), total: z.int() }),
  ),
  'patients.getHeader': query('front-desk', ById, PatientHeader),
  'patients.getDetails': query('front-desk', ById, Details),
  'patients.getTimeline': query('front-desk', ById, z.array(TimelineEntry)),
  /** People who may be the one being registered: same birth date and like name, or same phone. */
  'patients.findLike': query(
    'front-desk',
    z.strictObject({ firstName: z.string().max(200), lastName: z.string().max(200), bornOn: LocalDate.nullable(), phone: z.string().max(60) }),
    z.array(PatientRow),
  ),
  'patients.register': command('front-desk', z.strictObject({ fields: PatientFields, policy: PolicyFields.nullable() }), Patient),
  'patients.save': command('front-desk', z.strictObject({ patientId: PatientId, fields: PatientFields, policy: PolicyFields.nullable() }), Patient),
  'patients.saveAlerts': command(
    'front-desk',
    z.strictObject({ patientId: PatientId, alerts: z.array(AlertFields).max(12, 'Keep it to 12 alerts: more are not read.') }),
    z.array(Alert),
  ),
  /** Takes a patient off the active list, or puts them back. Refused while visits are booked. */
  'patients.setArchived': command('front-desk', z.strictObject({ patientId: PatientId, isArchived: z.boolean() }), Patient),
} as const satisfies Record<string, Endpoint>
