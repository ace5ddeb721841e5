import { z } from 'zod'
import { BodySite } from '../body-chart/sites.ts'
import { Instant, LocalDate } from '../lib/dates.ts'
import { ClearanceId, HealthVersionId, PatientId } from '../lib/ids.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { Phone } from '../practice/schema.ts'
import { ContraindicationItem } from './contraindication-item.ts'

/** A condition that lasts. `item` names what it means for massage; null for one that stands against nothing. `sites` is where, for local ones. */
export const HealthCondition = z.strictObject({
  item: ContraindicationItem.nullable(),
  name: line('the condition', 120),
  sites: z.array(BodySite).max(20, 'Keep it to 20 places.'),
  remark: optionalLine(200),
})
export type HealthCondition = z.infer<typeof HealthCondition>

/** What the patient reports of their health on the intake form. */
export const HealthHistory = z.strictObject({
  conditions: z.array(HealthCondition).max(60, 'Keep it to 60 conditions.'),
  medications: z
    .array(z.strictObject({ name: line('the medication', 120), purpose: optionalLine(120), item: ContraindicationItem.nullable() }))
    .max(60, 'Keep it to 60 medications.'),
  allergies: z.array(z.strictObject({ to: line('the allergy', 120), reaction: optionalLine(120) })).max(40, 'Keep it to 40 allergies.'),
  surgeries: z
    .array(z.strictObject({ what: line('the surgery', 120), when: optionalLine(40), sites: z.array(BodySite).max(20, 'Keep it to 20 places.') }))
    .max(40, 'Keep it to 40 surgeries.'),
  pregnancy: z.strictObject({ state: z.enum(['not-asked', 'no', 'yes', 'possible']), dueOn: LocalDate.nullable(), remark: optionalLine(200) }),
  physician: optionalLine(120),
  emergencyName: optionalLine(120),
  emergencyPhone: Phone,
  goalOfVisit: prose(1000),
  remark: prose(2000),
})
export type HealthHistory = z.infer<typeof HealthHistory>

/** One state of the health history, as taken on a day; versions are only added. `refusedReason` is set where the patient would not complete the intake. */
export const HealthVersion = z.strictObject({
  id: HealthVersionId,
  takenOn: LocalDate,
  enteredAt: Instant,
  enteredBy: z.string(),
  kind: z.enum(['taken', 'unchanged', 'refused']),
  refusedReason: z.string(),
  /** What changed since the version before, one sentence each; empty for the first. */
  changes: z.array(z.string()),
})
export type HealthVersion = z.infer<typeof HealthVersion>

/** A physician’s word that massage may be given in spite of a condition, until it ends. */
export const ClearanceFields = z
  .strictObject({
    item: ContraindicationItem,
    givenBy: line('who gave the clearance', 120),
    givenOn: LocalDate,
    expiresOn: LocalDate,
    /** What was agreed: light pressure, off the abdomen … */
    terms: prose(1000),
  })
  .refine(({ givenOn, expiresOn }) => givenOn <= expiresOn, { path: ['expiresOn'], message: 'The clearance ends after it was given.' })
export type ClearanceFields = z.infer<typeof ClearanceFields>
export const Clearance = z.strictObject({
  id: ClearanceId,
  item: ContraindicationItem,
  givenBy: z.string(),
  givenOn: LocalDate,
  expiresOn: LocalDate,
  terms: z.string(),
  /** Withdrawn before its end; null while it stands. */
  withdrawnOn: LocalDate.nullable(),
})
export type Clearance = z.infer<typeof Clearance>

/** A patient’s health as it is known: the last history (null before the first or where it was refused), who said so when, clearances, and all versions, newest first. */
export const HealthRecord = z.strictObject({
  patientId: PatientId,
  history: HealthHistory.nullable(),
  versions: z.array(HealthVersion),
  clearances: z.array(Clearance),
})
export type HealthRecord = z.infer<typeof HealthRecord>
