import { bodyBack } from '../../node_modules/react-muscle-highlighter/dist/esm/assets/bodyBack.js'
import { bodyFront } from '../../node_modules/react-muscle-highlighter/dist/esm/assets/bodyFront.js'
import { figurePartsOf } from '../../shared/body-chart/figure-parts.ts'
import { type Corner, distanceTo, flatPath } from '../../shared/body-chart/flat-path.ts'
import type { Region } from '../../shared/body-chart/regions.ts'

// The package (MIT) exports only its own component; its path data is taken from its files, as the screen does.
const ASSETS = { front: bodyFront, back: bodyBack } as const

/** Front or back of the body. */
export type FigureView = keyof typeof ASSETS

/** Where a view lies in the figure's own coordinates, and where it may be cut below the hands to be drawn larger. */
export const FIGURE_BOX = { left: { front: 38, back: 762 }, top: 80, width: 648, foot: 1366, cutFoot: 832 } as const

/** A part of the figure that is drawn: left edge on each view, width, and where it ends. */
export type FigureFrame = { readonly left: Readonly<Record<FigureView, number>>; readonly width: number; readonly foot: number }

/** How much of the figure is drawn: all of it, down to the thighs, head and trunk to the elbows, or head and shoulders. */
export const FIGURE_FRAMES = {
  whole: { left: FIGURE_BOX.left, width: FIGURE_BOX.width, foot: FIGURE_BOX.foot },
  thighs: { left: FIGURE_BOX.left, width: FIGURE_BOX.width, foot: FIGURE_BOX.cutFoot },
  trunk: { left: { front: 144, back: 864 }, width: 440, foot: 720 },
  shoulders: { left: { front: 176, back: 896 }, width: 376, foot: 520 },
} as const satisfies Record<string, FigureFrame>

/** How far an outline may leave the true curve, in units: a fifth of a point at the size it is printed. */
const TOLERANCE = 1.2

type Outline = { readonly slug: string | undefined; readonly drawn: string; readonly corners: readonly Corner[] }

/** Leaves out the corners one would not miss (Ramer, Douglas and Peucker). */
function simplified(corners: readonly Corner[]): readonly Corner[] {
  const first = corners[0]
  const last = corners.at(-1)
  if (corners.length < 3 || !first || !last) return corners
  let far = 0
  let most = 0
  for (const [i, corner] of corners.entries()) {
    const distance = i === 0 ? 0 : distanceTo([first, last], corner)
    if (distance > most) {
      far = i
      most = distance
    }
  }
  return most <= TOLERANCE ? [first, last] : [...simplified(corners.slice(0, far + 1)), ...simplified(corners.slice(far)).slice(1)]
}

const outlinesOf = (view: FigureView): readonly Outline[] =>
  ASSETS[view].flatMap(({ slug, path }) =>
    (['common', 'left', 'right'] as const).flatMap(drawn => (path?.[drawn] ?? []).map(each => ({ slug, drawn, corners: simplified(flatPath(each)) }))),
  )

let known: Readonly<Record<FigureView, readonly Outline[]>> | undefined
const outlines = (view: FigureView) => {
  known ??= { front: outlinesOf('front'), back: outlinesOf('back') }
  return known[view]
}

const isCorner = (value: Corner | undefined): value is Corner => value !== undefined

/** An outline in the language of a PDF page, in whole units of the figure. */
const pathOf = ([first, ...others]: readonly Corner[]): string =>
  [first]
    .filter(isCorner)
    .map(([x, y]) => `${Math.round(x)} ${Math.round(y)} m`)
    .concat(others.map(([x, y]) => `${Math.round(x)} ${Math.round(y)} l`))
    .concat('h')
    .join(' ')

/** Whole body in one path. */
export const bodyPath = (view: FigureView): string =>
  outlines(view)
    .map(({ corners }) => pathOf(corners))
    .join(' ')

/** The shapes of these regions on a view in one path; empty where it shows none of them. */
export function regionsPath(view: FigureView, regions: readonly Region[]): string {
  const parts = regions.flatMap(figurePartsOf).filter(part => part.view === view)
  return outlines(view)
    .filter(({ slug, drawn }) => parts.some(part => part.slug === slug && part.drawn === drawn))
    .map(({ corners }) => pathOf(corners))
    .join(' ')
}
