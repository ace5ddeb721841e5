import { useEffect } from 'react'
import { queryClient, request } from '../lib/api.ts'

const CHECK_EVERY_MS = 5000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks the clinic after so many minutes without mouse or keyboard; a sleeping laptop counts as idle time. */
export function useIdleLock(idleMinutes: number): void {
  useEffect(() => {
    let lastSign = Date.now()
    const seen = () => {
      lastSign = Date.now()
    }
    const check = async () => {
      if (Date.now() - lastSign < idleMinutes * 60_000) return
      lastSign = Date.now()
      const status = await request('access.lock', { reason: 'idle' })
      queryClient.setQueryData(['access.status', {}], status)
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, seen, { passive: true })
    const timer = setInterval(() => void check(), CHECK_EVERY_MS)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, seen)
    }
  }, [idleMinutes])
}
