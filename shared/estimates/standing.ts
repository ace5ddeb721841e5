import { dayOf, formatDate, formatMonthDay, formatWeekday, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { Payer } from '../practice/schema.ts'
import { bookedDue, changedDue, requestedDue } from './deadline.ts'
import type { EstimateStanding, SubmitAnswer } from './schema.ts'

/** A visit to come that the patient pays themselves, and the day it was booked, where that is known. */
export type PlannedVisit = { readonly startsAt: LocalDateTime; readonly bookedOn: LocalDate | null }

/** What is known of a patient as far as estimates need it. */
export type StandingFacts = {
  readonly today: LocalDate
  /** Of the patient’s own plan; null without one. Claims of accidents are paid by others, and their visits are not among `visits`. */
  readonly payerKind: Payer['kind'] | null
  readonly answer: SubmitAnswer | null
  readonly answeredWords: string
  /** Visits still to come, in order of time. */
  readonly visits: readonly PlannedVisit[]
  /** When the patient asked for an estimate that was not given yet. */
  readonly requestedOn: LocalDate | null
  /** Estimates given, newest first: from here, or kept as a consent on paper (then for twelve months). `changes`: what changed since. */
  readonly given: readonly GivenEstimate[]
}

/** An estimate that was given: the days it covers, the day it was given, and what changed since. */
export type GivenEstimate = { readonly from: LocalDate; readonly to: LocalDate; readonly on: LocalDate; readonly changes: readonly string[] }

/**
 * Whether a patient counts as self-pay for estimates: without a plan, or answered “no”. One who will submit is enrolled and seeking to file a claim, so the
 * rule as we read it asks for no estimate.
 */
export function isSelfPay({ payerKind, answer }: Pick<StandingFacts, 'payerKind' | 'answer'>): boolean {
  return answer === null ? payerKind === null || payerKind === 'self-pay' : answer === 'no'
}

/** Whether a patient needs an estimate, by when, and why. What somebody asked for comes first; then what is booked and not covered; then what changed. */
export function standingOf(facts: StandingFacts): EstimateStanding {
  const { answer, answeredWords } = facts
  return { ...decided(facts), answer, answeredWords }
}

type Decided = Omit<EstimateStanding, 'answer' | 'answeredWords'>

function decided(facts: StandingFacts): Decided {
  const { requestedOn, visits, given } = facts
  if (requestedOn !== null) {
    return { state: 'due', why: 'requested', dueOn: requestedDue(requestedOn), sentence: `Asked for an estimate on ${formatDate(requestedOn)}.` }
  }
  if (!isSelfPay(facts)) {
    const sentence = facts.answer === 'yes' ? 'Will send the superbill to an insurer, so no estimate is due as we read the rule.' : 'Has a health plan on file.'
    return { state: 'none', why: 'insurer', dueOn: null, sentence }
  }
  const open = visits.filter(visit => !given.some(one => covers(one, visit)))
  if (open.length > 0) return bookedStanding(open, facts.today)
  const next = visits[0]
  const holding = next && given.find(one => covers(one, next))
  if (!next || !holding) return { state: 'none', why: 'nothing-booked', dueOn: null, sentence: 'No visit is booked that needs one.' }
  if (holding.changes.length > 0) return { state: 'due', why: 'changed', dueOn: changedDue(dayOf(next.startsAt)), sentence: holding.changes.join(' ') }
  return { state: 'given', why: 'up-to-date', dueOn: null, sentence: `Given ${formatDate(holding.on)}, covers visits until ${formatDate(holding.to)}.` }
}

const covers = ({ from, to }: GivenEstimate, { startsAt }: PlannedVisit) => dayOf(startsAt) >= from && dayOf(startsAt) <= to

/** The first deadline any of the visits makes; visits booked on an unknown day are asked for today. */
function bookedStanding(open: readonly PlannedVisit[], today: LocalDate): Decided {
  const dated = open.map(({ startsAt, bookedOn }) => {
    const on = dayOf(startsAt)
    return { on, bookedOn, due: bookedOn === null ? (on > today ? today : null) : bookedDue(bookedOn, on) }
  })
  const [first] = dated
    .flatMap(({ on, bookedOn, due }) => (due === null ? [] : [{ on, bookedOn, due }]))
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.on.localeCompare(b.on))
  if (!first) {
    const on = dated[0]?.on ?? today
    const sentence = `Booked less than 3 business days before ${formatWeekday(on)}: none is due, but you may give one.`
    return { state: 'may', why: 'short-notice', dueOn: null, sentence }
  }
  const booked = first.bookedOn === null ? 'Booked' : `Booked ${formatMonthDay(first.bookedOn)}`
  return { state: 'due', why: 'booked', dueOn: first.due, sentence: `${booked} for ${formatWeekday(first.on)}, and pays without a plan.` }
}
