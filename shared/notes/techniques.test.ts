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

it('has every technique that the sources of medical massage name', () => {
  const all = TECHNIQUES.map(({ name }) => name.toLowerCase()).join('\n')
  const sources = ['neuromuscular', 'myofascial', 'lymph', 'swedish', 'deep tissue', 'trigger point', 'movement', 'passive-resistive', 'ischemic compression']
  const more = [
    'muscle energy',
    'positional',
    'cupping',
    'rehabilitative',
    'muscle testing',
    'hot stone',
    'sports',
    'reflexology',
    'shiatsu',
    'thai',
    'orthopedic',
  ]
  for (const word of [...sources, ...more]) expect(all).toContain(word)
})

it('finds the clinic’s own techniques too, once where both have the name', () => {
  const own = [
    { name: 'Warm bamboo', shorthand: 'wb', purpose: '' },
    { name: 'Cupping', shorthand: '', purpose: 'Our way' },
  ]
  expect(findTechniques('wb', own).map(({ name }) => name)).toEqual(['Warm bamboo'])
  expect(findTechniques('cup', own)).toEqual([own[1]])
  expect(findTechniques('', own)).toHaveLength(TECHNIQUES.length + 1)
})
