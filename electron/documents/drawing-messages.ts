import type { Instant } from '../../shared/lib/dates.ts'
import type { ErrorCode } from '../../shared/lib/errors.ts'
import type { FrozenPaper } from './repository.ts'

/** How a file of many papers begins: its title for the reader’s window, and the moment it is dated. */
export type TogetherStart = { readonly title: string; readonly madeAt: Instant }

/** What the drawing thread is told last: to leave what waits and to end. */
export const LEAVE = 'leave'

/** What the drawing thread is asked: one paper as a file of its own; or to begin a file of many, put papers into it one by one, and finish it. */
export type DrawRequest =
  | { readonly ask: 'draw' | 'add'; readonly paper: FrozenPaper }
  | { readonly ask: 'begin'; readonly start: TogetherStart }
  | { readonly ask: 'finish' }

/** What it answers: the file where one is done; else why not, where the clinic’s own rules say so. */
export type DrawAnswer = { readonly bytes: Uint8Array | undefined } | { readonly refusal: { readonly code: ErrorCode; readonly message: string } | undefined }

/** What the drawing thread is told once. */
export type DrawerData = { readonly resourcesDir: string }
