import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { PractitionerId, ServiceId } from '../lib/ids.ts'
import { Amount, Cents } from '../lib/money.ts'
import { Letterhead } from './letterhead.ts'

/** One expected service of a provider, at one fee: units a visit × visits × fee. */
export const EstimateLine = z.strictObject({
  service: z.string(),
  code: z.string(),
  /** Codes on file, as printed; empty prints “None”. */
  dx: z.string(),
  units: z.int().min(1),
  unitFee: Amount,
  visits: z.int().min(1),
  expected: Amount,
})
export type EstimateLine = z.infer<typeof EstimateLine>

/** Who gives the services, with what 45 CFR 149.610(c) wants named of them. */
export const EstimateProvider = z.strictObject({
  name: z.string(),
  /** “NPI 1234567893, TIN 00-1234567, license MT LMT-00417. Location: address above, MT” */
  facts: z.string(),
  lines: z.array(EstimateLine).min(1),
})
export type EstimateProvider = z.infer<typeof EstimateProvider>

/** A side-head and its words. */
export const Statement = z.strictObject({ head: z.string(), text: z.string() })
export type Statement = z.infer<typeof Statement>

/** A good faith estimate with everything decided (45 CFR 149.610(c)). Kept as it is when issued, for six years as we read the rule. */
export const Estimate = z.strictObject({
  letterhead: Letterhead,
  /** Null in a preview, which prints “Not issued yet”. */
  number: z.string().nullable(),
  version: z.int().min(1),
  replaces: z.int().min(1).nullable(),
  issuedOn: LocalDate,
  /** When the first visit was booked, or somebody asked for it; null where neither is known. */
  bookedOn: LocalDate.nullable(),
  requestedOn: LocalDate.nullable(),
  /** `paying`: as far as anybody said who pays; empty where nobody did, and then not printed. */
  patient: z.strictObject({ name: z.string(), addressLines: z.array(z.string()).max(3), bornOn: LocalDate, paying: z.string() }),
  /** “Medical massage for low back pain, 60 minutes” */
  service: z.string(),
  /** “Once a week, 6 visits, first on Tue, Nov 10, 2026, 10:00 am” */
  plan: z.string(),
  /** “M54.59 Other low back pain (Owen T. Bright, DO, Nov 2, 2026)”; “None on file” where no licensed person made one. */
  diagnoses: z.string(),
  visits: z.int().min(1),
  from: LocalDate,
  to: LocalDate,
  providers: z.array(EstimateProvider).min(1),
  /** Full fees, and what is taken off them; `expected` is what the patient is told. */
  totals: z.strictObject({ charges: Amount, discount: Cents, discountWords: z.string(), expected: Amount }),
  statements: z.array(Statement),
  dispute: z.strictObject({ heading: z.string(), statements: z.array(Statement) }),
  /** What it was reckoned from, to tell later whether the plan or a fee changed; never printed. */
  basis: z.strictObject({
    practitionerIds: z.array(PractitionerId),
    fees: z.array(z.strictObject({ serviceId: ServiceId, name: z.string(), unitFee: Amount })),
  }),
})
export type Estimate = z.infer<typeof Estimate>
