import { z } from 'zod'
import { IssuedDocument } from '../documents/schema.ts'
import { LocalDate } from '../lib/dates.ts'
import { DocumentId, EpisodeId, PatientId, PractitionerId, ServiceId } from '../lib/ids.ts'
import { Cents } from '../lib/money.ts'
import { line, prose } from '../lib/text.ts'

/** “Will you send the superbill to an insurer?” Somebody who will is arguably not self-pay, and then no estimate is due. */
export const SubmitAnswer = z.enum(['yes', 'no'])
export type SubmitAnswer = z.infer<typeof SubmitAnswer>

/** One expected service: units a visit, and at how many of the visits. */
export const DraftLine = z.strictObject({
  serviceId: ServiceId,
  units: z.int('Enter a whole number of units.').min(1, 'At least 1 unit.').max(32, 'At most 32 units.'),
  visits: z.int('Enter a whole number of visits.').min(1, 'At least 1 visit.').max(104, 'At most 104 visits.'),
})
export type DraftLine = z.infer<typeof DraftLine>

/** An estimate as the desk fills it in. Fees, diagnoses, NPI and tax ID come from the records. */
export const EstimateDraft = z
  .strictObject({
    episodeId: EpisodeId.nullable(),
    service: line('the service in plain words', 160),
    frequency: line('how often', 80),
    visits: z.int('Enter a whole number of visits.').min(1, 'At least 1 visit.').max(104, 'At most 104 visits.'),
    from: LocalDate,
    to: LocalDate,
    providers: z
      .array(z.strictObject({ practitionerId: PractitionerId, lines: z.array(DraftLine).min(1, 'Add a service.').max(12, 'At most 12 services.') }))
      .min(1, 'Choose who gives the services.')
      .max(6, 'At most 6 providers.'),
    /** Whether the clinic’s self-pay discount is taken off; nothing happens where it gives none. */
    withDiscount: z.boolean(),
    notIncluded: prose(600),
    /** The estimate that this one becomes the next version of. */
    replaces: DocumentId.nullable(),
  })
  .refine(({ from, to }) => to >= from, { path: ['to'], message: 'Choose a last day after the first one.' })
  .refine(({ from, to }) => to <= `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`, {
    path: ['to'],
    message: 'One estimate covers 12 months at most. Choose an earlier last day.',
  })
export type EstimateDraft = z.infer<typeof EstimateDraft>

/** Whether a patient needs an estimate, by when, and why. */
export const EstimateStanding = z.strictObject({
  /** `due`: to be given by `dueOn`. `may`: none is due, one may be given. `given`: one covers what is booked. `none`: nothing to estimate, or not self-pay. */
  state: z.enum(['due', 'may', 'given', 'none']),
  why: z.enum(['requested', 'booked', 'changed', 'short-notice', 'insurer', 'up-to-date', 'nothing-booked']),
  dueOn: LocalDate.nullable(),
  /** “Pays without a plan. Booked Nov 19 for Tue, Nov 24.” */
  sentence: z.string(),
  /** Null while nobody asked. */
  answer: SubmitAnswer.nullable(),
  /** “Ana Ruiz, Nov 19, 2026”; empty while nobody asked. */
  answeredWords: z.string(),
})
export type EstimateStanding = z.infer<typeof EstimateStanding>

/** A patient who needs an estimate. */
export const EstimateDue = z.strictObject({ patientId: PatientId, patientName: z.string(), standing: EstimateStanding })
export type EstimateDue = z.infer<typeof EstimateDue>

/** All there is for making a patient’s estimate. */
export const EstimateSheet = z.strictObject({
  patientId: PatientId,
  patientName: z.string(),
  standing: EstimateStanding,
  draft: EstimateDraft,
  /** Whether somebody changed it from what the records propose. */
  isTyped: z.boolean(),
  expected: Cents.nullable(),
  /** What to see to before giving it: “Ana Ruiz has no NPI on file.” */
  remarks: z.array(z.string()),
  /** The clinic’s self-pay discount in thousandths of a percent; 0 for none. */
  discount: z.int(),
  /** Estimates given, newest first; of the newest, what changed since. */
  given: z.array(IssuedDocument),
  changes: z.array(z.string()),
  /** The estimate as it would print, under app://clinic/. */
  path: z.string(),
})
export type EstimateSheet = z.infer<typeof EstimateSheet>
