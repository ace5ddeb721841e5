import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, inverseOf, type MarkEdit, MOST_MARKS } from './mark-edits.ts'
import type { Mark } from './marks.ts'
import { mainPlaceOf } from './places.ts'
import { type Direction, SPOTS_ON, stepFrom } from './site-steps.ts'
import { BodySite, SITES } from './sites.ts'

const aMark = (id: string, grade: number | null = null): Mark => ({
  id,
  kind: 'pain',
  site: BodySite.parse('sacrum'),
  at: mainPlaceOf(BodySite.parse('sacrum')),
  grade,
  quality: '',
  refersTo: null,
  remark: '',
})

describe('changes of the chart', () => {
  const anEdit = fc.oneof(
    fc.record({ kind: fc.constant<'add'>('add'), mark: fc.uuid().map(id => aMark(id)) }),
    fc.record({ kind: fc.constant<'remove'>('remove'), id: fc.constantFrom('a', 'b', 'c', 'gone') }),
    fc.record({ kind: fc.constant<'replace'>('replace'), mark: fc.constantFrom('a', 'b', 'gone').map(id => aMark(id, 7)) }),
  )
  it('are all taken back, latest first, to where one began', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), edits => {
        const start = ['a', 'b', 'c'].map(id => aMark(id))
        const undo: MarkEdit[] = []
        const changed = edits.reduce((marks, edit) => {
          const back = inverseOf(marks, edit)
          if (back) undo.push(back)
          return edited(marks, edit)
        }, start)
        expect(undo.reverse().reduce(edited, changed)).toEqual(start)
      }),
    )
  })

  it('leaves a full chart as it is, and a mark that another hand removed', () => {
    const full = Array.from({ length: MOST_MARKS }, (_, i) => aMark(String(i)))
    expect(edited(full, { kind: 'add', mark: aMark('more') })).toHaveLength(MOST_MARKS)
    expect(inverseOf(full, { kind: 'add', mark: aMark('more') })).toBeNull()
    expect(edited([], { kind: 'replace', mark: aMark('a') })).toEqual([])
  })
})

describe('stepping over the figure by arrow keys', () => {
  const DIRECTIONS = ['up', 'down', 'left', 'right'] as const satisfies readonly Direction[]

  it('goes the way the arrow points, and stops at the edge', () => {
    const from = mainPlaceOf(BodySite.parse('lumbosacral-junction'))
    expect(stepFrom(from, 'up')?.at.y).toBeLessThan(from.y)
    expect(stepFrom(from, 'left')?.site.endsWith('-left')).toBe(true)
    expect(stepFrom(from, 'right')?.site.endsWith('-right')).toBe(true)
    expect(stepFrom(mainPlaceOf(BodySite.parse('top-of-head')), 'up')).toBeUndefined()
  })

  it('reaches every site that a view shows from its first', () => {
    for (const view of ['front', 'back'] as const) {
      const spots = SPOTS_ON[view]
      const reached = new Set<BodySite>()
      const waiting = spots.slice(0, 1)
      for (let spot = waiting.pop(); spot; spot = waiting.pop()) {
        if (reached.has(spot.site)) continue
        reached.add(spot.site)
        for (const direction of DIRECTIONS) {
          const next = stepFrom(spot.at, direction)
          if (next) waiting.push(next)
        }
      }
      expect(spots.filter(({ site }) => !reached.has(site)).map(({ site }) => site)).toEqual([])
    }
    expect(new Set([...SPOTS_ON.front, ...SPOTS_ON.back].map(({ site }) => site)).size).toBe(SITES.length)
  })
})
