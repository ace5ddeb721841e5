import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { GoalId } from '../lib/ids.ts'
import { goalAfter, type MeasuredVisit, type StatedGoal } from './goal-progress.ts'

const visit = (now: number | null, changes: Partial<MeasuredVisit> = {}): MeasuredVisit => ({
  on: localDate('2026-10-08'),
  pain: { now, best: null, worst: null },
  activities: [],
  rom: [],
  scores: [],
  ...changes,
})
const goal = (changes: Partial<StatedGoal> = {}): StatedGoal => ({
  id: GoalId.parse('00000000-0000-4000-8000-000000000001'),
  text: 'Pain now at 2 or less',
  measure: 'pain-now',
  key: '',
  unit: 'points',
  baseline: 8,
  target: 2,
  statedStatus: null,
  ...changes,
})

describe('how a goal stands', () => {
  it.each([
    [[], null, 'not-started', null],
    [[null], null, 'not-started', null],
    [[8], 8, 'in-progress', 0],
    [[9], 9, 'in-progress', 0],
    [[8, 6], 6, 'in-progress', 1 / 3],
    [[8, 5], 5, 'partly-met', 0.5],
    [[8, 5, null], 5, 'partly-met', 0.5],
    [[8, 2], 2, 'met', 1],
    [[8, 0], 0, 'met', 1],
    [[8, 2, 5], 5, 'partly-met', 0.5],
  ] as const)('after pain %o it is at %s, %s', (pains, current, status, progress) => {
    const pain = pains.map(value => visit(value))
    expect(goalAfter(goal(), pain)).toMatchObject({ current, status, progress })
  })

  it('takes the first measurement for a baseline where none was stated', () => {
    expect(goalAfter(goal({ baseline: null }), [visit(6), visit(4)])).toMatchObject({
      baseline: null,
      start: 6,
      current: 4,
      status: 'partly-met',
      progress: 0.5,
    })
  })

  it('needs a target to be met', () => {
    expect(goalAfter(goal({ target: null }), [visit(6), visit(0)])).toMatchObject({ current: 0, status: 'in-progress', progress: null })
  })

  it('counts a goal to keep something where it is', () => {
    expect(goalAfter(goal({ baseline: 2, target: 2 }), [visit(2)]).status).toBe('met')
    expect(goalAfter(goal({ baseline: 2, target: 2 }), [visit(5)]).status).toBe('in-progress')
  })

  it('knows which way a measure gets better, also from a start past the target', () => {
    const low = goal({ baseline: null, target: 2 })
    expect(goalAfter(low, [visit(1)])).toMatchObject({ status: 'met', progress: 1 })
    expect(goalAfter(low, [visit(1), visit(5)])).toMatchObject({ status: 'in-progress', progress: 0 })
    const oswestry = (points: number) => visit(null, { scores: [{ measure: 'oswestry', ticked: null, points, answered: null, generic: null }] })
    const less = goal({ measure: 'score', key: 'oswestry', baseline: null, target: 20 })
    expect(goalAfter(less, [oswestry(20), oswestry(15)])).toMatchObject({ start: 40, current: 30, status: 'partly-met', progress: 0.5 })
    expect(goalAfter(less, [oswestry(8), oswestry(15)])).toMatchObject({ start: 16, current: 30, status: 'in-progress', progress: 0 })
    const generic = { name: 'Grip', min: 0, max: 60, better: 'higher', mattersFrom: null } as const
    const grip = (points: number) => visit(null, { scores: [{ measure: 'generic', ticked: null, points, answered: null, generic }] })
    const more = goal({ measure: 'score', key: 'generic:Grip', baseline: null, target: 30 })
    expect(goalAfter(more, [grip(35), grip(20)])).toMatchObject({ status: 'in-progress', progress: 0 })
    expect(goalAfter(more, [grip(10), grip(30)])).toMatchObject({ status: 'met', progress: 1 })
  })

  it('does not count a questionnaire that cannot be scored', () => {
    const lefs = (answered: number) => visit(null, { scores: [{ measure: 'lower-extremity', ticked: null, points: 40, answered, generic: null }] })
    expect(goalAfter(goal({ measure: 'score', key: 'lower-extremity', baseline: null, target: 60 }), [lefs(20), lefs(19)]).current).toBe(40)
    expect(goalAfter(goal({ measure: 'score', key: 'lower-extremity', baseline: null, target: 60 }), [lefs(19)]).status).toBe('not-started')
  })

  it('finds the side of a motion, an activity by its name, and the mean of activities', () => {
    const measured = visit(null, {
      activities: [
        { name: 'Sleep through', score: 7 },
        { name: 'Driving', score: 4 },
        { name: 'Lifting', score: null },
      ],
      rom: [
        { motion: 'cervical-rotation', left: 52, right: 61, value: null },
        { motion: 'cervical-flexion', left: null, right: null, value: 40 },
      ],
    })
    const current = (changes: Partial<StatedGoal>) => goalAfter(goal(changes), [measured]).current
    expect(current({ measure: 'rom', key: 'cervical-rotation:left' })).toBe(52)
    expect(current({ measure: 'rom', key: 'cervical-rotation:right' })).toBe(61)
    expect(current({ measure: 'rom', key: 'cervical-flexion' })).toBe(40)
    expect(current({ measure: 'rom', key: 'knee-flexion:left' })).toBe(null)
    expect(current({ measure: 'activity', key: ' sleep THROUGH ' })).toBe(7)
    expect(current({ measure: 'psfs' })).toBe(5.5)
  })

  it('leaves a free goal to what the therapist says', () => {
    expect(goalAfter(goal({ measure: 'free', statedStatus: 'partly-met' }), [visit(0)])).toMatchObject({ current: null, status: 'partly-met' })
    expect(goalAfter(goal({ measure: 'free' }), []).status).toBe('not-started')
  })

  it('is met exactly when the whole way is gone', () => {
    const score = fc.integer({ min: 0, max: 10 })
    fc.assert(
      fc.property(score, score, score, (baseline, target, now) => {
        fc.pre(baseline !== target)
        const { status, progress } = goalAfter(goal({ baseline, target }), [visit(now)])
        expect(status === 'met').toBe(progress === 1)
      }),
    )
  })
})
