import { expect, it } from 'vitest'
import { findTechniques, TECHNIQUES } from './techniques.ts'

const names = (typed: string) => findTechniques(typed).map(({ name }) => name)

it('finds a technique by shorthand first, then by name', () => {
  expect(names('mfr')).toEqual(['Myofascial release'])
  expect(names('release')[0]).toBe('Myofascial release')
  expect(names('STR')[0]).toBe('Rehabilitative stretching')
  expect(names('sc')[0]).toBe('Scar mobilization')
  expect(names('nothing like it')).toEqual([])
  expect(names('')).toHaveLength(TECHNIQUES.length)
})

it('gives each name and shorthand to one technique', () => {
  expect(new Set(TECHNIQUES.map(({ name }) => name)).size).toBe(TECHNIQUES.length)
  expect(new Set(TECHNIQUES.map(({ shorthand }) => shorthand)).size).toBe(TECHNIQUES.length)
})
