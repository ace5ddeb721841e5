import { useSyncExternalStore } from 'react'
import { z } from 'zod'

/** What the colours of visits tell. Empty status colours are the quiet ones: past, coming, here now. */
export const ColourBy = z.enum(['status', 'practitioner', 'visit-type'])
export type ColourBy = z.infer<typeof ColourBy>

/** Pixels a minute at each step of the zoom. */
export const ZOOM_PX = [0.85, 1.2, 2] as const
const USUAL_ZOOM = 1

const Preferences = z.object({
  zoom: z.int().min(0).max(2).catch(USUAL_ZOOM),
  /** Null: by practitioner where several are shown in one column, else by status. */
  colourBy: ColourBy.nullable().catch(null),
  hasWaitlist: z.boolean().catch(true),
})
/** How somebody likes the calendar on this computer. */
export type CalendarPreferences = z.infer<typeof Preferences>

const KEY = 'myodesk-calendar'
const listeners = new Set<() => void>()

/** Reads kept preferences; whatever cannot be read is the usual. */
export function readPreferences(kept: string | null): CalendarPreferences {
  let raw: unknown = {}
  try {
    raw = JSON.parse(kept ?? '{}')
  } catch {
    raw = {}
  }
  return Preferences.catch({ zoom: USUAL_ZOOM, colourBy: null, hasWaitlist: true }).parse(raw)
}

let current: CalendarPreferences | null = null
const get = (): CalendarPreferences => {
  current ??= readPreferences(localStorage.getItem(KEY))
  return current
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps a changed preference on this computer. */
export function keepPreference(change: Partial<CalendarPreferences>): void {
  current = { ...get(), ...change }
  localStorage.setItem(KEY, JSON.stringify(current))
  for (const listener of listeners) listener()
}

/** One step closer or farther, within the three there are. */
export const zoomed = (zoom: number, by: 1 | -1): number => Math.min(ZOOM_PX.length - 1, Math.max(0, zoom + by))

/** The preferences as they are now. */
export const useCalendarPreferences = (): CalendarPreferences => useSyncExternalStore(subscribe, get)
/** The step of the zoom as it is now. */
export const readZoom = (): number => get().zoom
