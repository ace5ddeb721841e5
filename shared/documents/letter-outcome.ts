import type { Region } from '../body-chart/regions.ts'
import { partOf, regionLabel } from '../body-chart/regions.ts'
import { type Course, functionCourse, MEANINGFUL_FUNCTION, MEANINGFUL_PAIN, painCourse } from './letter-measures.ts'
import type { LetterSource } from './letter-source.ts'

/** How a course of treatment goes, judged by pain and function: said in the letter as it is, also when massage does not help. */
export type Verdict = 'first' | 'improved' | 'a-little' | 'unchanged' | 'worse'
export type Outcome = { readonly verdict: Verdict; readonly pain: Course | null; readonly ability: Course | null; readonly areGoalsMet: boolean }

/** Judges the course from its signed visits. One visit alone tells nothing yet: `first`. */
export function outcomeOf({ visits, episode }: LetterSource): Outcome {
  const pain = painCourse(visits, 'now')
  const ability = functionCourse(visits)
  const areGoalsMet = episode.goals.length > 0 && episode.goals.every(goal => goal.status === 'met')
  return { verdict: verdictOf(pain, ability), pain, ability, areGoalsMet }
}

function verdictOf(pain: Course | null, ability: Course | null): Verdict {
  if (!pain && !ability) return 'first'
  const relief = pain ? pain.from - pain.to : 0
  const gain = ability ? ability.to - ability.from : 0
  if (relief <= -1 || gain <= -1) return 'worse'
  if (relief >= MEANINGFUL_PAIN || gain >= MEANINGFUL_FUNCTION) return 'improved'
  return relief > 0 || gain >= 0.5 ? 'a-little' : 'unchanged'
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
