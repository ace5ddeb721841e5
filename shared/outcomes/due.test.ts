import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../lib/dates.ts'
import { measuresDue, type Taken, takenAt } from './due.ts'
import { planInWords } from './plan-words.ts'
import { ROLAND_MORRIS } from './roland-morris.ts'
import { PlannedMeasure } from './schema.ts'
import { ROLAND_MORRIS_SENTENCES } from './score.ts'
import { usualPlan } from './usual-plan.ts'

const planned = (given: Partial<PlannedMeasure> = {}): PlannedMeasure => ({
  measure: 'oswestry',
  generic: null,
  atStart: true,
  everyVisits: 4,
  atDischarge: true,
  ...given,
})
const weekOf = (visitNumber: number) => addDays(localDate('2026-10-02'), 7 * (visitNumber - 1))
const taken = (id: string, ...visits: number[]): Taken[] => visits.map(visitNumber => ({ id, on: weekOf(visitNumber), visitNumber }))
const why = (plan: PlannedMeasure, before: readonly Taken[], visitNumber: number, isDischarge = false) =>
  measuresDue([plan], before, { visitNumber, isDischarge }).map(due => due.why)

describe('what is due at a visit', () => {
  it.each([
    ['the start', planned(), [], 1, false, 'Oswestry is due: at the start.'],
    ['a start that was missed', planned(), [], 3, false, 'Oswestry is due: planned for the start, not taken yet.'],
    ['too early again', planned(), [1], 4, false, undefined],
    ['four visits later', planned(), [1], 5, false, 'Oswestry is due: every 4 visits, last Oct 2.'],
    ['late, and still', planned(), [1], 7, false, 'Oswestry is due: every 4 visits, last Oct 2.'],
    ['counted from when it was taken', planned(), [1, 3], 6, false, undefined],
    ['counted from when it was taken', planned(), [1, 3], 7, false, 'Oswestry is due: every 4 visits, last Oct 16.'],
    ['every visit', planned({ everyVisits: 1 }), [1], 2, false, 'Oswestry is due: every visit, last Oct 2.'],
    ['not at the start, first at visit 4', planned({ atStart: false }), [], 3, false, undefined],
    ['not at the start, first at visit 4', planned({ atStart: false }), [], 4, false, 'Oswestry is due: every 4 visits, not taken yet.'],
    ['at discharge', planned(), [1, 5], 6, true, 'Oswestry is due: at discharge, last Oct 30.'],
    ['at discharge, taken at this very visit', planned(), [1, 6], 6, true, undefined],
    ['at discharge, where the plan does not ask for it', planned({ atDischarge: false }), [1, 5], 6, true, undefined],
    ['at the start only', planned({ everyVisits: null, atDischarge: false }), [1], 20, true, undefined],
  ] as const)('%s', (_, plan, visits, visitNumber, isDischarge, expected) => {
    expect(why(plan, taken('oswestry', ...visits), visitNumber, isDischarge)).toEqual(expected === undefined ? [] : [expected])
  })

  it('asks for a rating of change only once there is something to compare with', () => {
    const change = planned({ measure: 'global-change', everyVisits: 1 })
    expect(why(change, [], 1)).toEqual([])
    expect(why(change, [], 2)).toEqual(['Global rating of change is due: every visit, not taken yet.'])
    expect(why(planned({ measure: 'global-change', everyVisits: null }), [], 3)).toEqual([])
  })

  it('tells the clinic’s own measures apart by name, and keeps the order of the plan', () => {
    const own = (name: string) => planned({ measure: 'generic', generic: { name, min: 0, max: 60, better: 'higher', mattersFrom: null } })
    const due = measuresDue([own('Grip'), own('Pinch'), planned()], taken('generic:Grip', 1), { visitNumber: 2, isDischarge: false })
    expect(due.map(({ measure, generic }) => [measure, generic?.name])).toEqual([
      ['generic', 'Pinch'],
      ['oswestry', undefined],
    ])
  })

  it('counts what was scored, pain and activities too; a sheet that cannot be scored was not taken', () => {
    const lefs = (answered: number) => ({ measure: 'lower-extremity' as const, ticked: null, points: 40, answered, generic: null })
    const visit = (visitNumber: number, answered: number) => ({
      on: weekOf(visitNumber),
      visitNumber,
      pain: { now: 3 },
      activities: [{ score: visitNumber === 1 ? 4 : null }],
      scores: [lefs(answered)],
    })
    expect(takenAt([visit(1, 20), visit(2, 18)]).map(({ id, visitNumber }) => `${id} ${visitNumber}`)).toEqual([
      'lower-extremity 1',
      'pain 1',
      'psfs 1',
      'pain 2',
    ])
  })
})

describe('the usual plan', () => {
  it.each([
    ['Low back pain with sciatica', [], 'roland-morris'],
    ['Whiplash', ['upper-back'], 'neck-disability'],
    ['Frozen shoulder, left', ['shoulder-left', 'neck'], 'upper-extremity'],
    ['Carpal tunnel', ['hand-right'], 'upper-extremity'],
    ['Plantar fasciitis', [], 'lower-extremity'],
    ['After a fall', ['knee-left'], 'lower-extremity'],
    ['After a fall', ['lower-back', 'hip-left'], 'roland-morris'],
  ] as const)('of %s is its questionnaire and a rating of change', (condition, regions, measure) => {
    const plan = usualPlan(condition, regions)
    expect(plan.map(one => [one.measure, one.atStart, one.everyVisits, one.atDischarge])).toEqual([
      [measure, true, 4, true],
      ['global-change', false, 4, true],
    ])
    for (const one of plan) expect(PlannedMeasure.safeParse(one).success).toBe(true)
  })

  it('of a condition without a questionnaire of its own is the rating of change', () => {
    expect(usualPlan('Fibromyalgia', []).map(one => one.measure)).toEqual(['global-change'])
  })
})

it('says when a measure is taken', () => {
  expect(planInWords(planned())).toBe('at the start, every 4 visits, and at discharge')
  expect(planInWords(planned({ everyVisits: 1, atDischarge: false }))).toBe('at the start and every visit')
  expect(planInWords(planned({ measure: 'global-change', everyVisits: null }))).toBe('at discharge')
})

it('has the 24 sentences of Roland and Morris, each once, each about the back', () => {
  expect(new Set(ROLAND_MORRIS).size).toBe(ROLAND_MORRIS_SENTENCES)
  for (const sentence of ROLAND_MORRIS) expect(sentence).toMatch(/\bmy back\b.*\.$/i)
})
