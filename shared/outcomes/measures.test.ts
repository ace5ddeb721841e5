import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandAround, changeSentence, formatScore, goalProgress, MEASURES, meaningfulChange, psfsMean } from './measures.ts'

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
    ['oswestry', 40, 28, 'better', 12, true],
    ['neck-disability', 40, 27, 'better', 13, false],
  ] as const)('%s from %d to %d is %s by %d', (measure, from, to, direction, points, isMeaningful) => {
    expect(meaningfulChange(measure, from, to)).toEqual({ direction, points, isMeaningful })
  })

  it.each([
    ['pain', 7, 4, 'Pain is down 3 points, more than the 2 that matter to patients.'],
    ['pain', 7, 5, 'Pain is down 2 points, just the 2 that matter to patients.'],
    ['pain', 7, 6, 'Pain is down 1 point, less than the 2 that matter to patients.'],
    ['pain', 4, 7, 'Pain is up 3 points, more than the 2 that matter to patients.'],
    ['pain', 4, 4, 'Pain is unchanged at 4.'],
    ['psfs', 4.3, 7, 'Function is up 2.7 points, more than the 2.3 that matter to patients.'],
  ] as const)('%s from %d to %d in words', (measure, from, to, sentence) => {
    expect(changeSentence(measure, from, to)).toBe(sentence)
  })

  it('is the same size both ways', () => {
    const score = fc.integer({ min: 0, max: 100 }).map(tenths => tenths / 10)
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [there, back] = [meaningfulChange('pain', a, b), meaningfulChange('pain', b, a)]
        expect([there.points, there.isMeaningful]).toEqual([back.points, back.isMeaningful])
        if (a !== b) expect(there.direction).not.toBe(back.direction)
      }),
    )
  })
})

it('takes the mean of the activities that were scored', () => {
  expect(psfsMean([7, 6, 8])).toBe(7)
  expect(psfsMean([7, null, 6, 7])).toBe(6.7)
  expect(psfsMean([null])).toBeNull()
  expect(psfsMean([0])).toBe(0)
})

it('draws the band of small changes inside the scale', () => {
  expect(bandAround('pain', 7)).toEqual({ from: 5, to: 9 })
  expect(bandAround('pain', 9)).toEqual({ from: 7, to: 10 })
  expect(bandAround('psfs', 1)).toEqual({ from: 0, to: 3.3 })
})

it('says how far a goal is reached, in either direction', () => {
  expect(goalProgress(52, 70, 61)).toBe(0.5)
  expect(goalProgress(7, 2, 2)).toBe(1)
  expect(goalProgress(7, 2, 1)).toBe(1)
  expect(goalProgress(7, 2, 8)).toBe(0)
  expect(goalProgress(5, 5, 5)).toBeNull()
})

it('writes scores with one decimal at most and a true minus', () => {
  expect([formatScore(7), formatScore(6.66), formatScore(-1.5)]).toEqual(['7', '6.7', '−1.5'])
})

it('has a threshold inside every scale, with its source', () => {
  for (const { min, max, mattersFrom, source } of Object.values(MEASURES)) {
    expect(mattersFrom).toBeGreaterThan(0)
    expect(mattersFrom).toBeLessThan(max - min)
    expect(source).not.toBe('')
  }
})
