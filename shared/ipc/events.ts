import type { JobId } from '../lib/ids.ts'

/** How far a long work is, such as a month of superbills: so many of so many. */
export type Progress = { readonly kind: 'progress'; readonly jobId: JobId; readonly done: number; readonly total: number }

/**
 * What the records tell the windows: something changed (ask again), the session ended (show the sign-in screen), the program is about to end (send the last
 * words), or how far a long work is.
 */
export type AppEvent = { readonly kind: 'changed' } | { readonly kind: 'locked' } | { readonly kind: 'closing' } | Progress
