import { expect, it } from 'vitest'
import { GOAL_IDEAS } from './goal-library.ts'
import { goalRefusal } from './goal-rules.ts'

it.each([
  ['rom', '', null, 70, 'key', 'Choose the motion.'],
  ['activity', ' ', null, 8, 'key', 'Name the activity as the notes do.'],
  ['score', '', null, 20, 'key', 'Choose the questionnaire.'],
  ['score', 'made-up', null, 20, 'key', 'Choose the questionnaire.'],
  ['score', 'oswestry', 50, 120, 'target', 'Enter 0 to 100.'],
  ['score', 'global-change', null, -8, 'target', 'Enter −7 to 7.'],
  ['score', 'roland-morris', 25, 4, 'baseline', 'Enter 0 to 24.'],
  ['pain-now', '', 11, 2, 'baseline', 'Enter 0 to 10.'],
  ['psfs', '', null, 80, 'target', 'Enter 0 to 10.'],
  ['rom', 'knee-flexion:left', null, 300, 'target', 'Enter 0 to 200.'],
] as const)('a goal by %s “%s” from %o to %o is refused at its %s', (measure, key, baseline, target, field, sentence) => {
  expect(goalRefusal({ measure, key, baseline, target })).toEqual({ field, sentence })
})

it('lets every goal of the library and free ones stand', () => {
  for (const idea of GOAL_IDEAS) expect(goalRefusal({ ...idea, baseline: null }), idea.text).toBeNull()
  expect(goalRefusal({ measure: 'free', key: '', baseline: 500, target: -3 })).toBeNull()
  expect(goalRefusal({ measure: 'score', key: 'generic:Grip', baseline: 10, target: 300 })).toBeNull()
})
