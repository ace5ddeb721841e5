import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { MINUTE_PX, SNAP_MINUTES, slotAt } from './calendar-layout.ts'

/** What is being dragged: a visit to another time, its lower edge, or a new one over free time. Minutes since midnight. */
export type Drag = { kind: 'move' | 'resize' | 'create'; visit: Appointment | null; column: number; minute: number; minutes: number; hasMoved: boolean }

type DragOptions = { grid: RefObject<HTMLElement | null>; columns: number; from: number; onDrop: (drag: Drag) => void }

const STARTS_AFTER_PX = 4

/** Dragging in the calendar with mouse or pen: snaps to 15 minutes, Escape gives up, and a press without movement is a click. */
export function useDrag({ grid, columns, from, onDrop }: DragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const origin = useRef({ x: 0, y: 0, grip: 0 })
  const latest = useRef<Drag | null>(null)

  useEffect(() => {
    latest.current = drag
    if (!drag) return
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setDrag(null)
      swallowClick()
    }
    window.addEventListener('keydown', giveUp)
    return () => window.removeEventListener('keydown', giveUp)
  }, [drag])

  const slotOf = (event: PointerEvent, grip = 0) => {
    const box = grid.current?.getBoundingClientRect()
    return box ? slotAt({ x: event.clientX, y: event.clientY - grip }, box, { columns, from }) : { column: 0, minute: from }
  }
  const start = (event: PointerEvent, kind: Drag['kind'], visit: Appointment | null) => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    const top = kind === 'move' ? event.currentTarget.getBoundingClientRect().top : event.clientY
    origin.current = { x: event.clientX, y: event.clientY, grip: event.clientY - top }
    const slot = slotOf(event, origin.current.grip)
    setDrag({ kind, visit, ...slot, minutes: visit?.minutes ?? 60, hasMoved: false })
  }
  const move = (event: PointerEvent) => {
    const now = latest.current
    if (!now) return
    const far = Math.hypot(event.clientX - origin.current.x, event.clientY - origin.current.y) > STARTS_AFTER_PX
    if (!now.hasMoved && !far) return
    if (now.kind === 'move') return setDrag({ ...now, ...slotOf(event, origin.current.grip), hasMoved: true })
    const lengthened = Math.round((event.clientY - origin.current.y) / MINUTE_PX / SNAP_MINUTES) * SNAP_MINUTES
    const before = now.kind === 'resize' ? (now.visit?.minutes ?? 0) : 0
    setDrag({ ...now, minutes: Math.min(480, Math.max(SNAP_MINUTES, before + lengthened)), hasMoved: true })
  }
  const end = () => {
    const now = latest.current
    setDrag(null)
    if (now && (now.hasMoved || now.kind === 'create')) onDrop(now)
  }
  return { drag: drag?.hasMoved ? drag : null, start, handlers: { onPointerMove: move, onPointerUp: end, onPointerCancel: () => setDrag(null) } }
}

/** Letting go of the mouse after giving up is no click on the visit. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation()
  const options = { capture: true }
  window.addEventListener('click', swallow, options)
  window.addEventListener('pointerup', () => setTimeout(() => window.removeEventListener('click', swallow, options)), { once: true })
}
