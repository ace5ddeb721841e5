import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { CONDITIONS } from './demo-conditions.ts'
import { PAYERS, PRESCRIBERS } from './demo-practice.ts'

/** How a course of treatment goes. */
export const Trend = z.enum(['better', 'some', 'flat', 'worse'])
export type Trend = z.infer<typeof Trend>

const keyOf = <T extends object>(record: T) => z.custom<keyof T>(word => typeof word === 'string' && Object.hasOwn(record, word), 'an unknown word')

/** An invented patient and the course of treatment they are in, counted back from today. */
export const DemoPerson = z.strictObject({
  name: z.tuple([z.string(), z.string()]),
  middle: z.string().default(''),
  born: LocalDate,
  sex: z.enum(['female', 'male', 'x']),
  pronouns: z.string().default(''),
  condition: keyOf(CONDITIONS),
  kind: z.enum(['illness', 'auto', 'work']).default('illness'),
  /** Null pays without insurance. */
  payer: keyOf(PAYERS).nullable(),
  /** Who diagnosed and prescribed; null for a patient nobody referred. */
  by: keyOf(PRESCRIBERS).nullable(),
  /** First visit, in weeks before today. */
  since: z.int(),
  /** Visits done before today, days apart, and booked after today. */
  done: z.int(),
  every: z.int().default(7),
  ahead: z.int().default(0),
  /** The first of them is on the next working day. */
  soon: z.boolean().default(false),
  trend: Trend,
  /** Visits prescribed and days the prescription runs. `renewed`: another one when it is used. */
  rx: z.tuple([z.int(), z.int()]).nullable().default(null),
  renewed: z.boolean().default(false),
  pays: z.enum(['at-once', 'late', 'part', 'not-yet']).default('at-once'),
  /** Bought a package at the desk, which pays the last visits. */
  package: z.boolean().default(false),
  /** Treated by the second practitioner. */
  theo: z.boolean().default(false),
  papers: z
    .array(z.enum(['superbill', 'corrected', 'initial', 'progress', 're-evaluation', 'draft', 'refer-back', 'discharge', 'answered', 'notes']))
    .default([]),
  closed: z.boolean().default(false),
  alerts: z.array(z.tuple([z.enum(['never', 'care']), z.string()])).default([]),
  guardian: z.string().default(''),
  /** Somebody registered before, of the same household. */
  household: z.string().default(''),
  /** Consents as they stand: all signed at registration, none yet, or the one to treatment ended a month ago. */
  consents: z.enum(['signed', 'none', 'expired']).default('signed'),
  /** A good faith estimate was given to a patient who pays alone. */
  estimate: z.boolean().default(false),
  /** What the patient tells at intake that matters for massage; `later`: a new medicine, told at the third visit. */
  health: z
    .strictObject({
      conditions: z.array(z.tuple([ContraindicationItem.nullable(), z.string(), z.array(z.string()), z.string()])).default([]),
      medications: z.array(z.tuple([z.string(), z.string(), ContraindicationItem.nullable()])).default([]),
      allergies: z.array(z.tuple([z.string(), z.string()])).default([]),
      surgeries: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])).default([]),
      later: z.tuple([z.string(), z.string()]).nullable().default(null),
    })
    .prefault({}),
  /** Clearances given before the first visit: for what, by whom, days from today to its end, terms. */
  clearances: z.array(z.tuple([ContraindicationItem, z.string(), z.int(), z.string()])).default([]),
  refusesIntake: z.boolean().default(false),
  /** Something out of the ordinary at one visit, counted from 0. */
  event: z
    .tuple([z.enum(['withheld', 'pregnancy-told', 'in-error']), z.int()])
    .nullable()
    .default(null),
  /** Whose policy it is, where not the patient’s own. */
  insured: z
    .tuple([z.string(), LocalDate, z.enum(['spouse', 'child', 'other'])])
    .nullable()
    .default(null),
  /** The last note is complete and waits for its signature. */
  unsigned: z.boolean().default(false),
  /** Has one of the nine visits of today; see `demo-today.ts`. */
  today: z.boolean().default(false),
})
export type DemoPerson = z.infer<typeof DemoPerson>

/** Everyone in the demo clinic, from the product’s resources. */
export function demoPeople(resourcesDir: string): DemoPerson[] {
  const lines = readFileSync(join(resourcesDir, 'demo', 'people.jsonl'), 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => DemoPerson.parse(JSON.parse(line)))
}
