import { z } from 'zod'
import { LocalDate } from '../lib/dates.ts'
import { Amount, Cents, cents, formatMoney } from '../lib/money.ts'

/** What a PIP, MedPay or work claim pays at most, and what others have used of it. */
export const BenefitFields = z.strictObject({
  kind: z.enum(['pip', 'medpay', 'work', 'other']),
  limit: Amount.refine(amount => amount > 0, 'Enter what the claim pays at most.'),
  usedElsewhere: Amount,
  /** The day on which the insurer said so; null where nobody asked. */
  usedElsewhereOn: LocalDate.nullable(),
})
export type BenefitFields = z.infer<typeof BenefitFields>

/** Where a limit stands, in whole cents. `billed`: charged here for the episode; `used`: here and elsewhere. */
export const Benefit = BenefitFields.extend({
  billed: Cents,
  used: Cents,
  left: Cents,
  /** How many visits at the usual charge are left; null before the first one is charged. */
  visitsLeft: z.int().nullable(),
  /** `low`: 80 % is used, or the visits to come would use it up; `over`: nothing is left. */
  state: z.enum(['ok', 'low', 'over']),
  /** “Billed $2,140.00 of $5,000.00 · $2,860.00 left, about 19 visits” */
  words: z.string(),
  /** What to do about it; empty while there is enough. */
  warning: z.string(),
})
export type Benefit = z.infer<typeof Benefit>

/** How the kinds of limit are called. */
export const BENEFIT_KINDS: Readonly<Record<BenefitFields['kind'], string>> = { pip: 'PIP', medpay: 'MedPay', work: 'Work claim', other: 'Benefit' }

/** From this share on, in percent, a limit is nearly used. */
const NEARLY_PERCENT = 80

/** What was charged for an episode: the sum, and for how many visits; and the visits still to come, booked or planned. */
export type BenefitUse = { readonly billed: Cents; readonly visits: number; readonly toCome: number }

/** Where a limit stands after what was charged here and elsewhere. A visit counts as the average of those charged, rounded up. */
export function benefitOf(fields: BenefitFields, { billed, visits, toCome }: BenefitUse): Benefit {
  const used = cents(billed + fields.usedElsewhere)
  const over = cents(used - fields.limit)
  const left = cents(Math.max(0, fields.limit - used))
  const perVisit = visits === 0 ? null : Math.ceil(billed / visits)
  const visitsLeft = perVisit === null || perVisit === 0 ? null : Math.floor(left / perVisit)
  const isShort = visitsLeft !== null && toCome > visitsLeft
  const state = left === 0 ? 'over' : isShort || used * 100 >= fields.limit * NEARLY_PERCENT ? 'low' : 'ok'
  const elsewhere = fields.usedElsewhere === 0 ? '' : ` and ${formatMoney(fields.usedElsewhere)} elsewhere`
  const about = visitsLeft === null ? '' : visitsLeft === 0 ? ', less than a visit' : `, about ${plural(visitsLeft, 'visit')}`
  return {
    ...fields,
    billed,
    used,
    left,
    visitsLeft,
    state,
    words: `Billed ${formatMoney(billed)}${elsewhere} of ${formatMoney(fields.limit)} · ${over > 0 ? `${formatMoney(over)} over` : `${formatMoney(left)} left${about}`}`,
    warning: warningOf({ state, isShort, toCome, visitsLeft }, BENEFIT_KINDS[fields.kind]),
  }
}

type Stand = { readonly state: Benefit['state']; readonly isShort: boolean; readonly toCome: number; readonly visitsLeft: number | null }

function warningOf({ state, isShort, toCome, visitsLeft }: Stand, kind: string): string {
  if (state === 'over') return `The ${kind} limit is used up. Agree with the patient on who pays from here on.`
  const reach = visitsLeft === 0 ? 'does not reach for a whole one' : `reaches for about ${visitsLeft}`
  if (isShort) return `${plural(toCome, 'visit')} to come, and the ${kind} limit ${reach}. Talk to the patient before it runs out.`
  return state === 'low' ? `The ${kind} limit is nearly used. Ask the adjuster what else was charged to it.` : ''
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
