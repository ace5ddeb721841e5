import type { z } from 'zod'
import { motionLabel, motionOf, RomMotion } from '../notes/rom.ts'
import { bandAround } from '../outcomes/change.ts'
import { changeSentence, type Measurement, singleSentence, type Worded } from '../outcomes/change-sentence.ts'
import { MEASURES, type MeasureFacts, measureId, psfsRemark, type Thresholds } from '../outcomes/measures.ts'
import type { OutcomeScore } from '../outcomes/schema.ts'
import { measureOf } from '../outcomes/score.ts'
import { type MeasuredVisit, measuredFor } from './goal-progress.ts'
import type { GoalFields, Trend } from './schema.ts'

type StatedTarget = Pick<z.infer<typeof GoalFields>, 'measure' | 'key' | 'target'>
type Facts = Worded & Pick<MeasureFacts, 'min' | 'max'>
/** One measure to draw: what it is called, what a visit says of it, and which goals aim at it. */
type Drawn = { readonly id: string; readonly title: string; readonly facts: Facts; readonly measure: StatedTarget['measure']; readonly key: string }

/**
 * The courses worth drawing from the signed notes, oldest first: pain, the mean of the patient’s activities, every questionnaire that was
 * scored, and the motions that goals aim at. One that was never measured is left out. `rules` hold the clinic’s own thresholds.
 */
export function trendsOf(visits: readonly MeasuredVisit[], goals: readonly StatedTarget[], rules?: Thresholds): Trend[] {
  return drawnOf(visits, goals, rules).flatMap(drawn => trendOf(drawn, visits, goals) ?? [])
}

function trendOf({ id, title, facts, measure, key }: Drawn, visits: readonly MeasuredVisit[], goals: readonly StatedTarget[]): Trend | null {
  const points = visits.flatMap(visit => {
    const value = measuredFor({ measure, key }, visit)
    return value === null ? [] : [{ on: visit.on, value }]
  })
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const goal = goals.find(one => one.measure === measure && one.key === key && one.target !== null)?.target ?? null
  const { better, unit } = facts
  const { min, max } = rangeOf(facts, points, goal)
  const isRating = facts.key === 'global-change'
  return {
    measure: id,
    title,
    min,
    max,
    better,
    unit,
    sentence: sentenceFor(facts, points),
    remark: measure === 'psfs' ? psfsRemarkOf(visits) : '',
    points,
    goal,
    band: bandAround({ min, max, mattersFrom: facts.mattersFrom }, isRating ? 0 : first.value),
  }
}

function sentenceFor(facts: Facts, points: readonly Measurement[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  if (points.length > 1) return changeSentence(facts, first, last)
  return `${singleSentence(facts, first)}${facts.key === 'global-change' ? '' : ' The next measurement shows whether it changes.'}`
}

function drawnOf(visits: readonly MeasuredVisit[], goals: readonly StatedTarget[], rules: Thresholds | undefined): Drawn[] {
  const notes: Drawn[] = [
    { id: 'pain-now', title: 'Pain before each visit', facts: measureOf({ measure: 'pain', generic: null }, rules), measure: 'pain-now', key: '' },
    { id: 'psfs', title: MEASURES.psfs.shortName, facts: measureOf({ measure: 'psfs', generic: null }, rules), measure: 'psfs', key: '' },
  ]
  const scored = scoredIn(visits).map((score): Drawn => {
    const facts = measureOf(score, rules)
    return { id: facts.id, title: facts.shortName, facts, measure: 'score', key: facts.id }
  })
  const motions = [...new Set(goals.filter(goal => goal.measure === 'rom').map(goal => goal.key))].flatMap(key => motionDrawn(key) ?? [])
  return [...notes, ...scored, ...motions]
}

/** Each questionnaire once, as it was last answered, in the order the measures are listed; the clinic’s own ones after. */
function scoredIn(visits: readonly MeasuredVisit[]): OutcomeScore[] {
  const byId = new Map(visits.flatMap(visit => visit.scores).map(score => [measureId(score), score]))
  const order: readonly string[] = Object.keys(MEASURES)
  const rank = (score: OutcomeScore) => (score.measure === 'generic' ? order.length : order.indexOf(score.measure))
  return [...byId.values()].toSorted((a, b) => rank(a) - rank(b))
}

function motionDrawn(key: string): Drawn | null {
  const motion = RomMotion.safeParse(key.split(':')[0])
  if (!motion.success) return null
  const side = /:(left|right)$/.exec(key)?.[1]
  const label = motionLabel(motion.data)
  const subject = side ? `${side === 'left' ? 'Left' : 'Right'} ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
  const facts = {
    key: 'generic' as const,
    subject,
    min: 0,
    max: motionOf(motion.data).normalDegrees,
    better: 'higher' as const,
    unit: '°' as const,
    decimals: 0 as const,
    mattersFrom: null,
  }
  return { id: `rom:${key}`, title: subject, facts, measure: 'rom', key }
}

// A motion may go beyond the usual full range; the other scales end where they end.
function rangeOf({ min, max, unit }: Facts, points: readonly Measurement[], goal: number | null): { min: number; max: number } {
  if (unit !== '°') return { min, max }
  return { min, max: Math.max(max, ...points.map(point => point.value), goal ?? 0) }
}

/** Says when the first or the last mean rests on fewer activities than the scale asks for. */
export function psfsRemarkOf(visits: readonly MeasuredVisit[]): string {
  const scored = visits.map(visit => visit.activities.map(activity => activity.score)).filter(scores => scores.some(score => score !== null))
  return psfsRemark(scored.at(-1) ?? []) || psfsRemark(scored[0] ?? [])
}
