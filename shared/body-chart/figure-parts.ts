import { partOf, REGIONS, type Region, sideOf } from './regions.ts'

/**
 * One shape of the body figure: which view, the figure’s name for it, and which of its paths.
 * `left` and `right` are as drawn: on the front view, the patient’s left is drawn on the right.
 */
export type FigurePart = { readonly view: 'front' | 'back'; readonly slug: FigureSlug; readonly drawn: 'common' | 'left' | 'right' }

/** The names react-muscle-highlighter 1.2 gives its shapes. */
export type FigureSlug =
  | 'abs'
  | 'adductors'
  | 'ankles'
  | 'biceps'
  | 'calves'
  | 'chest'
  | 'deltoids'
  | 'feet'
  | 'forearm'
  | 'gluteal'
  | 'hair'
  | 'hamstring'
  | 'hands'
  | 'head'
  | 'knees'
  | 'lower-back'
  | 'neck'
  | 'obliques'
  | 'quadriceps'
  | 'tibialis'
  | 'trapezius'
  | 'triceps'
  | 'upper-back'

type Shapes = { readonly front: readonly FigureSlug[]; readonly back: readonly FigureSlug[] }

const SHAPES: Readonly<Record<string, Shapes>> = {
  head: { front: ['head', 'hair'], back: ['head', 'hair'] },
  jaw: { front: ['head'], back: [] },
  neck: { front: ['neck', 'trapezius'], back: ['neck'] },
  'upper-back': { front: [], back: ['trapezius', 'upper-back'] },
  'mid-back': { front: [], back: ['upper-back'] },
  'lower-back': { front: [], back: ['lower-back'] },
  chest: { front: ['chest'], back: [] },
  abdomen: { front: ['abs', 'obliques'], back: [] },
  shoulder: { front: ['deltoids'], back: ['deltoids'] },
  'upper-arm': { front: ['biceps', 'triceps'], back: ['triceps'] },
  forearm: { front: ['forearm'], back: ['forearm'] },
  hand: { front: ['hands'], back: ['hands'] },
  hip: { front: [], back: ['gluteal'] },
  thigh: { front: ['quadriceps', 'adductors'], back: ['hamstring', 'adductors'] },
  knee: { front: ['knees'], back: [] },
  'lower-leg': { front: ['tibialis', 'calves'], back: ['calves'] },
  foot: { front: ['ankles', 'feet'], back: ['ankles', 'feet'] },
}

/** The paths of a view that show a side of the patient. */
function drawnPaths(region: Region, view: FigurePart['view']): readonly FigurePart['drawn'][] {
  const side = sideOf(region)
  if (side === 'middle') return ['common', 'left', 'right']
  if (view === 'back') return [side]
  return [side === 'left' ? 'right' : 'left']
}

/** Every shape to highlight for a region, on both views. A figure may lack some of them; skip those. */
export function figurePartsOf(region: Region): readonly FigurePart[] {
  const shapes = SHAPES[partOf(region)]
  if (!shapes) return []
  return (['front', 'back'] as const).flatMap(view => shapes[view].flatMap(slug => drawnPaths(region, view).map(drawn => ({ view, slug, drawn }))))
}

const isSame = (a: FigurePart, b: FigurePart) => a.view === b.view && a.slug === b.slug && a.drawn === b.drawn

/** The region a tapped shape belongs to; where several share it, the first of the list. Undefined for none. */
export function regionAt(part: FigurePart): Region | undefined {
  return REGIONS.find(region => figurePartsOf(region).some(candidate => isSame(candidate, part)))
}
