import { assertNever } from '../lib/assert-never.ts'
import { formatDate } from '../lib/dates.ts'
import { type Outcome, outcomeOf, outcomeSentence, painName } from './letter-outcome.ts'
import { type RequestPlan, requestInShort, requestPlan } from './letter-request.ts'
import { type LetterSource, visitsInWords } from './letter-source.ts'
import { treatmentWords } from './letter-treatment.ts'
import type { LetterKind } from './progress-letter.ts'
import type { LetterWording } from './schema.ts'

/**
 * The sentences a letter begins with, filled from the records; the practitioner may reword them before signing. A course that does not help is said
 * to be so and ends in asking the physician to look again. Nothing here names a diagnosis of our own.
 */
export function draftWording(source: LetterSource, kind: LetterKind): LetterWording {
  const outcome = outcomeOf(source)
  const plan = requestPlan(source, kind, outcome)
  return {
    kind,
    greeting: greetingTo(source),
    answer: answerOf(source, kind, outcome, plan),
    treatment: treatmentWords(source),
    ...plan,
    request: requestRest(source, kind, outcome, plan),
  }
}

function greetingTo({ prescription }: LetterSource): string {
  const prescriber = prescription?.prescriber
  if (!prescriber) return 'To whom it may concern,'
  const last = prescriber.name.trim().split(/\s+/).at(-1) ?? prescriber.name
  const isDoctor = /\b(MD|DO|DC|DPM|ND|PhD|DPT)\b/.test(prescriber.credentials.replaceAll('.', ''))
  return isDoctor ? `Dear Dr. ${last},` : `Dear ${prescriber.name},`
}

function answerOf(source: LetterSource, kind: LetterKind, outcome: Outcome, plan: RequestPlan): string {
  const facts =
    outcome.verdict === 'first'
      ? firstFindings(source)
      : outcomeSentence(outcome, painName(source.episode.regions), `after ${visitsInWords(source.visits.length)}`)
  return [facts, askOf(source, kind, outcome, plan)].filter(text => text !== '').join(' ')
}

function firstFindings({ visits, episode }: LetterSource): string {
  const first = visits[0]
  const pain = first?.content.painBefore.now ?? null
  const visit = first ? ` at the first visit on ${formatDate(first.on)}` : ''
  return pain === null ? `Treatment has begun${visit}.` : `${painName(episode.regions)} was ${pain} out of 10${visit}.`
}

function askOf(source: LetterSource, kind: LetterKind, outcome: Outcome, plan: RequestPlan): string {
  const asked = requestInShort(plan, kind)
  switch (kind) {
    case 'initial':
      return asked === '' ? planned(source) : `I ask for a prescription of ${asked}.`
    case 'progress':
      if (asked !== '') return `Progress is steady, but not all goals are met: I ask for ${asked}.`
      return withoutProgress(outcome)
    case 're-evaluation':
      return asked === '' ? withoutProgress(outcome) : `I have re-evaluated the patient and ask for ${asked}.`
    case 'discharge':
      return outcome.areGoalsMet ? 'The goals are met, and treatment is complete.' : 'Treatment ends here; no more visits are asked for.'
    case 'refer-back':
      return 'I refer the patient back to you and will give no more massage until I hear from you.'
    default:
      return assertNever(kind)
  }
}

function planned({ prescription }: LetterSource): string {
  return prescription?.visits ? `I plan the ${visitsInWords(prescription.visits)} you prescribed on ${formatDate(prescription.writtenOn)}.` : ''
}

// Honest where massage did not help: the physician decides what comes next.
function withoutProgress({ verdict, areGoalsMet }: Outcome): string {
  if (areGoalsMet) return 'The goals are met: I ask for no more visits.'
  switch (verdict) {
    case 'first':
      return 'It is too early to judge progress.'
    case 'improved':
      return 'I ask for no more visits at this time.'
    case 'a-little':
      return 'That is less than the change that matters to patients: I ask you to re-evaluate before more visits are given.'
    case 'unchanged':
      return 'Massage has not brought the expected change: I ask you to re-evaluate before more visits are given.'
    case 'worse':
      return 'The condition is not improving: I refer the patient back to you for re-evaluation.'
    default:
      return assertNever(verdict)
  }
}

const SEE_AGAIN = 'Please see the patient again and let me know whether massage should go on, change or end.'
const COMES_BACK = 'may come back with a new referral if symptoms return.'

function requestRest({ episode, prescription, visits }: LetterSource, kind: LetterKind, outcome: Outcome, plan: RequestPlan): string {
  const aim = episode.goals.some(goal => goal.status !== 'met') ? ', toward the goals still open' : ''
  if (plan.requestVisits !== null) {
    const same = prescription ? 'same regions and procedures' : 'limited to the regions named below'
    return `${same}${aim}. I will report after visit ${plan.requestVisits}, or refer back sooner if progress stops.`
  }
  const hasHomeProgram = visits.some(visit => visit.content.homeCare.trim() !== '')
  if (kind === 'discharge') return `The patient ${hasHomeProgram ? 'has a home program and ' : ''}${COMES_BACK}`
  if (kind === 'initial') return 'I will report when the series is nearly used, or sooner if progress stops.'
  if (kind === 'refer-back') return SEE_AGAIN
  if (outcome.areGoalsMet) return hasHomeProgram ? 'The patient goes on with the home program.' : `The patient ${COMES_BACK}`
  if (outcome.verdict === 'first') return 'I will report again when progress can be measured, or refer back sooner if anything speaks against treatment.'
  return SEE_AGAIN
}
