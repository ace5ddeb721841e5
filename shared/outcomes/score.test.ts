import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEASURES } from './measures.ts'
import { OutcomeScore, ScoredMeasure } from './schema.ts'
import { isSummed, measureOf, SUMS, scoreProof, scoreRefusals, scoreValue } from './score.ts'

const grip = { name: 'Grip strength', min: 0, max: 60, better: 'higher', mattersFrom: 5 } as const
const score = (measure: ScoredMeasure, given: Partial<OutcomeScore> = {}): OutcomeScore => ({
  measure,
  ticked: null,
  points: null,
  answered: null,
  generic: measure === 'generic' ? grip : null,
  ...given,
})

describe('the value of a questionnaire', () => {
  it.each([
    // Oswestry: points / (5 × answered) × 100
    [score('oswestry', { points: 0 }), 0],
    [score('oswestry', { points: 19 }), 38],
    [score('oswestry', { points: 50 }), 100],
    [score('oswestry', { points: 19, answered: 10 }), 38],
    [score('oswestry', { points: 17, answered: 9 }), 37.8],
    [score('oswestry', { points: 45, answered: 9 }), 100],
    [score('oswestry', { points: 3, answered: 1 }), 60],
    // Neck disability: points / 50 × 100, or / (5 × answered) with missing answers
    [score('neck-disability', { points: 22 }), 44],
    [score('neck-disability', { points: 22, answered: 8 }), 55],
    // Roland-Morris: sentences ticked; unticked counts 0
    [score('roland-morris', { ticked: [] }), 0],
    [score('roland-morris', { ticked: [1, 9, 24] }), 3],
    [score('roland-morris', { points: 14 }), 14],
    [score('roland-morris', { points: 0 }), 0],
    // LEFS and UEFI: the sum of all 20; no rule for missing answers, so none is invented
    [score('lower-extremity', { points: 80 }), 80],
    [score('lower-extremity', { points: 41, answered: 20 }), 41],
    [score('lower-extremity', { points: 41, answered: 19 }), null],
    [score('upper-extremity', { points: 0 }), 0],
    [score('upper-extremity', { points: 52 }), 52],
    [score('global-change', { points: -7 }), -7],
    [score('global-change', { points: 5 }), 5],
    [score('generic', { points: 31.5 }), 31.5],
    // not taken yet
    [score('oswestry'), null],
    [score('oswestry', { answered: 9 }), null],
    [score('roland-morris'), null],
    [score('global-change'), null],
  ])('%o is %o', (given, value) => {
    expect(scoreRefusals(given)).toEqual([])
    expect(scoreValue(given)).toBe(value)
  })

  it.each([
    [score('oswestry', { points: 51 }), 'Enter 0 to 50.'],
    [score('oswestry', { points: -1 }), 'Enter 0 to 50.'],
    [score('oswestry', { points: 46, answered: 9 }), '9 answers make 45 points at most.'],
    [score('neck-disability', { points: 6, answered: 1 }), '1 answer makes 5 points at most.'],
    [score('neck-disability', { points: 1.5 }), 'Enter a whole number.'],
    [score('oswestry', { points: 0, answered: 0 }), 'Enter how many of the 10 questions were answered.'],
    [score('oswestry', { points: 1, answered: 11 }), 'Enter how many of the 10 questions were answered.'],
    [score('lower-extremity', { points: 81 }), 'Enter 0 to 80.'],
    [score('upper-extremity', { points: 77, answered: 19 }), '19 answers make 76 points at most.'],
    [score('global-change', { points: 8 }), 'Enter −7 to 7.'],
    [score('global-change', { points: 2.5 }), 'Enter a whole number.'],
    [score('global-change', { points: 2, answered: 1 }), 'This measure is one number: leave the number of answers empty.'],
    [score('roland-morris', { points: 25 }), 'Enter 0 to 24.'],
    [score('roland-morris', { points: 3, ticked: [1, 2, 3] }), 'Tick the sentences or enter their count, not both.'],
    [score('roland-morris', { ticked: [2, 2] }), 'A sentence is ticked twice.'],
    [score('roland-morris', { ticked: [1], answered: 24 }), 'A sentence left unticked counts 0: leave the number of answers empty.'],
    [score('oswestry', { ticked: [1] }), 'Only Roland-Morris has sentences to tick.'],
    [score('generic', { points: 61 }), 'Enter 0 to 60.'],
    [score('generic', { points: 5, generic: null }), 'Name the measure and its range.'],
    [score('oswestry', { generic: grip }), 'This measure has a name of its own.'],
  ])('%o is refused in words', (given, sentence) => {
    expect(scoreValue(given)).toBeNull()
    const refusal = OutcomeScore.safeParse(given)
    expect(refusal.error?.issues.map(issue => issue.message)).toEqual([sentence])
  })

  it('says how a sum came about', () => {
    expect(scoreProof(score('oswestry', { points: 19 }))).toBe('19 of 50 points')
    expect(scoreProof(score('oswestry', { points: 17, answered: 9 }))).toBe('17 of 45 points, 1 not answered')
    expect(scoreProof(score('lower-extremity', { points: 40, answered: 18 }))).toBe('2 of 20 not answered: kept, not scored. Ask them to score it.')
    expect(scoreProof(score('roland-morris', { points: 4 }))).toBe('')
  })
})

