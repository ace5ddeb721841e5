import { useEffect, useState } from 'react'
import { Instant } from '../../shared/lib/dates.ts'
import { instantNow } from '../ui/clock.ts'

/** This moment, for a timer that is started or paused on screen. */
export const momentNow = (): Instant => Instant.parse(instantNow().toString({ smallestUnit: 'millisecond' }))

/** This moment, renewed each second while a timer runs. */
export function useNow(isRunning: boolean): Instant {
  const [now, setNow] = useState(momentNow)
  useEffect(() => {
    if (!isRunning) return
    const tick = () => setNow(momentNow())
    const first = setTimeout(tick)
    const timer = setInterval(tick, 1000)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [isRunning])
  return now
}
