import { useSyncExternalStore } from 'react'
import type { AppointmentId } from '../../shared/lib/ids.ts'

/** What was already done at this desk for a visit, and leaves no mark in the records: a form printed, a call tried. */
export type Tried = 'intake' | 'call'

let tried: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Remembers it until the program ends. */
export function remember(what: Tried, id: AppointmentId): void {
  tried = new Set([...tried, `${what} ${id}`])
  for (const listener of listeners) listener()
}

/** Whether it was done for a visit. */
export function useTried(): (what: Tried, id: AppointmentId) => boolean {
  const all = useSyncExternalStore(subscribe, () => tried)
  return (what, id) => all.has(`${what} ${id}`)
}
