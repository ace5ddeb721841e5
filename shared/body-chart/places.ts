import { ANCHORS, type Anchor, MIDLINE } from './anchors.ts'
import type { ChartPoint } from './marks.ts'
import { type BodySite, namedSite, SITES, sideOfSite } from './sites.ts'

// The front view looks at the patient: the patient’s left is drawn on the right.
function pointOf({ view, out, y }: Anchor, site: BodySite): ChartPoint {
  const side = sideOfSite(site)
  const isDrawnRight = view === 'front' ? side === 'left' : side === 'right'
  return { view, x: side === 'middle' ? MIDLINE[view] : MIDLINE[view] + (isDrawnRight ? out : -out), y }
}

const PLACES: ReadonlyMap<BodySite, readonly ChartPoint[]> = new Map(
  SITES.map(site => [site, (ANCHORS[namedSite(site).key] ?? []).map(anchor => pointOf(anchor, site))]),
)

/** Where a site lies on the figure: its main place first, then where it can be seen from the other side. At least one for every site. */
export const placesOf = (site: BodySite): readonly ChartPoint[] => PLACES.get(site) ?? []

/** Where a mark goes that was added by a site’s name. Throws on a site without a place; there is none. */
export function mainPlaceOf(site: BodySite): ChartPoint {
  const [main] = placesOf(site)
  if (!main) throw new RangeError(`No place on the figure: ${site}`)
  return main
}

type Spot = { readonly site: BodySite; readonly at: ChartPoint }
const SPOTS: readonly Spot[] = SITES.flatMap(site => placesOf(site).map(at => ({ site, at })))

const squaredDistance = (a: ChartPoint, b: ChartPoint) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2

/**
 * The site a point belongs to: the one whose place on the same view is nearest; of two equally near, the one first from head to foot, left before right.
 * Anatomy lies in layers and a figure is flat, so what was meant may be a neighbour: the list under the chart corrects it.
 */
export function siteAt(point: ChartPoint): BodySite {
  const [first, ...others] = SPOTS.filter(({ at }) => at.view === point.view)
  if (!first) throw new RangeError(`No sites on the ${point.view}`)
  return others.reduce((best, spot) => (squaredDistance(spot.at, point) < squaredDistance(best.at, point) ? spot : best), first).site
}

/**
 * Pixels per unit of the figure from which one can pick single sites: every site then owns at least 24 × 24 px on or close beside the figure (WCAG 2.5.8).
 * The enlarged chart is drawn at least this large. The small chart beside the note is not: there a tap lands on the nearest site, and the list corrects it.
 */
export const PICK_SCALE = 0.8

/** How far beside the figure, in its units, a tap still belongs to it. */
export const REACH = 24
