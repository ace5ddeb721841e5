import { useEffect, useRef, useState } from 'react'
import type { Side } from './calendar-side.tsx'

/** Panels in which something is written; what was written is kept with the forms. */
const WRITTEN: readonly Side['kind'][] = ['book', 'plan', 'block']

let atLock: Side | null = null

/** What is open beside the calendar. A panel one was writing in is open again after the clinic was locked over it; going to another screen closes it. */
export function useKeptSide(): readonly [Side | null, (side: Side | null) => void] {
  const [opened, setOpened] = useState<Side | null>(() => atLock)
  const latest = useRef(opened)
  useEffect(() => {
    latest.current = opened
  })
  useEffect(() => {
    atLock = null
    return () => {
      const side = latest.current
      const isStillHere = window.location.hash.startsWith('#/calendar')
      atLock = isStillHere && side !== null && WRITTEN.includes(side.kind) ? side : null
    }
  }, [])
  return [opened, setOpened]
}
