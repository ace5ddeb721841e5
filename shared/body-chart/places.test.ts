import { describe, expect, it } from 'vitest'
import { bodyBack } from '../../node_modules/react-muscle-highlighter/dist/esm/assets/bodyBack.js'
import { bodyFront } from '../../node_modules/react-muscle-highlighter/dist/esm/assets/bodyFront.js'
import { MIDLINE } from './anchors.ts'
import { figurePartsOf } from './figure-parts.ts'
import { type Corner, distanceTo, flatPath } from './flat-path.ts'
import type { ChartPoint } from './marks.ts'
import { mainPlaceOf, PICK_SCALE, placesOf, REACH, siteAt } from './places.ts'
import { BodySite, regionsOfSite, SITES, sideOfSite, siteInWords, siteLabel } from './sites.ts'

type View = ChartPoint['view']
const VIEWS = ['front', 'back'] as const
const BOXES = { front: { x: 38, y: 96 }, back: { x: 762, y: 96 } } as const
const ASSETS = { front: bodyFront, back: bodyBack } as const

const OUTLINES = VIEWS.flatMap(view =>
  ASSETS[view].flatMap(({ slug, path }) =>
    (['common', 'left', 'right'] as const).flatMap(drawn => (path?.[drawn] ?? []).map(each => ({ view, slug, drawn, outline: flatPath(each) }))),
  ),
)

const mirrored = (site: BodySite) => BodySite.parse(site.replace(/-(left|right)$/, (_, side) => (side === 'left' ? '-right' : '-left')))

it('reads every outline of the figure within its view', () => {
  expect(OUTLINES.length).toBeGreaterThan(150)
  for (const { view, slug, outline } of OUTLINES) {
    const { x, y } = BOXES[view]
    for (const corner of outline) {
      expect(corner[0], slug).toBeGreaterThan(x)
      expect(corner[0], slug).toBeLessThan(x + 648)
      expect(corner[1], slug).toBeGreaterThan(y - 3)
      expect(corner[1], slug).toBeLessThan(y + 1270)
    }
  }
})

describe('every named site', () => {
  it('counts to at least one region, and has a label and words of its own', () => {
    for (const site of SITES) expect(regionsOfSite(site).length, site).toBeGreaterThan(0)
    expect(SITES.length).toBeGreaterThanOrEqual(60)
    expect(new Set(SITES.map(siteLabel)).size).toBe(SITES.length)
    expect(new Set(SITES.map(siteInWords)).size).toBe(SITES.length)
  })

  it('has both sides, mirrored on the midline; a middle site lies on it', () => {
    for (const site of SITES) {
      const side = sideOfSite(site)
      expect(placesOf(site).length, site).toBeGreaterThan(0)
      for (const [i, at] of placesOf(site).entries()) {
        const out = at.x - MIDLINE[at.view]
        const other = placesOf(side === 'middle' ? site : mirrored(site))[i]
        expect(other, site).toEqual({ ...at, x: MIDLINE[at.view] - out })
        const drawnOn = out === 0 ? 'middle' : out > 0 === (at.view === 'front') ? 'left' : 'right'
        expect(drawnOn, site).toBe(side)
      }
    }
  })

  it('lies on a shape of a region it counts to, or within 10 units of one', () => {
    for (const site of SITES) {
      for (const at of placesOf(site)) {
        const parts = regionsOfSite(site).flatMap(figurePartsOf)
        const own = OUTLINES.filter(({ view, slug, drawn }) => view === at.view && parts.some(p => p.view === view && p.slug === slug && p.drawn === drawn))
        expect(Math.min(...own.map(({ outline }) => distanceTo(outline, [at.x, at.y]))), `${site} ${at.view}`).toBeLessThan(10)
      }
    }
  })

  it('is found again at its own places, and lies on a different spot than any other', () => {
    for (const site of SITES) for (const at of placesOf(site)) expect(siteAt(at)).toBe(site)
  })

  it('can be hit: at the scale of the enlarged chart it owns a square of 24 px or more', () => {
    const largest = largestSquares()
    for (const site of SITES) expect((largest.get(site) ?? 0) * PICK_SCALE, site).toBeGreaterThanOrEqual(24)
  })
})

it('gives the same site to the same point, left before right on the midline', () => {
  expect(siteAt({ view: 'back', x: MIDLINE.back, y: 262 })).toBe('cervical-paraspinals-left')
  expect(siteAt({ view: 'front', x: 0, y: 0 })).toBe(siteAt({ view: 'front', x: 0, y: 0 }))
  expect(mainPlaceOf(BodySite.parse('upper-trapezius-right'))).toMatchObject({ view: 'back' })
})

const STEP = 2

function isNear(view: View): (point: Corner) => boolean {
  const shapes = OUTLINES.filter(each => each.view === view).map(({ outline }) => {
    const xs = outline.map(([x]) => x)
    const ys = outline.map(([, y]) => y)
    return { outline, left: Math.min(...xs) - REACH, right: Math.max(...xs) + REACH, top: Math.min(...ys) - REACH, foot: Math.max(...ys) + REACH }
  })
  return ([x, y]) => shapes.some(({ outline, left, right, top, foot }) => x > left && x < right && y > top && y < foot && distanceTo(outline, [x, y]) <= REACH)
}

/** The side of the largest square, in units, that each site owns on the figure or within reach of it. */
function largestSquares(): ReadonlyMap<BodySite, number> {
  const largest = new Map<BodySite, number>()
  for (const view of VIEWS) {
    const isOnFigure = isNear(view)
    let above: readonly { site: BodySite | null; side: number }[] = []
    for (let y = BOXES[view].y; y < BOXES[view].y + 1270; y += STEP) {
      const row: { site: BodySite | null; side: number }[] = []
      for (let i = 0; i < 648 / STEP; i++) {
        const x = BOXES[view].x + i * STEP
        const site = isOnFigure([x, y]) ? siteAt({ view, x, y }) : null
        const sideOf = (cell: (typeof row)[number] | undefined) => (cell?.site === site ? cell.side : 0)
        const side = site ? 1 + Math.min(sideOf(row[i - 1]), sideOf(above[i]), sideOf(above[i - 1])) : 0
        row.push({ site, side })
        if (site) largest.set(site, Math.max(largest.get(site) ?? 0, side * STEP))
      }
      above = row
    }
  }
  return largest
}
