import type { KeyboardEvent } from 'react'
import type { CalendarVisit } from '../../shared/schedule/schema.ts'
import type { CalendarColumn } from './calendar-columns.ts'
import { minuteOf, type Scale } from './calendar-layout.ts'
import type { Drag, DragStore } from './drag-store.ts'
import type { DragDrop } from './use-drag-drop.ts'

type KeyGrid = { readonly store: DragStore; readonly columns: readonly CalendarColumn[]; readonly scale: Scale; readonly dragDrop: DragDrop }

const ARROWS: Readonly<Record<string, readonly [columns: number, steps: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** The next line of the grid in a direction. */
const snapped = (minute: number, by: number, step: number) => (by > 0 ? Math.floor(minute / step) + 1 : Math.ceil(minute / step) - 1) * step

/** Where an arrow key takes a visit: by a step or a column, within what is shown; resized, its end moves. */
export function stepDrag(drag: Drag, key: string, grid: { readonly columns: number; readonly scale: Scale }): Drag {
  const [columns, steps] = ARROWS[key] ?? [0, 0]
  const { from, to, step } = grid.scale
  if (drag.kind === 'resize') {
    const end = steps === 0 ? drag.minute + drag.minutes : snapped(drag.minute + drag.minutes, steps, step)
    return { ...drag, isKnown: false, minutes: Math.min(480, Math.max(step, end - drag.minute)) }
  }
  const minute = steps === 0 ? drag.minute : snapped(drag.minute, steps, step)
  const within = Math.min(to - step, Math.max(from, minute))
  const column = Math.min(grid.columns - 1, Math.max(0, drag.column + columns))
  return { ...drag, isKnown: false, column, minute: within, isLow: within + drag.minutes > from + (to - from) * 0.7 }
}

/** A visit picked up by the keyboard, where it is now. */
export function pickUp(visit: CalendarVisit, column: number, kind: 'move' | 'resize'): Drag {
  const minute = minuteOf(visit.startsAt)
  return { kind, visit, column, minute, minutes: visit.minutes, byKeys: true, phase: 'dragging', warnings: [], isKnown: false, isLow: false }
}

/** Moves or lengthens a visit by keys: Shift and arrows, with Alt its end; Enter drops it, Escape gives up. Returns whether the key was for it. */
export function dragByKeys(event: KeyboardEvent, { store, columns, scale, dragDrop }: KeyGrid, start: (kind: 'move' | 'resize') => Drag | null): boolean {
  const under = store.get()
  const active = under?.byKeys && under.phase === 'dragging' ? under : null
  const isArrow = event.key in ARROWS
  if (active && (event.key === 'Escape' || event.key === 'Tab')) {
    dragDrop.giveUp()
    return event.key === 'Escape'
  }
  if (active && event.key === 'Enter') {
    dragDrop.drop(active)
    return true
  }
  if (under?.phase === 'refused' && event.key === 'Escape') {
    dragDrop.giveUp()
    return true
  }
  if (!isArrow || (!event.shiftKey && !active)) return active !== null
  const from = active ?? start(event.altKey ? 'resize' : 'move')
  if (!from) return true
  const next = stepDrag({ ...from, kind: event.altKey && event.shiftKey ? 'resize' : from.kind }, event.key, { columns: columns.length, scale })
  store.set(next)
  dragDrop.place(next)
  return true
}
