import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { bandAround, goalProgress, meaningfulChange } from './change.ts'
import { changeSentence, singleSentence, type Worded } from './change-sentence.ts'
import { formatMeasured, formatScore, type KnownMeasure, MEASURES, psfsMean, psfsRemark } from './measures.ts'

const AUG_3 = localDate('2026-08-03')
const NOV_12 = localDate('2026-11-12')
const between = (key: KnownMeasure, from: number, to: number) => changeSentence(MEASURES[key], { on: AUG_3, value: from }, { on: NOV_12, value: to })

describe('a change that matters', () => {
  it.each([
    ['pain', 7, 4, 'better', 3, true],
    ['pain', 7, 5, 'better', 2, true],
    ['pain', 7, 6, 'better', 1, false],
    ['pain', 4, 7, 'worse', 3, true],
    ['pain', 4, 4, 'same', 0, false],
    ['psfs', 4.7, 7, 'better', 2.3, true],
    ['psfs', 4.7, 6.9, 'better', 2.2, false],
    ['psfs', 6, 3, 'worse', 3, true],
    ['roland-morris', 14, 9, 'better', 5, true],
    ['roland-morris', 14, 10, 'better', 4, false],
    ['oswestry', 40, 28, 'better', 12, true],
    ['neck-disability', 40, 27, 'better', 13, false],
    ['neck-disability', 40, 26, 'better', 14, true],
    ['lower-extremity', 40, 49, 'better', 9, true],
    ['upper-extremity', 40, 47, 'better', 7, false],
  ] as const)('%s from %d to %d is %s by %d', (measure, from, to, direction, points, isMeaningful) => {
    expect(meaningfulChange(MEASURES[measure], from, to)).toEqual({ direction, points, isMeaningful })
  })

  it('is not judged where no threshold is known', () => {
    expect(meaningfulChange({ better: 'higher', mattersFrom: null }, 1, 4)).toEqual({ direction: 'better', points: 3, isMeaningful: null })
  })

  it('is the same size both ways', () => {
    const score = fc.integer({ min: 0, max: 100 }).map(tenths => tenths / 10)
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [there, back] = [meaningfulChange(MEASURES.pain, a, b), meaningfulChange(MEASURES.pain, b, a)]
        expect([there.points, there.isMeaningful]).toEqual([back.points, back.isMeaningful])
        if (a !== b) expect(there.direction).not.toBe(back.direction)
      }),
    )
  })
})

describe('a change in words', () => {
  it.each([
    ['psfs', 3, 7, 'Function improved by 4.0 points since Aug 3, more than the 2.3 that matters.'],
    ['psfs', 3, 2, 'Function got worse by 1.0 point since Aug 3, less than the 2.3 that matters.'],
    ['psfs', 4, 4, 'Function is unchanged at 4.0 since Aug 3.'],
    ['pain', 7, 4, 'Pain improved by 3 points since Aug 3, more than the 2 that matters.'],
    ['pain', 7, 5, 'Pain improved by 2 points since Aug 3, just the 2 that matters.'],
    ['pain', 7, 6, 'Pain improved by 1 point since Aug 3, less than the 2 that matters.'],
    ['pain', 4, 7, 'Pain got worse by 3 points since Aug 3, more than the 2 that matters.'],
    ['pain', 4, 4, 'Pain is unchanged at 4 since Aug 3.'],
    ['oswestry', 37.8, 20, 'Back disability (Oswestry) improved by 17.8 points since Aug 3, more than the 12 that matters.'],
    ['oswestry', 38, 38, 'Back disability (Oswestry) is unchanged at 38% since Aug 3.'],
    ['lower-extremity', 40, 55, 'Leg function improved by 15 points since Aug 3, more than the 9 that matters.'],
    // A rating of change is a change already: it is judged by itself, not against the last rating.
    ['global-change', 5, 3, 'Overall change was rated +3 on Nov 12, just the 3 that matters.'],
    ['global-change', 5, 5, 'Overall change was rated +5 on Nov 12, more than the 3 that matters.'],
    ['global-change', 1, -2, 'Overall change was rated −2 on Nov 12, less than the 3 that matters.'],
    ['global-change', 1, 0, 'Overall change was rated 0 on Nov 12, no change.'],
  ] as const)('%s from %d to %d', (measure, from, to, sentence) => {
    expect(between(measure, from, to)).toBe(sentence)
  })

  it('gives degrees for motions, and no threshold where none is known', () => {
    const turn: Worded = { key: 'generic', subject: 'Left neck rotation', better: 'higher', decimals: 0, mattersFrom: null, unit: '°' }
    expect(changeSentence(turn, { on: AUG_3, value: 38 }, { on: NOV_12, value: 52 })).toBe('Left neck rotation improved by 14° since Aug 3.')
    expect(singleSentence(turn, { on: AUG_3, value: 38 })).toBe('Left neck rotation was 38° on Aug 3.')
  })
})

it('takes the mean of the activities that were scored, and says when they are fewer than the scale asks for', () => {
  expect(psfsMean([7, 6, 8])).toBe(7)
  expect(psfsMean([7, null, 6, 7])).toBe(6.7)
  expect(psfsMean([null])).toBeNull()
  expect(psfsMean([0])).toBe(0)
  expect([psfsRemark([]), psfsRemark([null]), psfsRemark([1, 2, 3])]).toEqual(['', '', ''])
  expect(psfsRemark([4, null])).toBe('One activity only; the scale asks for 3 to 5.')
  expect(psfsRemark([4, 0])).toBe('Mean of 2 activities; the scale asks for 3 to 5.')
})

it('draws the band of small changes inside the scale', () => {
  expect(bandAround(MEASURES.pain, 7)).toEqual({ from: 5, to: 9 })
  expect(bandAround(MEASURES.pain, 9)).toEqual({ from: 7, to: 10 })
  expect(bandAround(MEASURES.psfs, 1)).toEqual({ from: 0, to: 3.3 })
  expect(bandAround(MEASURES['global-change'], 0)).toEqual({ from: -3, to: 3 })
  expect(bandAround({ min: 0, max: 10, mattersFrom: null }, 5)).toBeNull()
})

it('says how far a goal is reached, in either direction', () => {
  expect(goalProgress(52, 70, 61)).toBe(0.5)
  expect(goalProgress(7, 2, 2)).toBe(1)
  expect(goalProgress(7, 2, 1)).toBe(1)
  expect(goalProgress(7, 2, 8)).toBe(0)
  expect(goalProgress(5, 5, 5)).toBeNull()
})

it('writes scores with one decimal at most, a true minus, and what belongs to the measure', () => {
  expect([formatScore(7), formatScore(6.66), formatScore(-1.5)]).toEqual(['7', '6.7', '−1.5'])
  expect([formatMeasured(MEASURES.psfs, 4), formatMeasured(MEASURES.oswestry, 37.8)]).toEqual(['4.0', '37.8%'])
  expect([3, 0, -3].map(value => formatMeasured(MEASURES['global-change'], value))).toEqual(['+3', '0', '−3'])
})
