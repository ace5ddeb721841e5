import type { Region } from '../body-chart/regions.ts'
import { partOf, regionLabel } from '../body-chart/regions.ts'
import type { MeasuredVisit } from '../episodes/goal-progress.ts'
import { meaningfulChange } from '../outcomes/change.ts'
import { changeSentence } from '../outcomes/change-sentence.ts'
import type { MeasureFacts, Thresholds } from '../outcomes/measures.ts'
import { measureOf } from '../outcomes/score.ts'
import { type Course, functionCourse, type Measured, measuredVisits, painCourse, questionnairesIn, valuesOf } from './letter-measures.ts'
import type { LetterSource } from './letter-source.ts'

/** How a course of treatment goes, judged by pain, function and the questionnaires: said in the letter as it is, also when massage does not help. */
export type Verdict = 'first' | 'improved' | 'a-little' | 'unchanged' | 'worse'
export type Outcome = {
  readonly verdict: Verdict
  readonly pain: Course | null
  readonly ability: Course | null
  readonly areGoalsMet: boolean
  /** One sentence per measure that was taken again: `Pain improved by 3 points since Aug 3, more than the 2 that matters.` */
  readonly changes: readonly string[]
}

type OutcomeSource = Pick<LetterSource, 'visits' | 'rules'> & { readonly episode: Pick<LetterSource['episode'], 'goals' | 'finalMeasures'> }
/** A measure that can be compared: how it began and how it stands. */
type Compared = { readonly facts: MeasureFacts; readonly first: Measured; readonly last: Measured }

/** Judges the course from its signed visits and the final measures. One visit alone tells nothing yet: `first`. */
export function outcomeOf({ visits, episode, rules }: OutcomeSource): Outcome {
  const measured = measuredVisits(visits, episode.finalMeasures)
  const compared = comparedIn(measured, rules)
  return {
    verdict: verdictOf(compared),
    pain: painCourse(measured, 'now'),
    ability: functionCourse(measured),
    areGoalsMet: episode.goals.length > 0 && episode.goals.every(goal => goal.status === 'met'),
    changes: compared.map(({ facts, first, last }) => changeSentence(facts, first, last)),
  }
}

function comparedIn(visits: readonly MeasuredVisit[], rules: Thresholds | undefined): Compared[] {
  const drawn = [
    { facts: measureOf({ measure: 'pain', generic: null }, rules), named: { measure: 'pain-now' as const, key: '' } },
    { facts: measureOf({ measure: 'psfs', generic: null }, rules), named: { measure: 'psfs' as const, key: '' } },
    ...questionnairesIn(visits, rules).map(facts => ({ facts, named: { measure: 'score' as const, key: facts.id } })),
  ]
  return drawn.flatMap(({ facts, named }) => {
    const values = valuesOf(visits, named)
    const [first, last] = [values[0], values.at(-1)]
    if (!first || !last) return []
    // A rating of change compares with the first visit by itself.
    if (facts.key === 'global-change') return [{ facts, first: { on: first.on, value: 0 }, last }]
    return values.length < 2 ? [] : [{ facts, first, last }]
  })
}

/** Points of pain or function that are worth a word although they are less than what matters. */
const NOTICED = { worse: 1, better: 0.5 } as const

function verdictOf(compared: readonly Compared[]): Verdict {
  if (compared.length === 0) return 'first'
  const changes = compared.map(({ facts, first, last }) => ({ facts, change: meaningfulChange(facts, first.value, last.value) }))
  const isScale = (facts: MeasureFacts) => facts.key === 'pain' || facts.key === 'psfs'
  if (changes.some(({ facts, change }) => change.direction === 'worse' && (isScale(facts) ? change.points >= NOTICED.worse : change.isMeaningful)))
    return 'worse'
  if (changes.some(({ change }) => change.direction === 'better' && change.isMeaningful)) return 'improved'
  return changes.some(({ change }) => change.direction === 'better' && change.points >= NOTICED.better) ? 'a-little' : 'unchanged'
}

/** `Neck pain`, `Left shoulder pain`; `Pain` where many parts of the body are treated. */
export function painName(regions: readonly Region[]): string {
  const parts = new Set(regions.map(partOf))
  const first = regions[0]
  if (first === undefined || parts.size > 4) return 'Pain'
  const label = regions.filter(region => partOf(region) === partOf(first)).length > 1 ? partLabel(first) : regionLabel(first)
  return `${label} pain`
}

const partLabel = (region: Region) => regionLabel(region).replace(/^(Left|Right) ([a-z])/, (_, _side, letter: string) => letter.toUpperCase())

/** `Neck pain is down from 7 to 3 out of 10 and function has doubled after 6 visits.` States only what was measured. */
export function outcomeSentence(outcome: Outcome, name: string, after: string): string {
  const pain = outcome.pain && painWords(outcome.pain, name)
  const ability = outcome.ability && functionWords(outcome.ability)
  const words = [pain, ability].filter(text => text !== null).join(joint(outcome))
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)} ${after}.`
}

// Good and bad news do not stand in one breath with “and”.
function joint({ pain, ability }: Outcome): string {
  const relief = pain ? Math.sign(pain.from - pain.to) : 0
  const gain = ability ? Math.sign(ability.to - ability.from) : 0
  return relief * gain < 0 ? ', but ' : ' and '
}

function painWords({ from, to }: Course, name: string): string {
  if (to === from) return `${name} is unchanged at ${to} out of 10`
  return `${name} is ${to < from ? 'down' : 'up'} from ${from} to ${to} out of 10`
}

function functionWords({ from, to }: Course): string {
  const ratio = from > 0 ? to / from : 0
  if (ratio >= 1.9 && ratio < 2.5) return 'function has doubled'
  if (Math.abs(to - from) < 0.25) return `function is unchanged at ${to.toFixed(1)} out of 10`
  return `function is ${to > from ? 'up' : 'down'} from ${from.toFixed(1)} to ${to.toFixed(1)} out of 10`
}
