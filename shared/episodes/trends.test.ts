import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import type { OutcomeScore } from '../outcomes/schema.ts'
import type { MeasuredVisit } from './goal-progress.ts'
import { trendsOf } from './trends.ts'

const visit = (day: string, now: number | null, scores: readonly (number | null)[], changes: Partial<MeasuredVisit> = {}): MeasuredVisit => ({
  on: localDate(day),
  pain: { now, best: null, worst: null },
  activities: scores.map((score, index) => ({ name: `Activity ${index}`, score })),
  rom: [],
  scores: [],
  ...changes,
})
const scored = (measure: OutcomeScore['measure'], points: number, given: Partial<OutcomeScore> = {}): OutcomeScore => ({
  measure,
  ticked: null,
  points,
  answered: null,
  generic: null,
  ...given,
})
const grip = { name: 'Grip', min: 0, max: 60, better: 'higher', mattersFrom: null } as const

describe('the courses of an episode', () => {
  it('are pain and the mean of the activities, with the change that matters and the goal', () => {
    const visits = [visit('2026-10-08', 7, [3, 4, 3]), visit('2026-10-15', null, []), visit('2026-11-12', 4, [7, 6, 7])]
    expect(trendsOf(visits, [{ measure: 'pain-now', key: '', target: 2 }])).toEqual([
      {
        measure: 'pain-now',
        title: 'Pain before each visit',
        sentence: 'Pain improved by 3 points since Oct 8, more than the 2 that matters.',
        remark: '',
        min: 0,
        max: 10,
        better: 'lower',
        unit: '',
        points: [
          { on: '2026-10-08', value: 7 },
          { on: '2026-11-12', value: 4 },
        ],
        goal: 2,
        band: { from: 5, to: 9 },
      },
      {
        measure: 'psfs',
        title: 'Own activities (PSFS)',
        sentence: 'Function improved by 3.4 points since Oct 8, more than the 2.3 that matters.',
        remark: '',
        min: 0,
        max: 10,
        better: 'higher',
        unit: '',
        points: [
          { on: '2026-10-08', value: 3.3 },
          { on: '2026-11-12', value: 6.7 },
        ],
        goal: null,
        band: { from: 1, to: 5.6 },
      },
    ])
  })

  it('say of one measurement that it is only one, and nothing where none was taken', () => {
    expect(trendsOf([visit('2026-10-08', 7, [])], []).map(trend => trend.sentence)).toEqual([
      'Pain was 7 on Oct 8. The next measurement shows whether it changes.',
    ])
    expect(trendsOf([], [])).toEqual([])
  })

  it('take in every questionnaire that was scored, each on its own scale, in one order', () => {
    const visits = [
      visit('2026-10-08', null, [], { scores: [scored('generic', 20, { generic: grip }), scored('neck-disability', 21), scored('global-change', 1)] }),
      visit('2026-10-29', null, [], { scores: [scored('neck-disability', 18, { answered: 9 }), scored('lower-extremity', 30, { answered: 19 })] }),
      visit('2026-11-12', null, [], { scores: [scored('generic', 26, { generic: grip }), scored('neck-disability', 11), scored('global-change', 5)] }),
    ]
    const trends = trendsOf(visits, [
      { measure: 'score', key: 'neck-disability', target: 15 },
      { measure: 'score', key: 'generic:Grip', target: 30 },
    ])
    expect(trends.map(({ measure, sentence, goal, band, unit }) => [measure, sentence, goal, band, unit])).toEqual([
      ['global-change', 'Overall change was rated +5 on Nov 12, more than the 3 that matters.', null, { from: -3, to: 3 }, ''],
      ['neck-disability', 'Neck disability improved by 20 points since Oct 8, more than the 14 that matters.', 15, { from: 28, to: 56 }, '%'],
      ['generic:Grip', 'Grip improved by 6 points since Oct 8.', 30, null, ''],
    ])
    expect(trends[1]?.points.map(({ value }) => value)).toEqual([42, 40, 22])
    expect([trends[2]?.min, trends[2]?.max]).toEqual([0, 60])
  })

  it('are judged by the clinic’s own threshold', () => {
    const visits = [visit('2026-10-08', 7, []), visit('2026-11-12', 4, [])]
    const [pain] = trendsOf(visits, [], { mattersFrom: { pain: 4 } })
    expect([pain?.sentence, pain?.band]).toEqual(['Pain improved by 3 points since Oct 8, less than the 4 that matters.', { from: 3, to: 10 }])
  })

  it('follow the motions that goals aim at, beyond the usual range if it must be', () => {
    const turned = (left: number) => ({ rom: [{ motion: 'cervical-rotation', left, right: 60, value: null }] })
    const visits = [visit('2026-10-08', null, [], turned(38)), visit('2026-11-12', null, [], turned(84))]
    const trends = trendsOf(visits, [
      { measure: 'rom', key: 'cervical-rotation:left', target: 70 },
      { measure: 'rom', key: 'cervical-rotation:left', target: 80 },
      { measure: 'rom', key: 'knee-flexion:right', target: 120 },
    ])
    expect(trends.map(({ measure, title, sentence, goal, max, unit, band }) => [measure, title, sentence, goal, max, unit, band])).toEqual([
      ['rom:cervical-rotation:left', 'Left neck rotation', 'Left neck rotation improved by 46° since Oct 8.', 70, 84, '°', null],
    ])
  })

  it('say when a mean rests on fewer activities than the scale asks for', () => {
    const remark = (...visits: MeasuredVisit[]) => trendsOf(visits, [])[0]?.remark
    expect(remark(visit('2026-10-08', null, [3]), visit('2026-11-12', null, [3, 4, 5]))).toBe('One activity only; the scale asks for 3 to 5.')
    expect(remark(visit('2026-10-08', null, [3, 4, 5]), visit('2026-11-12', null, []))).toBe('')
  })
})
