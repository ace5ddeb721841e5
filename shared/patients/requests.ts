import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { ConsentId, MergeId, PatientId } from '../lib/ids.ts'
import {
  Alert,
  AlertFields,
  ConsentFields,
  ConsentStanding,
  HouseholdMember,
  Merge,
  MergePreview,
  Patient,
  PatientFields,
  PatientHeader,
  PatientRow,
  PolicyFields,
  TimelineEntry,
} from './schema.ts'

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
  /** People who may be the one being registered: same birth date and like name, same phone, same full name, or one that sounds alike without a birth date. */
  'patients.findLike': query(
    'front-desk',
    z.strictObject({ firstName: z.string().max(200), lastName: z.string().max(200), bornOn: LocalDate.nullable(), phone: z.string().max(60) }),
    z.array(PatientRow),
  ),
  /** Other charts that may be the same person’s. */
  'patients.findDuplicates': query('front-desk', ById, z.array(PatientRow)),
  /** `consents`: keys of those signed today, by the guardian of a minor. `householdWith`: somebody whose household the patient joins. */
  'patients.register': command(
    'front-desk',
    z.strictObject({
      fields: PatientFields,
      policy: PolicyFields.nullable(),
      consents: z.array(ConsentFields.shape.kind).max(12).default([]),
      householdWith: PatientId.nullable().default(null),
    }),
    Patient,
  ),
  'patients.save': command('front-desk', z.strictObject({ patientId: PatientId, fields: PatientFields, policy: PolicyFields.nullable() }), Patient),
  'patients.saveAlerts': command(
    'front-desk',
    z.strictObject({ patientId: PatientId, alerts: z.array(AlertFields).max(12, 'Keep it to 12 alerts: more are not read.') }),
    z.array(Alert),
  ),
  /** Takes a patient off the active list, or puts them back. Refused while visits are booked. */
  'patients.setArchived': command('front-desk', z.strictObject({ patientId: PatientId, isArchived: z.boolean() }), Patient),
  /** Keeps that a patient died: the chart leaves every list that is not asked for, and booked visits are cancelled by the clinic. Null takes it back. */
  'patients.setDeceased': command('front-desk', z.strictObject({ patientId: PatientId, deceasedOn: LocalDate.nullable() }), Patient),
  /** Every consent the clinic asks for and every other one on file, required ones first. */
  'patients.listConsents': query('front-desk', ById, z.array(ConsentStanding)),
  'patients.recordConsent': command('front-desk', z.strictObject({ patientId: PatientId, consent: ConsentFields }), z.array(ConsentStanding)),
  'patients.withdrawConsent': command('front-desk', z.strictObject({ consentId: ConsentId, on: LocalDate }), z.array(ConsentStanding)),
  'patients.getHousehold': query('front-desk', ById, z.array(HouseholdMember)),
  /** Puts the patient into the household of another one. */
  /** Up to five active patients at an address, to ask whether they are of one household. */
  'patients.listAtAddress': query('front-desk', z.strictObject({ street: z.string().max(200), zip: z.string().max(20) }), z.array(PatientRow)),
  'patients.joinHousehold': command('front-desk', z.strictObject({ patientId: PatientId, withId: PatientId }), z.array(HouseholdMember)),
  'patients.leaveHousehold': command('front-desk', ById, z.array(HouseholdMember)),
  'patients.previewMerge': query('front-desk', z.strictObject({ keepId: PatientId, otherId: PatientId }), MergePreview),
  /** Makes one chart of two: everything of the other moves to the one kept, whose fields become the chosen ones. */
  'patients.merge': command(
    'front-desk',
    z.strictObject({ keepId: PatientId, otherId: PatientId, fields: PatientFields, policy: PolicyFields.nullable() }),
    Merge,
  ),
  /** Takes a merge apart again: what moved goes back, what was added since stays with the chart kept. Refused after 30 days. */
  'patients.undoMerge': command('front-desk', z.strictObject({ mergeId: MergeId }), Merge),
  /** Merges into or out of a chart, newest first. */
  'patients.listMerges': query('front-desk', ById, z.array(Merge)),
} as const satisfies Record<string, Endpoint>
