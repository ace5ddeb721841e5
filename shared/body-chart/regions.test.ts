import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { figurePartsOf, regionAt } from './figure-parts.ts'
import { REGIONS, type Region, regionLabel, regionsInWords, regionsOutside } from './regions.ts'

describe('regions in words', () => {
  it.each<[readonly Region[], string]>([
    [[], ''],
    [['neck'], 'neck'],
    [['neck', 'upper-back'], 'neck and upper back'],
    [['neck', 'upper-back', 'shoulder-left'], 'neck, upper back, and left shoulder'],
    [['shoulder-left', 'shoulder-right'], 'both shoulders'],
    [['foot-left', 'neck', 'foot-right'], 'both ankles and feet and neck'],
    [['neck', 'neck'], 'neck'],
  ])('%j', (regions, words) => {
    expect(regionsInWords(regions)).toBe(words)
  })
  it('labels a region', () => {
    expect([regionLabel('shoulder-left'), regionLabel('upper-back')]).toEqual(['Left shoulder', 'Upper back'])
    expect(new Set(REGIONS.map(regionLabel)).size).toBe(REGIONS.length)
  })
})

it('finds treated regions that were not prescribed; naming none limits nothing', () => {
  expect(regionsOutside(['neck', 'forearm-left', 'forearm-left'], ['neck'])).toEqual(['forearm-left'])
  expect(regionsOutside(['neck'], [])).toEqual([])
})

describe('the figure', () => {
  const assets = createRequire(import.meta.url)
    .resolve('react-muscle-highlighter')
    .replace(/[^/\\]+$/, 'assets/')
  const slugsOf = (file: string) => new Set<string>(readFileSync(`${assets}${file}.js`, 'utf8').match(/(?<=slug: ?["'])[a-z-]+/g))
  const views = { front: slugsOf('bodyFront'), back: slugsOf('bodyBack') }

  it('has a shape for every region, and every shape named exists in it', () => {
    for (const region of REGIONS) {
      const parts = figurePartsOf(region)
      expect(parts.length, region).toBeGreaterThan(0)
      for (const { view, slug } of parts) expect(views[view].has(slug), `${region}: ${view} ${slug}`).toBe(true)
    }
  })

  it('draws the patient’s left on the right of the front view and on the left of the back view', () => {
    expect(figurePartsOf('shoulder-left')).toEqual([
      { view: 'front', slug: 'deltoids', drawn: 'right' },
      { view: 'back', slug: 'deltoids', drawn: 'left' },
    ])
    expect(regionAt({ view: 'front', slug: 'deltoids', drawn: 'left' })).toBe('shoulder-right')
  })

  it('gives every shape a region', () => {
    for (const view of ['front', 'back'] as const) {
      for (const slug of views[view]) {
        const drawn = (['common', 'left', 'right'] as const).filter(path =>
          REGIONS.some(region => figurePartsOf(region).some(part => part.view === view && part.slug === slug && part.drawn === path)),
        )
        expect(drawn.length, `${view} ${slug}`).toBeGreaterThan(0)
      }
    }
  })
})
