import { expect, it } from 'vitest'
import { NoteContent } from './schema.ts'
import { findSpecialTests, SPECIAL_TESTS, specialTestOf, TEST_RESULTS } from './special-tests.ts'

const USUAL = [
  'Spurling',
  'Straight leg raise',
  'Phalen',
  'Tinel at the wrist',
  'Neer',
  'Hawkins-Kennedy',
  'Empty can',
  'FABER',
  'Thomas',
  'Ober',
  'Slump',
  'Cervical compression',
  'Cervical distraction',
  'Adson',
]

it('has the usual tests, each once, each with what it points to', () => {
  const names = SPECIAL_TESTS.map(({ name }) => name)
  for (const usual of USUAL) expect(names).toContain(usual)
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
  for (const { pointsTo } of SPECIAL_TESTS) expect(pointsTo).not.toBe('')
})

it('finds a test by its name first, then by joint and by what it points to', () => {
  expect(findSpecialTests('sl').map(({ name }) => name)[0]).toBe('Slump')
  expect(findSpecialTests('carpal').map(({ name }) => name)[0]).toBe('Carpal compression')
  expect(findSpecialTests('median wrist').map(({ name }) => name)).toEqual(['Phalen', 'Tinel at the wrist', 'Carpal compression'])
})

it('knows which have no sides; words of one’s own have two', () => {
  expect(specialTestOf('sacroiliac distraction').isTwoSided).toBe(false)
  expect(specialTestOf('My own test').isTwoSided).toBe(true)
})

it('has a sign and keys of its own for every result a note may hold', () => {
  const results = NoteContent.shape.specialTests.element.shape.left.unwrap().options
  expect(TEST_RESULTS.map(({ result }) => result)).toEqual(results)
  const keys = TEST_RESULTS.flatMap(each => each.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
