import { GOAL_IDEAS, type GoalIdea } from '../../shared/episodes/goal-library.ts'
import type { Episode, Goal } from '../../shared/episodes/schema.ts'
import { MOTIONS, motionLabel, motionOf, RomMotion } from '../../shared/notes/rom.ts'
import { formatMeasured, formatScore, isKnownMeasure, MEASURES, measureId, type NamesMeasure } from '../../shared/outcomes/measures.ts'
import { ScoredMeasure } from '../../shared/outcomes/schema.ts'
import { measureOf } from '../../shared/outcomes/score.ts'
import { usualPlan } from '../../shared/outcomes/usual-plan.ts'
import type { Choice, Found } from '../ui/select-field.tsx'
import { MEASURES as MEASURED_BY } from './episode-words.ts'

/** Motions and sides a goal can aim at. */
export const MOTION_CHOICES: readonly Choice<string>[] = MOTIONS.flatMap(({ motion, isTwoSided }) => {
  const label = motionLabel(motion)
  if (!isTwoSided) return [{ value: motion as string, label }]
  return [
    { value: `${motion}:left`, label: `${label}, left` },
    { value: `${motion}:right`, label: `${label}, right` },
  ]
})

/** Every questionnaire a goal of this episode can aim at: those that come with Myodesk, planned ones of the clinic, and the one it has. */
export function questionnaireChoices({ outcomePlan, finalMeasures }: Episode, key: string): readonly Choice<string>[] {
  const named: readonly NamesMeasure[] = [
    ...ScoredMeasure.exclude(['generic']).options.map(measure => ({ measure, generic: null })),
    ...outcomePlan.filter(({ measure }) => measure === 'generic'),
    ...(finalMeasures?.scores.filter(({ measure }) => measure === 'generic') ?? []),
  ]
  const choices = new Map(named.map(one => [measureId(one), measureOf(one).shortName]))
  if (key !== '' && !choices.has(key)) choices.set(key, key.replace(/^generic:/, ''))
  return [...choices].map(([value, label]) => ({ value, label }))
}

/** The sign after a goal’s numbers. */
export function unitOf(measure: Goal['measure'], key: string, unit: string): string {
  if (measure === 'rom') return '°'
  if (measure === 'free') return unit
  return measure === 'score' && isKnownMeasure(key) && MEASURES[key].unit === '%' ? '%' : 'points'
}

/** What helps to set a target: the scale, which way is better, the change that matters, the usual full range of a motion. */
export function targetHint(measure: Goal['measure'], key: string): string {
  const motion = RomMotion.safeParse(key.split(':')[0])
  if (measure === 'rom') return motion.success ? `Usual full range ${motionOf(motion.data).normalDegrees}°.` : ''
  if (measure === 'activity') return '0 unable, 10 as before.'
  const known = measure === 'score' ? key : measure === 'psfs' ? 'psfs' : measure === 'free' ? '' : 'pain'
  if (!isKnownMeasure(known)) return ''
  const { min, max, better, mattersFrom } = MEASURES[known]
  return `${formatScore(min)} to ${formatMeasured(MEASURES[known], max)}, ${better} is better; ${formatScore(mattersFrom)} or more is a change that matters.`
}

/** The usual goals for what was typed; the ones for this condition first. */
export async function findIdeas(typed: string, { condition, regions }: Pick<Episode, 'condition' | 'regions'>): Promise<readonly Found<GoalIdea>[]> {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const usual = new Set<string>(usualPlan(condition, regions).map(({ measure }) => measure))
  const rank = (idea: GoalIdea) => (idea.measure === 'score' && usual.has(idea.key) ? 0 : 1)
  return GOAL_IDEAS.filter(idea => words.every(word => `${idea.text} ${measuredBy(idea)}`.toLowerCase().includes(word)))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(idea => ({ key: idea.text, label: idea.text, detail: measuredBy(idea), item: idea }))
}

function measuredBy({ measure, key }: GoalIdea): string {
  if (measure === 'score' && isKnownMeasure(key)) return MEASURES[key].shortName
  return measure === 'free' ? '' : (MEASURED_BY.find(({ value }) => value === measure)?.label ?? '')
}
