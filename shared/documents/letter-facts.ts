import { regionsInWords } from '../body-chart/regions.ts'
import { assertNever } from '../lib/assert-never.ts'
import { formatDate } from '../lib/dates.ts'
import { type Outcome, outcomeSentence, painName } from './letter-outcome.ts'
import { conditionsOf, type LetterCase, type LetterFacts } from './letter-placeholders.ts'
import { type RequestPlan, requestInShort } from './letter-request.ts'
import { isWithheld, lastFound, screeningWords } from './letter-screening.ts'
import { type LetterSource, visitsInWords } from './letter-source.ts'
import { homeCareGiven, lastAssessment, techniquesUsed, tolerance, treatedRegions, treatedVisits, workDone } from './letter-treatment.ts'
import type { LetterKind } from './progress-letter.ts'

/** What the records say for a letter of this kind: the words of every placeholder, null where they are not known, and the conditions that hold. */
export function letterFacts(source: LetterSource, { kind, outcome, plan }: { kind: LetterKind; outcome: Outcome; plan: RequestPlan }): LetterFacts {
  const { visits, episode, patient } = source
  const given = treatedVisits(visits)
  const regions = treatedRegions(visits)
  const screening = screeningWords(source)
  const homeCare = homeCareGiven(visits)
  const asks = plan.requestVisits !== null
  return {
    words: {
      doctor: addressee(source),
      patient: `${patient.firstName} ${patient.lastName}`,
      condition: episode.condition.charAt(0).toLowerCase() + episode.condition.slice(1),
      change: changeWords(source, outcome),
      measures: outcome.changes.join(' ').replace(/\.$/, '') || null,
      'first findings': firstFindings(source),
      visits: given.length === 0 ? null : visitsInWords(given.length),
      'first visit': given[0] ? formatDate(given[0].on) : null,
      'last visit': dateOf(given.at(-1)?.on),
      prescribed: prescribed(source),
      attendance: attendance(source),
      goals: goalsMet(source),
      'visits asked': requestInShort(plan, kind) || null,
      'number asked': plan.requestVisits === null ? null : String(plan.requestVisits),
      terms: asks ? termsOf(source) : null,
      work: workDone(source),
      techniques: techniquesUsed(visits),
      regions: regions.length === 0 ? null : regionsInWords(regions),
      tolerance: tolerance(visits),
      'home care': homeCare,
      assessment: lastAssessment(visits),
      screening: screening || null,
      found: lastFound(source),
    },
    holds: conditionsOf(courseOf(outcome), {
      asks,
      hasHomeCare: homeCare !== null,
      found: screening !== '' || visits.length === 0,
      withheld: isWithheld(source),
      goals: goalsOf(source),
    }),
  }
}

const dateOf = (day: LetterSource['today'] | undefined) => (day ? formatDate(day) : null)

function goalsOf({ episode: { goals } }: LetterSource): 'none' | 'open' | 'met' {
  if (goals.length === 0) return 'none'
  return goals.every(goal => goal.status === 'met') ? 'met' : 'open'
}

function courseOf({ verdict, areGoalsMet }: Outcome): LetterCase {
  if (areGoalsMet) return 'goals met'
  switch (verdict) {
    case 'first':
      return 'too early'
    case 'a-little':
      return 'improved a little'
    case 'improved':
    case 'unchanged':
    case 'worse':
      return verdict
    default:
      return assertNever(verdict)
  }
}

function addressee({ prescription }: LetterSource): string | null {
  const prescriber = prescription?.prescriber
  if (!prescriber) return null
  const last = prescriber.name.trim().split(/\s+/).at(-1) ?? prescriber.name
  const isDoctor = /\b(MD|DO|DC|DPM|ND|PhD|DPT)\b/.test(prescriber.credentials.replaceAll('.', ''))
  return isDoctor ? `Dr. ${last}` : prescriber.name
}

function changeWords({ visits, episode }: LetterSource, outcome: Outcome): string | null {
  if (outcome.verdict === 'first') return null
  const sentence = outcomeSentence(outcome, painName(episode.regions), `after ${visitsInWords(treatedVisits(visits).length)}`)
  // Where neither pain nor function was taken again, the questionnaire says how it goes.
  return (sentence || (outcome.changes[0] ?? '')).replace(/\.$/, '') || null
}

function firstFindings({ visits, episode }: LetterSource): string | null {
  const first = visits[0]
  if (!first) return null
  const pain = first.content.painBefore.now
  const when = `at the first visit on ${formatDate(first.on)}`
  return pain === null ? `Treatment has begun ${when}` : `${painName(episode.regions)} was ${pain} out of 10 ${when}`
}

function prescribed({ prescription }: LetterSource): string | null {
  return prescription?.visits ? `the ${visitsInWords(prescription.visits)} you prescribed on ${formatDate(prescription.writtenOn)}` : null
}

function goalsMet({ episode: { goals } }: LetterSource): string | null {
  const met = goals.filter(goal => goal.status === 'met').length
  if (goals.length === 0) return null
  if (met === goals.length) return goals.length === 1 ? 'the goal is met' : `all ${goals.length} goals are met`
  return met === 0 ? `none of ${goals.length} goals is met` : `${met} of ${goals.length} goals ${met === 1 ? 'is' : 'are'} met`
}

function termsOf({ prescription, episode }: LetterSource): string {
  const same = prescription ? 'same regions and procedures' : 'limited to the regions named below'
  return `${same}${episode.goals.some(goal => goal.status !== 'met') ? ', toward the goals still open' : ''}`
}

/** `6 of 8 attended, 1 missed, 2 canceled`: attendance under the prescription; of the whole course where no visit fell under it yet. */
export function attendance({ prescription, attended, missed, canceled, visits }: LetterSource): string {
  const under = attended + (prescription?.visitsUsedBefore ?? 0)
  const count = under === 0 ? treatedVisits(visits).length : under
  const allowed = prescription?.visits && count === under ? ` of ${prescription.visits}` : ''
  return `${count}${allowed} attended, ${missed} missed${canceled === 0 ? '' : `, ${canceled} canceled`}`
}
