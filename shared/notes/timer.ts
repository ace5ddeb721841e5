import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../lib/dates.ts'
import type { NoteContent, ServiceBlock } from './schema.ts'

/** The most minutes one block may hold. */
const LONGEST = 480

/** Minutes of a block so far: those entered and the full ones since its timer was started. A clock set back counts nothing. */
export function minutesSoFar({ minutes, runningSince }: ServiceBlock, now: Instant): number {
  if (runningSince === null) return minutes
  const since = Temporal.Instant.from(runningSince).until(Temporal.Instant.from(now)).total('minutes')
  return Math.min(LONGEST, minutes + Math.max(0, Math.floor(since)))
}

/** All blocks with the minutes of a running timer counted in; the timer goes on. */
export function blocksAt(blocks: readonly ServiceBlock[], now: Instant): NoteContent['blocks'] {
  return blocks.map(block => ({ ...block, minutes: minutesSoFar(block, now) }))
}

/** Stops every timer and keeps the minutes it counted. */
export function pauseTimers(blocks: readonly ServiceBlock[], now: Instant): NoteContent['blocks'] {
  return blocksAt(blocks, now).map(block => ({ ...block, runningSince: null }))
}

/** Starts one block’s timer. Two hands work on one service at a time, so any other timer stops. */
export function startTimer(blocks: readonly ServiceBlock[], id: string, now: Instant): NoteContent['blocks'] {
  return pauseTimers(blocks, now).map(block => (block.id === id ? { ...block, runningSince: now } : block))
}
