import { useEffect, useState } from 'react'
import type { LocalDateTime } from '../../shared/lib/dates.ts'
import { wallNow } from '../ui/clock.ts'

const LOOK_MS = 5000

/** The clinic’s wall time, kept to the minute while the calendar is on screen. */
export function useNow(): LocalDateTime {
  const [now, setNow] = useState(wallNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(wallNow()), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
