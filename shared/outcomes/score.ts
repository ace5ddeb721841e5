import { formatScore, MEASURES, type MeasureFacts, measureId, type NamesMeasure, type Thresholds, toTenth } from './measures.ts'
import type { OutcomeScore } from './schema.ts'

/** Questionnaires entered as a sum: how many questions they have, and the most points of each. */
export const SUMS = {
  oswestry: { questions: 10, most: 5 },
  'neck-disability': { questions: 10, most: 5 },
  'lower-extremity': { questions: 20, most: 4 },
  'upper-extremity': { questions: 20, most: 4 },
} as const
export type SummedMeasure = keyof typeof SUMS

/** Whether a measure is entered as a sum of points with the number of questions answered. */
export const isSummed = (measure: OutcomeScore['measure']): measure is SummedMeasure => Object.hasOwn(SUMS, measure)

/** The Roland-Morris questionnaire has 24 sentences. */
export const ROLAND_MORRIS_SENTENCES = 24

/**
 * The value of a score by its measure’s own rule; null while it cannot be told.
 * Roland-Morris: sentences ticked, 0 to 24 (one not ticked counts 0). Oswestry and neck disability: points / (5 × questions answered) × 100.
 * LEFS and UEFI: the sum, 0 to 80; their authors give no rule for missing answers, so a sheet with any missing is kept but not scored.
 * Global change and generic measures: the value itself.
 */
export function scoreValue(score: OutcomeScore): number | null {
  if (scoreRefusals(score).length > 0) return null
  const { measure, points, ticked, answered } = score
  if (measure === 'roland-morris') return ticked === null ? points : ticked.length
  if (points === null || !isSummed(measure)) return points
  const { questions, most } = SUMS[measure]
  const counted = answered ?? questions
  if (measure === 'oswestry' || measure === 'neck-disability') return toTenth((points / (most * counted)) * 100)
  return counted === questions ? points : null
}

/** What is wrong with a score, in words, by the field that is wrong. Empty where nothing is. */
export type ScoreRefusal = { readonly field: 'ticked' | 'points' | 'answered' | 'generic'; readonly sentence: string }

/** Checks a score against its measure’s range; refused ones are not kept. */
export function scoreRefusals(score: OutcomeScore): readonly ScoreRefusal[] {
  const { measure, generic } = score
  if ((measure === 'generic') !== (generic !== null))
    return [refuse('generic', generic ? 'This measure has a name of its own.' : 'Name the measure and its range.')]
  if (measure === 'roland-morris') return rolandMorris(score)
  if (score.ticked !== null) return [refuse('ticked', 'Only Roland-Morris has sentences to tick.')]
  if (isSummed(measure)) return summed(measure, score)
  if (score.answered !== null) return [refuse('answered', 'This measure is one number: leave the number of answers empty.')]
  return inRange(score.points, generic ?? { min: -7, max: 7 }, generic === null)
}

const refuse = (field: ScoreRefusal['field'], sentence: string): ScoreRefusal => ({ field, sentence })

function inRange(points: number | null, { min, max }: { min: number; max: number }, isWhole: boolean): readonly ScoreRefusal[] {
  if (points === null) return []
  if (isWhole && !Number.isInteger(points)) return [refuse('points', 'Enter a whole number.')]
  return points < min || points > max ? [refuse('points', `Enter ${formatScore(min)} to ${formatScore(max)}.`)] : []
}

function rolandMorris({ ticked, points, answered }: OutcomeScore): readonly ScoreRefusal[] {
  if (answered !== null) return [refuse('answered', 'A sentence left unticked counts 0: leave the number of answers empty.')]
  if (ticked === null) return inRange(points, { min: 0, max: ROLAND_MORRIS_SENTENCES }, true)
  if (points !== null) return [refuse('points', 'Tick the sentences or enter their count, not both.')]
  return new Set(ticked).size < ticked.length ? [refuse('ticked', 'A sentence is ticked twice.')] : []
}

function summed(measure: SummedMeasure, { points, answered }: OutcomeScore): readonly ScoreRefusal[] {
  const { questions, most } = SUMS[measure]
  if (answered !== null && (answered < 1 || answered > questions)) return [refuse('answered', `Enter how many of the ${questions} questions were answered.`)]
  const counted = answered ?? questions
  const found = inRange(points, { min: 0, max: most * counted }, true)
  if (found.length === 0 || answered === null) return found
  return [refuse('points', `${counted} ${counted === 1 ? 'answer makes' : 'answers make'} ${most * counted} points at most.`)]
}

/** `19 of 50 points`, `17 of 45 points, 1 not answered`: how a sum came about. Empty where the value says it all. */
export function scoreProof({ measure, points, answered }: OutcomeScore): string {
  if (points === null || !isSummed(measure)) return ''
  const { questions, most } = SUMS[measure]
  const counted = answered ?? questions
  const missing = questions - counted
  const all = `${points} of ${most * counted} points`
  if (missing === 0) return all
  if (measure === 'oswestry' || measure === 'neck-disability') return `${all}, ${missing} not answered`
  return `${missing} of ${questions} not answered: kept, not scored. Ask ${missing === 1 ? 'it' : 'them'} to score it.`
}

/** All facts of a measure, with the clinic’s own threshold where it set one. A generic measure brings its threshold itself. */
export function measureOf(named: NamesMeasure, rules?: Thresholds): MeasureFacts {
  const { measure } = named
  if (measure === 'generic') return genericFacts(named)
  const facts = MEASURES[measure]
  const own = rules?.mattersFrom[measure]
  return own === undefined || own === facts.mattersFrom ? facts : { ...facts, mattersFrom: own, source: 'Set by the clinic' }
}

function genericFacts(named: NamesMeasure): MeasureFacts {
  const { name, min, max, better, mattersFrom } = named.generic ?? { name: 'Other measure', min: 0, max: 100, better: 'lower', mattersFrom: null }
  return {
    id: measureId(named),
    key: 'generic',
    name: `${name}, ${formatScore(min)} to ${formatScore(max)}`,
    shortName: name,
    subject: name,
    min,
    max,
    better,
    unit: '',
    decimals: 0,
    mattersFrom,
    source: mattersFrom === null ? '' : 'Set by the clinic',
  }
}
