import { bodyBack } from '../../node_modules/react-muscle-highlighter/dist/esm/assets/bodyBack.js'
import { bodyFront } from '../../node_modules/react-muscle-highlighter/dist/esm/assets/bodyFront.js'
import { type FigurePart, figurePartsOf, regionAt } from '../../shared/body-chart/figure-parts.ts'
import { type Corner, distanceTo, flatPath } from '../../shared/body-chart/flat-path.ts'
import { placesOf } from '../../shared/body-chart/places.ts'
import { REGIONS, type Region } from '../../shared/body-chart/regions.ts'
import type { BodySite } from '../../shared/body-chart/sites.ts'

// The package (MIT) exports only its own component, which cannot tell left from right; its path data is taken from its files instead.
const ASSETS = { front: bodyFront, back: bodyBack } as const

/** Front or back of the body. */
export type View = FigurePart['view']

/** One outline of the figure as SVG path data, with every region it belongs to. */
type Shape = { readonly path: string; readonly regions: readonly Region[] }

/** What one taps as one region, with its shapes. */
export type Tappable = { readonly region: Region; readonly shapes: readonly Shape[] }

const isSame = (a: FigurePart, b: FigurePart) => a.view === b.view && a.slug === b.slug && a.drawn === b.drawn
const regionsOf = (part: FigurePart) => REGIONS.filter(region => figurePartsOf(region).some(other => isSame(other, part)))
const shapesOf = (part: FigurePart): readonly Shape[] => {
  const regions = regionsOf(part)
  return (ASSETS[part.view].find(({ slug }) => slug === part.slug)?.path?.[part.drawn] ?? []).map(path => ({ path, regions }))
}

/** Where a view lies in the figure’s own coordinates: x, y, width, height. */
export const VIEW_BOXES = { front: '38 96 648 1270', back: '762 96 648 1270' } as const satisfies Record<View, string>

/** The regions one can tap on a view, from head to foot. */
function tappablesOn(view: View): readonly Tappable[] {
  return REGIONS.flatMap(region => {
    const own = figurePartsOf(region).filter(part => part.view === view && regionAt(part) === region)
    const shapes = own.flatMap(shapesOf)
    return shapes.length > 0 ? [{ region, shapes }] : []
  })
}

/** Both views, ready to draw. */
export const FIGURE: Readonly<Record<View, readonly Tappable[]>> = { front: tappablesOn('front'), back: tappablesOn('back') }

const corners = new Map<string, readonly Corner[]>()
function outlineOf(path: string): readonly Corner[] {
  const known = corners.get(path) ?? flatPath(path)
  corners.set(path, known)
  return known
}

/** The outlines a site lies on, one for each of its places: the nearest one there. */
export function pathsOfSite(site: BodySite): readonly string[] {
  return placesOf(site).flatMap(({ view, x, y }) => {
    const near = FIGURE[view].flatMap(({ shapes }) => shapes).map(({ path }) => ({ path, distance: distanceTo(outlineOf(path), [x, y]) }))
    const [first, ...others] = near
    return first ? [others.reduce((best, each) => (each.distance < best.distance ? each : best), first).path] : []
  })
}
