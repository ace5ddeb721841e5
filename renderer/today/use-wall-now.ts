import { useEffect, useState } from 'react'
import type { LocalDateTime } from '../../shared/lib/dates.ts'
import { wallNow } from '../ui/clock.ts'

const EVERY_MS = 30_000

/** The clinic’s wall time, read again every half minute, so that “Not here yet” comes by itself. */
export function useWallNow(): LocalDateTime {
  const [now, setNow] = useState(wallNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(wallNow()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
