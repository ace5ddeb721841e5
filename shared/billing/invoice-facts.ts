import { z } from 'zod'
import { Region } from '../body-chart/regions.ts'
import { EpisodeKind } from '../episodes/schema.ts'
import { LocalDate } from '../lib/dates.ts'
import { EpisodeId, NoteId, PatientId, PayerId, PractitionerId, PrescriptionId } from '../lib/ids.ts'
import { PatientFields, PolicyFields } from '../patients/schema.ts'
import { Clinic, Modifier, MustCarry, PayerFields, PractitionerFields, PrescriberFields, State, UnitRule } from '../practice/schema.ts'
import { SameDayAnswer } from './same-day-answer.ts'

/** The clinic as it was at check-out; the logo is taken when a paper is issued. */
const ClinicFacts = Clinic.pick({ name: true, address: true, phone: true, fax: true, email: true, taxId: true, organisationNpi: true, placeOfService: true })

const PractitionerFacts = PractitionerFields.pick({
  legalName: true,
  credentials: true,
  licenseNumber: true,
  licenseState: true,
  licenseExpiresOn: true,
  npi: true,
  taxonomy: true,
  signatureOnFile: true,
}).extend({ id: PractitionerId })

const PatientFacts = PatientFields.pick({
  firstName: true,
  middleName: true,
  lastName: true,
  suffix: true,
  bornOn: true,
  sex: true,
  phone: true,
  address: true,
  guardianName: true,
  guardianRelation: true,
}).extend({ id: PatientId, chartNumber: z.string() })

const PolicyFacts = PolicyFields.omit({ payerId: true }).extend({
  payer: PayerFields.pick({ name: true, kind: true, requiresPrescription: true }),
})

/** A diagnosis valid on the date of service, with the licensed person who made it. */
const DiagnosisFacts = z.strictObject({
  letter: z.string().regex(/^[A-L]$/),
  /** ICD-10-CM with its dot. */
  code: z.string(),
  label: z.string(),
  diagnosedBy: z.string(),
  diagnosedOn: LocalDate,
})

const PrescriptionFacts = z.strictObject({
  id: PrescriptionId,
  prescriber: PrescriberFields.pick({ name: true, credentials: true, npi: true }),
  writtenOn: LocalDate,
  expiresOn: LocalDate.nullable(),
  visits: z.int().nullable(),
  frequency: z.string(),
  authorizationNumber: z.string(),
  isSigned: z.boolean(),
  /** Which visit of the prescription this one was; null where it could not be counted. */
  visitNumber: z.int().nullable(),
})

const EpisodeFacts = z.strictObject({
  id: EpisodeId,
  condition: z.string(),
  kind: EpisodeKind,
  onsetOn: LocalDate.nullable(),
  /** Auto and work cases only. */
  claim: z
    .strictObject({ payerName: z.string(), claimNumber: z.string(), injuredOn: LocalDate.nullable(), state: State, adjuster: z.string(), employer: z.string() })
    .nullable(),
})

/** A service given in the visit, charged or not: a second visit of the same day is counted together with it. */
export const WorkedService = z.strictObject({
  code: z.string(),
  minutes: z.int(),
  /** 0 where its minutes earned none. */
  units: z.int(),
  isTimed: z.boolean(),
  minutesPerUnit: z.int(),
  regions: z.array(Region),
})
export type WorkedService = z.infer<typeof WorkedService>

/** Whether massage and manual therapy of one day were apart, as somebody answered, and the modifier that went on massage; empty for none. */
const SameDayFacts = z.strictObject({ answer: SameDayAnswer, modifier: z.union([z.literal(''), Modifier]), answeredWords: z.string() })

/**
 * Who treated whom, under which policy, diagnoses and prescription, as it stood at check-out. Frozen with the invoice, so that a superbill
 * printed later says what was true then. Whether the note is signed is asked when the superbill is made.
 */
export const InvoiceFacts = z.strictObject({
  clinic: ClinicFacts,
  practitioner: PractitionerFacts,
  patient: PatientFacts,
  policy: PolicyFacts.nullable(),
  episode: EpisodeFacts.nullable(),
  /** At most twelve, in claim order. */
  diagnoses: z.array(DiagnosisFacts).max(12),
  prescription: PrescriptionFacts.nullable(),
  noteId: NoteId,
  unitRule: UnitRule,
  timedMinutes: z.int(),
  /** Whose rules and limits held; null where the invoice did not keep it. */
  payerId: PayerId.nullable().default(null),
  /** What the payer wanted on a superbill. */
  mustCarry: z.array(MustCarry).default([]),
  /** Empty on invoices issued before this was kept; their lines say it then, but for what earned no unit. */
  worked: z.array(WorkedService).default([]),
  sameDay: SameDayFacts.nullable().default(null),
})
export type InvoiceFacts = z.infer<typeof InvoiceFacts>

/** What a sale at the desk freezes: who sold to whom. */
export const SaleFacts = InvoiceFacts.pick({ clinic: true, patient: true })
export type SaleFacts = z.infer<typeof SaleFacts>

/** What the fee of a missed visit freezes: who owes whom, and nothing clinical. */
export const MissedFacts = InvoiceFacts.pick({ clinic: true, practitioner: true, patient: true })
export type MissedFacts = z.infer<typeof MissedFacts>
