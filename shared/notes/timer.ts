import { Temporal } from 'temporal-polyfill'
import { Instant } from '../lib/dates.ts'
import type { NoteContent, ServiceBlock } from './schema.ts'

type Blocks = NoteContent['blocks']
type Span = ServiceBlock['spans'][number]

/** The most minutes one block may hold, and the most runs of its timer that are kept apart. */
const LONGEST = 480
const MOST_SPANS = 100

const epoch = (at: Instant) => Temporal.Instant.from(at).epochMilliseconds
const fullMinutes = (spans: readonly Span[]) => Math.floor(spans.reduce((sum, { from, to }) => sum + epoch(to) - epoch(from), 0) / 60_000)
const later = (one: Instant, other: Instant | undefined) => (other !== undefined && epoch(other) > epoch(one) ? other : one)

/** When the last finished run of any timer ended. */
const lastEnd = (blocks: readonly ServiceBlock[]): Instant | undefined =>
  blocks.flatMap(({ spans }) => spans.map(({ to }) => to)).reduce<Instant | undefined>((end, to) => later(to, end), undefined)

/**
 * A running timer’s time up to `now` that no other run has counted; null where there is none. Wall time: it goes on through a lock, a restart and
 * sleep. A clock set back counts nothing until it has passed what was counted before.
 */
function runUntil({ runningSince }: ServiceBlock, now: Instant, counted: Instant | undefined): Span | null {
  if (runningSince === null) return null
  const from = later(runningSince, counted)
  return epoch(now) > epoch(from) ? { from, to: now } : null
}

/** The minutes with one more run: those typed or counted before stay, and only the full minutes of all runs together are added. */
function withRun({ minutes, spans }: ServiceBlock, run: Span | null): Pick<ServiceBlock, 'minutes' | 'spans'> {
  if (!run) return { minutes, spans }
  const kept = spans.slice(-(MOST_SPANS - 1))
  const typed = Math.max(0, minutes - fullMinutes(kept))
  return { minutes: Math.min(LONGEST, typed + fullMinutes([...kept, run])), spans: [...kept, run] }
}

/** All blocks with the minutes of a running timer counted in; the timer goes on. */
export function blocksAt(blocks: readonly ServiceBlock[], now: Instant): Blocks {
  const counted = lastEnd(blocks)
  return blocks.map(block => ({ ...block, minutes: withRun(block, runUntil(block, now, counted)).minutes }))
}

/** Stops every timer and keeps what it counted, with from when to when it ran. */
export function pauseTimers(blocks: readonly ServiceBlock[], now: Instant): Blocks {
  const counted = lastEnd(blocks)
  return blocks.map(block => ({ ...block, ...withRun(block, runUntil(block, now, counted)), runningSince: null }))
}

/** Starts one block’s timer. Two hands work on one service at a time, so any other timer stops. */
export function startTimer(blocks: readonly ServiceBlock[], id: string, now: Instant): Blocks {
  return pauseTimers(blocks, now).map(block => (block.id === id ? { ...block, runningSince: now } : block))
}

/** Pauses the block’s timer where it runs; else starts it, and stops any other. */
export function turnTimer(blocks: readonly ServiceBlock[], id: string, now: Instant): Blocks {
  const isRunning = blocks.some(block => block.id === id && block.runningSince !== null)
  return isRunning ? pauseTimers(blocks, now) : startTimer(blocks, id, now)
}

/** Takes minutes as they were typed: what the timer counted for the block no longer stands, and a timer running on it stops. */
export function typeMinutes(blocks: readonly ServiceBlock[], id: string, minutes: number): Blocks {
  return blocks.map(block => (block.id === id ? { ...block, minutes, spans: [], runningSince: null } : block))
}

/** What was booked: when it was to begin, and for how long. */
export type Booked = { readonly from: Instant; readonly minutes: number }

/** A timer that was left running: since when, and the booked end it may be set back to. */
export type Overrun = { readonly id: string; readonly since: Instant; readonly bookedEnd: Instant; readonly minutesPast: number }

/** So long past the booked end a timer was rather forgotten than needed. */
const FORGOTTEN_AFTER_MINUTES = 15

/**
 * The timer that has run far past the booked end; null where none has. A visit that began late has its full length: the end moves with its first run,
 * and with a timer that was started after it.
 */
export function overrunOf(blocks: readonly ServiceBlock[], booked: Booked, now: Instant): Overrun | null {
  const running = blocks.find(({ runningSince }) => runningSince !== null)
  if (!running?.runningSince) return null
  const since = running.runningSince
  const begun = blocks.flatMap(({ spans }) => spans.map(({ from }) => from)).reduce((first, from) => (epoch(from) < epoch(first) ? from : first), since)
  const first = later(begun, booked.from)
  const lasting = booked.minutes * 60_000
  const end = epoch(first) + lasting > epoch(since) ? epoch(first) + lasting : epoch(since) + lasting
  const minutesPast = Math.floor((epoch(now) - end) / 60_000)
  if (minutesPast < FORGOTTEN_AFTER_MINUTES) return null
  const bookedEnd = Instant.parse(Temporal.Instant.fromEpochMilliseconds(end).toString({ smallestUnit: 'millisecond' }))
  return { id: running.id, since, bookedEnd, minutesPast }
}

/** Minutes that a block’s techniques have beyond the block’s own; 0 where they fit. */
export function techniqueMinutesBeyond({ techniques, minutes }: Pick<ServiceBlock, 'techniques' | 'minutes'>): number {
  const told = techniques.reduce((sum, technique) => sum + (technique.minutes ?? 0), 0)
  return Math.max(0, told - minutes)
}
