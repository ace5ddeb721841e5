import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import type { MeasuredVisit } from './goal-progress.ts'
import { trendsOf } from './trends.ts'

const visit = (day: string, now: number | null, scores: readonly (number | null)[]): MeasuredVisit => ({
  on: localDate(day),
  pain: { now, best: null, worst: null },
  activities: scores.map((score, index) => ({ name: `Activity ${index}`, score })),
  rom: [],
})

describe('the courses of an episode', () => {
  it('are pain and the mean of the activities, with the change that matters and the goal', () => {
    const visits = [visit('2026-10-08', 7, [3, 4, 3]), visit('2026-10-15', null, []), visit('2026-11-12', 4, [7, 6, 7])]
    expect(trendsOf(visits, [{ measure: 'pain-now', target: 2 }])).toEqual([
      {
        measure: 'pain-now',
        title: 'Pain before each visit',
        sentence: 'Pain is down 3 points, more than the 2 that matter to patients.',
        points: [
          { on: '2026-10-08', value: 7 },
          { on: '2026-11-12', value: 4 },
        ],
        goal: 2,
        band: { from: 5, to: 9 },
      },
      {
        measure: 'psfs',
        title: 'Patient’s own activities (PSFS)',
        sentence: 'Function is up 3.4 points, more than the 2.3 that matter to patients.',
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
    expect(trendsOf([visit('2026-10-08', 7, [])], []).map(trend => trend.sentence)).toEqual(['Pain was 7 on Oct 8. The next visit shows whether it changes.'])
    expect(trendsOf([], [])).toEqual([])
  })
})
