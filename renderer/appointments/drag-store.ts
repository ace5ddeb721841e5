import { useSyncExternalStore } from 'react'
import type { BookingWarning } from '../../shared/appointments/schema.ts'
import type { CalendarVisit } from '../../shared/schedule/schema.ts'
import type { CalendarColumn } from './calendar-columns.ts'
import { timeAt } from './calendar-layout.ts'
import type { Slot } from './slot.ts'

/** What is under way: still moving, asking for a reason, being saved, or refused where it was let go. */
export type DragPhase = 'dragging' | 'asking' | 'saving' | 'refused'

/** A visit on its way to another time, its lower edge, or a new one over free time. Minutes since midnight. */
export type Drag = {
  readonly kind: 'move' | 'resize' | 'create'
  /** The visit as it was when the drag began; a change made elsewhere meanwhile is refused on drop. */
  readonly visit: CalendarVisit | null
  readonly column: number
  readonly minute: number
  readonly minutes: number
  readonly byKeys: boolean
  readonly phase: DragPhase
  /** What speaks against the place; of the place before until the answer for this one is there. */
  readonly warnings: readonly BookingWarning[]
  /** Whether `warnings` are those of this very place. */
  readonly isKnown: boolean
  /** Low in the window: what speaks against it is said above. */
  readonly isLow: boolean
}

/** Holds the drag outside the screens, so that a movement redraws the ghost and nothing else. */
export type DragStore = {
  readonly get: () => Drag | null
  readonly set: (drag: Drag | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** An empty place for drags. */
export function createDragStore(): DragStore {
  const listeners = new Set<() => void>()
  let drag: Drag | null = null
  return {
    get: () => drag,
    set: next => {
      if (next === drag) return
      drag = next
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The drag as it is now. */
export const useDragOf = (store: DragStore): Drag | null => useSyncExternalStore(store.subscribe, store.get)

/** Whether a visit is the one being dragged: it is drawn as an empty place. */
export const useIsDragged = (store: DragStore, visitId: CalendarVisit['id']): boolean =>
  useSyncExternalStore(store.subscribe, () => store.get()?.visit?.id === visitId && store.get()?.phase !== 'refused')

/** The place a drag points at. A resized visit stays with whom and where it is. */
export function placeOf(drag: Drag, column: CalendarColumn): Slot {
  const { visit, minutes } = drag
  if (visit && drag.kind === 'resize') return { startsAt: visit.startsAt, minutes, practitionerId: visit.practitionerId, roomId: visit.roomId }
  return {
    startsAt: timeAt(column.day, drag.minute),
    minutes,
    practitionerId: column.practitionerId ?? visit?.practitionerId ?? null,
    roomId: column.roomId === undefined ? (visit?.roomId ?? null) : column.roomId,
  }
}

/** Whether a visit would stay exactly where it is. */
export function isSamePlace(visit: CalendarVisit, place: Slot): boolean {
  return visit.startsAt === place.startsAt && visit.minutes === place.minutes && visit.practitionerId === place.practitionerId && visit.roomId === place.roomId
}

/** How hard the worst warning is; undefined without any. */
export function worstLevel(warnings: readonly BookingWarning[]): BookingWarning['level'] | undefined {
  return (['refused', 'overrule', 'note'] as const).find(level => warnings.some(one => one.level === level))
}
