import { z } from 'zod'
import { PrescriptionUse } from '../episodes/prescription-use.ts'
import { LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AlertId, AppointmentId, ConsentId, MergeId, PatientId, PayerId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { Address, Email, Phone } from '../practice/schema.ts'

/** Sex as insurers ask for it; empty where unknown. */
export const Sex = z.enum(['', 'female', 'male', 'x'])

/** Who pays for the patient where that is somebody else: another patient of the clinic, or a person by name. */
export const Guarantor = z.strictObject({
  patientId: PatientId.nullable(),
  name: line('the guarantor’s name', 120),
  relation: optionalLine(40),
  phone: Phone,
})
export type Guarantor = z.infer<typeof Guarantor>

/** Who the patient is and how to reach them. Birth in the future is refused by the use case, which knows today. */
export const PatientFields = z.strictObject({
  firstName: line('the first name', 80),
  middleName: optionalLine(80),
  lastName: line('the last name', 80),
  suffix: optionalLine(20),
  preferredName: optionalLine(80),
  pronouns: optionalLine(40),
  bornOn: LocalDate,
  sex: Sex,
  phone: Phone,
  otherPhone: Phone,
  email: Email,
  address: Address,
  /** Parent or guardian of a minor; empty for adults. */
  guardianName: optionalLine(120),
  guardianRelation: optionalLine(40),
  guardianPhone: Phone,
  /** When the patient signed a release of information; letters to physicians for treatment do not need it. */
  releaseSignedOn: LocalDate.nullable(),
  /** For the desk only; never printed. */
  remark: prose(2000),
  /** How they found the clinic; one of the clinic’s own list or any words. */
  referralSource: optionalLine(80).default(''),
  guarantor: Guarantor.nullable().default(null),
})
export type PatientFields = z.infer<typeof PatientFields>

/** `isArchived`: inactive, never offered for booking unasked. The deceased are always archived too. */
export const Patient = PatientFields.extend({
  id: PatientId,
  chartNumber: z.string(),
  isArchived: z.boolean(),
  deceasedOn: LocalDate.nullable(),
  registeredOn: LocalDate,
})
export type Patient = z.infer<typeof Patient>

/** The patient’s health plan, and whose it is. `insuredName` and `insuredBornOn` matter when the patient is not the insured. */
export const PolicyFields = z.strictObject({
  payerId: PayerId,
  memberId: optionalLine(40),
  groupNumber: optionalLine(40),
  planName: optionalLine(80),
  relation: z.enum(['self', 'spouse', 'child', 'other']),
  insuredName: optionalLine(120),
  insuredBornOn: LocalDate.nullable(),
})
export type PolicyFields = z.infer<typeof PolicyFields>

/** Something that can hurt the patient. `never`: do not (red); `care`: with care (amber). The sentence says it all: "Avoid left calf: varicose veins". */
export const AlertFields = z.strictObject({ kind: z.enum(['never', 'care']), text: line('what to avoid', 120) })
export const Alert = AlertFields.extend({ id: AlertId })
export type Alert = z.infer<typeof Alert>

/** The header that never scrolls away on chart, session and check-out. */
export const PatientHeader = z.strictObject({
  id: PatientId,
  name: z.string(),
  preferredName: z.string(),
  pronouns: z.string(),
  bornOn: LocalDate,
  age: z.int(),
  sex: Sex,
  chartNumber: z.string(),
  phone: z.string(),
  guardianName: z.string(),
  isArchived: z.boolean(),
  deceasedOn: LocalDate.nullable(),
  /** The chart this one became part of; everything of it is there. */
  mergedInto: z.strictObject({ patientId: PatientId, name: z.string(), chartNumber: z.string() }).nullable(),
  /** Required consents that do not hold today: “Consent to treatment expired”. */
  consentsMissing: z.array(z.string()),
  alerts: z.array(Alert),
  /** Of the open episode seen most recently; null when there is no prescription. */
  prescription: PrescriptionUse.nullable(),
  balance: Cents,
  /** Today’s visit that is not over, to go straight to its note. */
  today: z.strictObject({ appointmentId: AppointmentId, startsAt: LocalDateTime, status: z.string() }).nullable(),
})
export type PatientHeader = z.infer<typeof PatientHeader>

/** One row of the patients list, enough to tell two people apart before opening a chart. */
export const PatientRow = z.strictObject({
  id: PatientId,
  /** "Reyes, Marisol" */
  name: z.string(),
  chartNumber: z.string(),
  bornOn: LocalDate,
  age: z.int(),
  phone: z.string(),
  isArchived: z.boolean(),
  seenRecently: z.boolean(),
  prescription: PrescriptionUse.nullable(),
  /** Instead of a prescription: "Self-pay", "Guardian: T. Vance", "Closed Aug 2026". */
  remark: z.string(),
  /** Numbers of charts that became part of this one. */
  mergedNumbers: z.array(z.string()),
  lastVisitOn: LocalDate.nullable(),
  nextVisitAt: LocalDateTime.nullable(),
  balance: Cents,
})
export type PatientRow = z.infer<typeof PatientRow>

/** One thing that happened, for the chart’s timeline; newest first. */
export const TimelineEntry = z.strictObject({
  on: LocalDate,
  kind: z.enum([
    'visit',
    'booked',
    'missed',
    'call',
    'note',
    'payment',
    'superbill',
    'letter',
    'prescription',
    'consent',
    'health',
    'registered',
    'merged',
    'died',
  ]),
  /** "Visit 6, pain 4 to 2" */
  title: z.string(),
  detail: z.string(),
  amount: Cents.nullable(),
  /** The record behind it: an appointment for visits, a document for papers, an episode for prescriptions, a note for what happened to it. */
  refId: z.uuid().nullable(),
  isOpen: z.boolean(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** A consent on file. It expires where its kind says so, counted in the clinic’s days. */
export const ConsentFields = z.strictObject({
  /** A key of the clinic’s own list of consents. */
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/, 'Choose which consent.'),
  signedOn: LocalDate,
  expiresOn: LocalDate.nullable(),
  /** The patient, or who signed for them. */
  signedBy: line('who signed', 120),
  remark: optionalLine(200),
})
export type ConsentFields = z.infer<typeof ConsentFields>
export const Consent = ConsentFields.extend({ id: ConsentId, name: z.string(), withdrawnOn: LocalDate.nullable(), recordedBy: z.string() })
export type Consent = z.infer<typeof Consent>

/** Where each consent the clinic asks for stands today. */
export const ConsentStanding = z.strictObject({
  kind: z.string(),
  name: z.string(),
  isRequired: z.boolean(),
  state: z.enum(['missing', 'valid', 'expires-soon', 'expired', 'withdrawn']),
  /** “Signed Nov 2, 2026, until Nov 2, 2027” */
  words: z.string(),
  /** The newest of this kind; null where none was signed. */
  latest: Consent.nullable(),
  /** Those before it, newest first. */
  earlier: z.array(Consent),
})
export type ConsentStanding = z.infer<typeof ConsentStanding>

/** Somebody of the patient’s household, themselves not included. */
export const HouseholdMember = z.strictObject({
  patientId: PatientId,
  name: z.string(),
  age: z.int(),
  phone: z.string(),
  isGuarantor: z.boolean(),
  balance: Cents,
})
export type HouseholdMember = z.infer<typeof HouseholdMember>

/** Two charts of one person, before they become one. */
export const MergePreview = z.strictObject({
  keep: Patient,
  other: Patient,
  keepPolicy: PolicyFields.nullable(),
  otherPolicy: PolicyFields.nullable(),
  /** What moves: “3 visits”, “1 episode”, “2 superbills”. */
  moves: z.array(z.string()),
  /** What to know: “Both have an open episode for the neck.” */
  remarks: z.array(z.string()),
})
export type MergePreview = z.infer<typeof MergePreview>

/** A merge that was made; it can be undone until `undoUntil`, that day included. */
export const Merge = z.strictObject({
  id: MergeId,
  keptId: PatientId,
  otherId: PatientId,
  otherName: z.string(),
  otherChartNumber: z.string(),
  mergedOn: LocalDate,
  mergedBy: z.string(),
  undoUntil: LocalDate,
  undoneOn: LocalDate.nullable(),
  /** Why it cannot be undone any more; empty while it can. */
  obstacle: z.string(),
})
export type Merge = z.infer<typeof Merge>
