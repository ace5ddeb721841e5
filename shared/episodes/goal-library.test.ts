import { expect, it } from 'vitest'
import { motionOf, RomMotion } from '../notes/rom.ts'
import { isKnownMeasure, MEASURES } from '../outcomes/measures.ts'
import { GOAL_IDEAS } from './goal-library.ts'
import { GoalFields } from './schema.ts'

it('offers goals an episode can take as they are', () => {
  for (const idea of GOAL_IDEAS) expect(GoalFields.safeParse({ ...idea, baseline: null, statedStatus: null }).success, idea.text).toBe(true)
  expect(new Set(GOAL_IDEAS.map(({ text }) => text)).size).toBe(GOAL_IDEAS.length)
})

it('names motions that can be measured, within their usual range', () => {
  for (const { key, target } of GOAL_IDEAS.filter(({ measure }) => measure === 'rom')) {
    const motion = RomMotion.parse(key.split(':')[0])
    expect(target, key).toBeLessThanOrEqual(motionOf(motion).normalDegrees)
  }
})

it('names questionnaires that exist, with targets on their scale and in their unit', () => {
  for (const { key, target, unit } of GOAL_IDEAS.filter(({ measure }) => measure === 'score')) {
    if (!isKnownMeasure(key)) throw new Error(`${key} is no questionnaire`)
    const { min, max, unit: own } = MEASURES[key]
    expect([target === null, (target ?? min) >= min, (target ?? max) <= max, unit === '%'], key).toEqual([false, true, true, own === '%'])
  }
})
