import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { DomainError } from '../../shared/lib/errors.ts'
import { writeWhole } from '../data/put-in-place.ts'

const FREE_TRIES = 5
const FIRST_WAIT_SECONDS = 15
const LONGEST_WAIT_SECONDS = 15 * 60

const Attempts = z.strictObject({ failures: z.int().min(0), lastAt: z.int() })
type Attempts = z.infer<typeof Attempts>

/**
 * Counts a password try before it is made, so that stopping the app does not win a free one. After five wrong ones each next must wait,
 * twice as long every time. Throws `forbidden` while waiting. A clock set back starts the wait again.
 */
export function beginAttempt(path: string, now: number) {
  const { failures, lastAt } = readAttempts(path)
  const wait = waitSeconds(failures)
  if (wait > 0) {
    const waited = (now - lastAt) / 1000
    if (waited < 0) writeWhole(path, JSON.stringify({ failures, lastAt: now }))
    const left = Math.ceil(waited < 0 ? wait : wait - waited)
    if (left > 0) throw new DomainError('forbidden', `Too many wrong passwords. Wait ${inWords(left)} and try again. The recovery key works at any time.`)
  }
  writeWhole(path, JSON.stringify({ failures: failures + 1, lastAt: now }))
}

/** Forgets the wrong tries after a right one. */
export function forgetAttempts(path: string) {
  rmSync(path, { force: true })
}

/** Seconds to wait before the next try after so many wrong ones. */
export function waitSeconds(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(20, failures - FREE_TRIES))
}

function readAttempts(path: string): Attempts {
  if (!existsSync(path)) return { failures: 0, lastAt: 0 }
  try {
    return Attempts.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Damaged on purpose or by accident: the last free try, counted from 1970.
    return { failures: FREE_TRIES - 1, lastAt: 0 }
  }
}

function inWords(seconds: number): string {
  if (seconds === 1) return '1 second'
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
}
