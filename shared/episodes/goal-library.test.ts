import { expect, it } from 'vitest'
import { RomMotion } from '../notes/rom.ts'
import { GOAL_IDEAS } from './goal-library.ts'
import { GoalFields } from './schema.ts'

it('offers goals an episode can take as they are', () => {
  for (const idea of GOAL_IDEAS) expect(GoalFields.safeParse({ ...idea, baseline: null, statedStatus: null }).success, idea.text).toBe(true)
  expect(new Set(GOAL_IDEAS.map(({ text }) => text)).size).toBe(GOAL_IDEAS.length)
})

it('names motions that can be measured', () => {
  for (const { key } of GOAL_IDEAS.filter(({ measure }) => measure === 'rom')) expect(RomMotion.safeParse(key.split(':')[0]).success, key).toBe(true)
})
