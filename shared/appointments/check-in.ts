import type { SubmitAnswer } from '../estimates/schema.ts'
import { ageOn, formatDate, formatMonthDay, type LocalDate } from '../lib/dates.ts'
import { type Cents, formatMoney } from '../lib/money.ts'
import type { ConsentStanding, PolicyFields } from '../patients/schema.ts'
import type { Address, Payer } from '../practice/schema.ts'
import type { CheckInItem } from './schema.ts'

/** The consent kind under which a good faith estimate given to a self-pay patient is kept. */
export const ESTIMATE_KIND = 'estimate'

/** From this age on a patient signs for themselves in most states. */
const OF_AGE = 18

/** What is known of a patient and their visit on the day of the visit, as far as arriving needs it. */
export type CheckInFacts = {
  /** The day of the visit. */
  readonly day: LocalDate
  readonly bornOn: LocalDate
  readonly guardianName: string
  readonly address: Address
  readonly policy: Pick<PolicyFields, 'memberId'> | null
  readonly payer: Pick<Payer, 'name' | 'kind' | 'requiresPrescription'> | null
  /** Whether that payer answers for the claim of an accident: then no member ID is asked for, and the patient’s own plan does not matter. */
  readonly isClaim: boolean
  readonly standings: readonly Pick<ConsentStanding, 'kind' | 'name' | 'isRequired' | 'state' | 'latest'>[]
  /** When the health history was last taken or confirmed; null before the first time. */
  readonly historyOn: LocalDate | null
  /** When the patient last refused to give one; null where they did not. */
  readonly historyRefusedOn: LocalDate | null
  /** Whether a prescription covers this visit; `null` where the visit has no episode yet. */
  readonly isCovered: boolean | null
  readonly balance: Cents
  /** Whether the patient will send the superbill to an insurer; null while nobody asked. */
  readonly submits: SubmitAnswer | null
  /** Whether a good faith estimate made here covers the day. */
  readonly hasEstimate: boolean
  /** Physicians’ clearances that ended while their condition stands, by item and its name within a sentence. */
  readonly endedClearances: readonly { readonly item: string; readonly name: string; readonly expiresOn: LocalDate }[]
}

/**
 * What is missing when a patient arrives, in the order it is settled at the desk: what must be signed, who signs for a minor, what is asked about health,
 * who pays and under what, what is owed. Empty when all is there. Nothing of it stops the visit.
 */
export function missingAtCheckIn(facts: CheckInFacts): CheckInItem[] {
  return [
    ...guardianItems(facts),
    ...facts.standings.filter(({ isRequired, kind }) => isRequired && kind !== ESTIMATE_KIND).flatMap(standing => consentItem(standing, facts.day)),
    ...intakeItems(facts),
    ...clearanceItems(facts),
    ...payerItems(facts),
    ...(facts.balance > 0 ? [item('balance', `Owes ${formatMoney(facts.balance)}.`)] : []),
  ]
}

const item = (kind: CheckInItem['kind'], sentence: string, key = ''): CheckInItem => ({ kind, sentence, key })

/** `Oct 2`, with the year where it is another one than the visit’s. */
const short = (day: LocalDate, today: LocalDate) => (day.slice(0, 4) === today.slice(0, 4) ? formatMonthDay(day) : formatDate(day))
const ended = (words: string, on: LocalDate, today: LocalDate) => `${words} ${short(on, today)}.`
const yearBefore = (day: LocalDate) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`

function guardianItems({ bornOn, guardianName, day }: CheckInFacts): CheckInItem[] {
  const age = ageOn(bornOn, day)
  return age < OF_AGE && guardianName.trim() === '' ? [item('guardian', `${Math.max(0, age)} years old: a parent or guardian must be on file.`)] : []
}

function consentItem({ kind, name, state, latest }: CheckInFacts['standings'][number], day: LocalDate): CheckInItem[] {
  if (state === 'valid' || state === 'expires-soon') return []
  if (state === 'expired' && latest?.expiresOn) return [item('consent', ended(`${name} expired`, latest.expiresOn, day), kind)]
  if (state === 'withdrawn' && latest?.withdrawnOn) return [item('consent', ended(`${name} was withdrawn`, latest.withdrawnOn, day), kind)]
  return [item('consent', `${name} is not signed.`, kind)]
}

function intakeItems({ historyOn, historyRefusedOn, day }: CheckInFacts): CheckInItem[] {
  const oldest = yearBefore(day)
  if (historyRefusedOn !== null && historyRefusedOn >= oldest) return []
  if (historyOn === null) return [item('intake', 'Health history was never taken.')]
  return historyOn < oldest ? [item('intake', `Health history is from ${formatDate(historyOn)}: ask again.`)] : []
}

const clearanceItems = ({ endedClearances, day }: CheckInFacts): CheckInItem[] =>
  endedClearances.map(({ item: key, name, expiresOn }) => item('clearance', ended(`The physician’s clearance for ${name} ended`, expiresOn, day), key))

function payerItems(facts: CheckInFacts): CheckInItem[] {
  const { policy, payer, isClaim, isCovered, address } = facts
  if (!payer || (!policy && !isClaim)) return [item('policy', 'No health plan on file. Enter it, or choose self-pay.')]
  if (payer.kind === 'self-pay') return estimateItems(facts)
  const needsPrescription = payer.requiresPrescription && isCovered !== true
  return [
    ...(!isClaim && policy?.memberId.trim() === '' ? [item('policy', `The member ID for ${payer.name} is missing.`)] : []),
    ...(needsPrescription ? [item('prescription', `${payer.name} requires a prescription, and none covers this visit.`)] : []),
    ...(!isClaim && facts.submits === 'no' ? estimateItems(facts) : []),
    ...(address.street.trim() === '' || address.city.trim() === '' ? [item('address', 'The address is missing; the superbill needs it.')] : []),
  ]
}

/** The two steps an estimate takes at the desk: first it is asked whether the patient will submit to an insurer; who will not is given one. */
export const ASK_SUBMIT = 'ask'
export const GIVE_ESTIMATE = 'give'

// Who will submit is arguably not self-pay; one estimate may cover recurring visits for twelve months (45 CFR 149.610, as we read it).
function estimateItems({ standings, day, submits, hasEstimate }: CheckInFacts): CheckInItem[] {
  if (hasEstimate || submits === 'yes') return []
  const onPaper = standings.find(({ kind }) => kind === ESTIMATE_KIND)?.latest
  const signedOn = onPaper && onPaper.withdrawnOn === null ? onPaper.signedOn : null
  if (signedOn !== null && signedOn >= yearBefore(day)) return []
  if (signedOn !== null) return [item('estimate', `The good faith estimate is from ${formatDate(signedOn)}: give a new one.`, GIVE_ESTIMATE)]
  if (submits === null) return [item('estimate', 'Pays without a plan. Will they send the superbill to an insurer?', ASK_SUBMIT)]
  return [item('estimate', 'Pays without a plan: no good faith estimate on file.', GIVE_ESTIMATE)]
}
