import { z } from 'zod'
import { PrescriptionUse } from '../episodes/prescription-use.ts'
import { LocalDate, LocalDateTime } from '../lib/dates.ts'
import { AlertId, AppointmentId, PatientId, PayerId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { Address, Email, Phone } from '../practice/schema.ts'

/** Sex as insurers ask for it; empty where unknown. */
export const Sex = z.enum(['', 'female', 'male', 'x'])

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
})
export type PatientFields = z.infer<typeof PatientFields>

export const Patient = PatientFields.extend({ id: PatientId, chartNumber: z.string(), isArchived: z.boolean(), registeredOn: LocalDate })
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
  lastVisitOn: LocalDate.nullable(),
  nextVisitAt: LocalDateTime.nullable(),
  balance: Cents,
})
export type PatientRow = z.infer<typeof PatientRow>

/** One thing that happened, for the chart’s timeline; newest first. */
export const TimelineEntry = z.strictObject({
  on: LocalDate,
  kind: z.enum(['visit', 'booked', 'missed', 'payment', 'superbill', 'letter', 'prescription', 'registered']),
  /** "Visit 6, pain 4 to 2" */
  title: z.string(),
  detail: z.string(),
  amount: Cents.nullable(),
  /** The record behind it: an appointment for visits, a document for papers, an episode for prescriptions. */
  refId: z.uuid().nullable(),
  isOpen: z.boolean(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>
