import { describe, expect, it } from 'vitest'
import { MuscleGrade } from './schema.ts'
import { findMuscles, gradeInWords, gradeWritten, MUSCLES, muscleOf, readGrade } from './strength.ts'

it('names each muscle once, in no more than a line', () => {
  expect(new Set(MUSCLES.map(({ name }) => name.toLowerCase())).size).toBe(MUSCLES.length)
  for (const { name } of MUSCLES) expect(name.length).toBeLessThanOrEqual(80)
})

it('finds muscles by name and by joint, words in any order', () => {
  expect(findMuscles('trap').map(({ name }) => name)).toEqual(['Upper trapezius', 'Middle trapezius', 'Lower trapezius'])
  expect(findMuscles('flexors neck').map(({ name }) => name)).toEqual(['Deep neck flexors'])
  expect(findMuscles('')).toHaveLength(MUSCLES.length)
})

it('knows which have no sides; words of one’s own have two', () => {
  expect(muscleOf('deep neck flexors').isTwoSided).toBe(false)
  expect(muscleOf('Popliteus')).toEqual({ name: 'Popliteus', joint: '', isTwoSided: true })
})

describe('a grade as it is typed', () => {
  it.each([
    ['4', '4'],
    ['4-', '4-'],
    [' 4 − ', '4-'],
    ['3+', '3+'],
    ['5/5', '5'],
    ['', null],
    ['6', undefined],
    ['1+', undefined],
    ['5+', undefined],
    ['good', undefined],
  ])('%j is %j', (typed, grade) => expect(readGrade(typed)).toBe(grade))

  it('reads back every grade as it writes it', () => {
    for (const grade of MuscleGrade.options) expect(readGrade(gradeWritten(grade))).toBe(grade)
  })

  it('can be said', () => {
    expect(gradeInWords('4-')).toBe('4 minus of 5, against some resistance')
    expect(gradeInWords('5')).toBe('5 of 5, full strength')
    expect(gradeInWords('2+')).toBe('2 plus of 5, moves without gravity')
  })
})
