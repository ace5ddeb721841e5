import type { Instant } from '../../shared/lib/dates.ts'

/** Tests only: a clock that starts at a given moment (`MYODESK_NOW`, UTC) and ticks on. `undefined` when none is given. */
export function clockStartingAt(start: string | undefined): { now(): Instant } | undefined {
  if (!start) return undefined
  const ahead = Date.parse(start) - Date.now()
  if (Number.isNaN(ahead)) throw new Error(`MYODESK_NOW is not a moment like 2026-11-19T16:52:00.000Z: ${start}`)
  return { now: () => new Date(Date.now() + ahead).toISOString() as Instant }
}