const summed = fc.constantFrom('oswestry' as const, 'neck-disability' as const, 'lower-extremity' as const, 'upper-extremity' as const)
const answeredScore = summed.chain(measure => {
  const { questions, most } = SUMS[measure]
  return fc
    .integer({ min: 1, max: questions })
    .chain(answered => fc.integer({ min: 0, max: answered * most }).map(points => score(measure, { points, answered })))
})

describe('whatever was answered', () => {
  it('the value lies within the range of the measure, also with missing answers', () => {
    fc.assert(
      fc.property(answeredScore, given => {
        const value = scoreValue(given)
        const { min, max } = measureOf(given)
        if (value !== null) expect(value >= min && value <= max).toBe(true)
        else expect(given.measure.endsWith('extremity')).toBe(true)
      }),
    )
  })

  it('more points never make a lower value', () => {
    fc.assert(
      fc.property(answeredScore, given => {
        fc.pre((given.points ?? 0) > 0)
        const [less, more] = [scoreValue({ ...given, points: (given.points ?? 0) - 1 }), scoreValue(given)]
        if (less !== null && more !== null) expect(more).toBeGreaterThan(less)
      }),
    )
  })

  it('one more sentence ticked is one more point, and nothing out of range is ever scored', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 24 })), ticked => {
        expect(scoreValue(score('roland-morris', { ticked }))).toBe(ticked.length)
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...ScoredMeasure.options), fc.double({ min: -200, max: 200, noNaN: true }), (measure, points) => {
        const given = score(measure, { points })
        const value = scoreValue(given)
        if (value !== null) expect(value >= measureOf(given).min && value <= measureOf(given).max).toBe(true)
      }),
    )
  })
})

describe('the facts of a measure', () => {
  it('have a threshold inside the scale, with its source', () => {
    for (const { key, min, max, mattersFrom, source } of Object.values(MEASURES)) {
      expect(mattersFrom, key).toBeGreaterThan(0)
      expect(mattersFrom).toBeLessThan(max - min)
      expect(source).not.toBe('')
    }
    for (const { questions, most } of Object.values(SUMS)) expect([50, 80]).toContain(questions * most)
    expect(isSummed('roland-morris')).toBe(false)
  })

  it('take the clinic’s own threshold, and a generic measure’s own', () => {
    const rules = { mattersFrom: { oswestry: 10, generic: 1 } }
    expect(measureOf(score('oswestry'), rules)).toMatchObject({ mattersFrom: 10, source: 'Set by the clinic' })
    expect(measureOf(score('neck-disability'), rules)).toBe(MEASURES['neck-disability'])
    expect(measureOf(score('generic'), rules)).toMatchObject({ id: 'generic:Grip strength', name: 'Grip strength, 0 to 60', mattersFrom: 5, better: 'higher' })
  })
})
