import { type PointerEvent, useRef, useState } from 'react'
import type { MarkEdit } from '../../../shared/body-chart/mark-edits.ts'
import type { ChartPoint, Mark, MarkKind } from '../../../shared/body-chart/marks.ts'
import { siteAt } from '../../../shared/body-chart/places.ts'
import { Region } from '../../../shared/body-chart/regions.ts'
import { regionsOfSite } from '../../../shared/body-chart/sites.ts'
import { type Drawn, nearestMark, pointAt } from './chart-space.ts'
import { glyphReach, type PlacedMark } from './marks-layer.tsx'

/** What a pointer is doing: moving a mark, drawing where it refers to, or about to mark a point. */
type Gesture = { readonly kind: 'move' | 'refer' | 'mark'; readonly mark: Mark | null; readonly from: Drawn; readonly to: Drawn; readonly hasMoved: boolean }

/** What the pointer needs to know of the chart, and what it may do. */
export type PointerChart = {
  readonly placed: readonly PlacedMark[]
  readonly scale: number
  readonly tool: MarkKind
  readonly selected: string | undefined
  readonly edit: (edit: MarkEdit) => void
  readonly onSelect: (id: string | undefined) => void
  readonly onToggleRegion: ((region: Region) => void) | undefined
}

/** A new mark of a kind at a point, without a grade yet. */
export const newMark = (kind: MarkKind, at: ChartPoint): Mark => ({
  id: crypto.randomUUID(),
  kind,
  site: siteAt(at),
  at,
  grade: null,
  quality: '',
  refersTo: null,
  remark: '',
})

/** The handle at a mark from which its referral is drawn, in units of the drawing. */
export const handleAt = ({ x, y }: Drawn, scale: number): Drawn => ({ x: x + glyphReach(scale) * 1.75, y: y - glyphReach(scale) * 1.3 })

/** Whether a kind can refer elsewhere. */
export const canRefer = (kind: MarkKind): boolean => kind === 'pain' || kind === 'trigger-point' || kind === 'numbness'

const regionUnder = (target: EventTarget) =>
  Region.safeParse(target instanceof Element ? target.closest('[data-region]')?.getAttribute('data-region') : '').data

/** Click marks, drag moves, dragging with Alt or from the handle draws the referral. Handlers for the drawing, and what is being done right now. */
export function useChartPointer(chart: PointerChart) {
  const [gesture, setGesture] = useState<Gesture | null>(null)
  const [hovered, setHovered] = useState<{ at: ChartPoint; mark: Mark | undefined } | null>(null)
  const isOnBody = useRef(false)
  const placeOf = (event: PointerEvent<SVGSVGElement>): Drawn => {
    const matrix = event.currentTarget.getScreenCTM()
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix?.inverse())
    return { x, y }
  }
  const markAt = (place: Drawn) => nearestMark(chart.placed, place, glyphReach(chart.scale) * 1.15)?.mark
  const handleMark = (place: Drawn) => {
    const own = chart.placed.find(({ mark }) => mark.id === chart.selected)
    if (!own || !canRefer(own.mark.kind)) return undefined
    const handle = handleAt(own.at, chart.scale)
    const away = Math.hypot(handle.x - place.x, handle.y - place.y)
    const isNearerMark = nearestMark(chart.placed, place, away) !== undefined
    return away <= glyphReach(chart.scale) * 0.8 && !isNearerMark ? own.mark : undefined
  }

  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    const place = placeOf(event)
    const fromHandle = handleMark(place)
    const mark = fromHandle ?? markAt(place)
    isOnBody.current = event.target !== event.currentTarget
    if (!mark && !isOnBody.current) return chart.onSelect(undefined)
    event.currentTarget.setPointerCapture(event.pointerId)
    const isReferral = mark && canRefer(mark.kind) && (fromHandle || event.altKey)
    if (mark) chart.onSelect(mark.id)
    setGesture({ kind: mark ? (isReferral ? 'refer' : 'move') : 'mark', mark: mark ?? null, from: place, to: place, hasMoved: false })
  }
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const place = placeOf(event)
    if (!gesture) return setHovered(event.target === event.currentTarget ? null : { at: pointAt(place), mark: markAt(place) })
    const hasMoved = gesture.hasMoved || Math.hypot(place.x - gesture.from.x, place.y - gesture.from.y) > chart.scale * 3
    setGesture({ ...gesture, to: place, hasMoved })
  }
  const onPointerUp = (event: PointerEvent<SVGSVGElement>) => {
    if (!gesture) return
    setGesture(null)
    const at = pointAt(gesture.to)
    const { mark } = gesture
    if (mark && gesture.hasMoved) {
      const changed = gesture.kind === 'move' ? { ...mark, at, site: siteAt(at) } : { ...mark, refersTo: { site: siteAt(at), at } }
      return chart.edit({ kind: 'replace', mark: changed })
    }
    if (mark || gesture.hasMoved) return
    if (chart.tool === 'treated') return chart.onToggleRegion?.(regionUnder(event.target) ?? mainRegion(at))
    const added = newMark(chart.tool, at)
    chart.edit({ kind: 'add', mark: added })
    chart.onSelect(added.id)
  }
  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setGesture(null), onPointerLeave: () => setHovered(null) }
  return { gesture, hovered, handlers }
}

function mainRegion(at: ChartPoint): Region {
  return regionsOfSite(siteAt(at))[0] ?? 'head'
}
