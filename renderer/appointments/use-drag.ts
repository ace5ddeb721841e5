import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { CalendarVisit } from '../../shared/schedule/schema.ts'
import { type Scale, slotAt } from './calendar-layout.ts'
import { edgeSpeed, swallowClick } from './drag-pointer.ts'
import type { Drag, DragStore } from './drag-store.ts'

/** Where dragging takes place, and what happens at its ends. */
export type DragOptions = {
  readonly store: DragStore
  readonly grid: RefObject<HTMLElement | null>
  readonly scroller: RefObject<HTMLElement | null>
  readonly shown: Scale & { readonly columns: number }
  /** A place was reached that was not pointed at before. */
  readonly onPlace: (drag: Drag) => void
  readonly onDrop: (drag: Drag) => void
}

/** Begins a drag from a press. A press without movement stays a click; on free time it books an hour. */
export type StartDrag = (event: ReactPointerEvent, kind: Drag['kind'], visit: CalendarVisit | null) => void

const STARTS_AFTER_PX = 4
const USUAL_MINUTES = 60
const MOST_MINUTES = 480

type Press = {
  readonly x: number
  readonly y: number
  readonly grip: number
  readonly minute: number
  readonly kind: Drag['kind']
  readonly visit: CalendarVisit | null
}

/** The drag after the pointer came to a point of the grid. */
function dragAt(press: Press, point: { readonly x: number; readonly y: number }, options: DragOptions): Drag | null {
  const box = options.grid.current?.getBoundingClientRect()
  if (!box) return null
  const { shown } = options
  const { step } = shown
  const base = {
    kind: press.kind,
    visit: press.visit,
    byKeys: false,
    phase: 'dragging' as const,
    warnings: options.store.get()?.warnings ?? [],
    isKnown: false,
    isLow: point.y > window.innerHeight - 190,
  }
  if (press.kind === 'move') return { ...base, ...slotAt({ x: point.x, y: point.y - press.grip }, box, shown), minutes: press.visit?.minutes ?? USUAL_MINUTES }
  const column = options.store.get()?.column ?? slotAt({ x: press.x, y: press.y }, box, shown).column
  const end = Math.round((shown.from + (point.y - press.grip - box.top) / shown.px) / step) * step
  if (press.kind === 'resize') return { ...base, column, minute: press.minute, minutes: Math.min(MOST_MINUTES, Math.max(step, end - press.minute)) }
  const [from, to] = end > press.minute ? [press.minute, end] : [end, press.minute + step]
  return { ...base, column, minute: Math.max(shown.from, from), minutes: Math.min(MOST_MINUTES, Math.max(step, to - from)) }
}

const isSame = (a: Drag | null, b: Drag) => a !== null && a.column === b.column && a.minute === b.minute && a.minutes === b.minutes

/** Dragging in the calendar with mouse or pen: snaps to the desk’s steps, scrolls at the edges, Escape gives up. */
export function useDrag(options: DragOptions): StartDrag {
  const latest = useRef(options)
  const giveUp = useRef<(() => void) | null>(null)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => () => giveUp.current?.(), [])
  return useCallback((event, kind, visit) => {
    if (event.button !== 0) return
    event.stopPropagation()
    giveUp.current?.()
    latest.current.store.set(null)
    giveUp.current = follow(latest, pressOf(event, latest.current, { kind, visit }))
  }, [])
}

function pressOf(event: ReactPointerEvent, { grid, shown }: DragOptions, what: Pick<Press, 'kind' | 'visit'>): Press {
  const box = grid.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1 }
  const own = event.currentTarget.getBoundingClientRect()
  const pressed = Math.floor((shown.from + (event.clientY - box.top) / shown.px) / shown.step) * shown.step
  const start = what.visit ? Number(what.visit.startsAt.slice(11, 13)) * 60 + Number(what.visit.startsAt.slice(14)) : pressed
  const grip = what.kind === 'move' ? event.clientY - own.top : what.kind === 'resize' ? event.clientY - own.bottom : 0
  return { x: event.clientX, y: event.clientY, grip, minute: start, ...what }
}

/** Follows one press until it is let go, given up or lost. Returns the way to give up. */
function follow(latest: RefObject<DragOptions>, press: Press): () => void {
  let point = { x: press.x, y: press.y }
  let frame = 0
  let hasMoved = false
  const place = () => {
    const { store, onPlace } = latest.current
    const drag = dragAt(press, point, latest.current)
    if (!drag || isSame(store.get(), drag)) return
    store.set(drag)
    onPlace(drag)
  }
  const tick = () => {
    frame = 0
    const { scroller } = latest.current
    const speed = scroller.current ? edgeSpeed(point, scroller.current.getBoundingClientRect()) : { x: 0, y: 0 }
    if (speed.x !== 0 || speed.y !== 0) {
      scroller.current?.scrollBy(speed.x, speed.y)
      frame = requestAnimationFrame(tick)
    }
    place()
  }
  const move = (event: PointerEvent) => {
    point = { x: event.clientX, y: event.clientY }
    hasMoved ||= Math.hypot(point.x - press.x, point.y - press.y) > STARTS_AFTER_PX
    if (hasMoved && frame === 0) frame = requestAnimationFrame(tick)
  }
  const stop = () => {
    if (frame !== 0) cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', key, { capture: true })
  }
  const cancel = () => {
    stop()
    latest.current.store.set(null)
  }
  const up = () => {
    if (hasMoved) place()
    stop()
    const { store, onDrop } = latest.current
    const drag = store.get()
    if (hasMoved && drag) {
      swallowClick()
      onDrop(drag)
    } else if (press.kind === 'create') {
      const drag = dragAt(press, point, latest.current)
      if (drag) onDrop({ ...drag, minute: press.minute, minutes: USUAL_MINUTES })
    }
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !hasMoved) return
    event.preventDefault()
    event.stopPropagation()
    cancel()
    window.addEventListener('pointerup', swallowClick, { once: true })
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('keydown', key, { capture: true })
  return cancel
}
