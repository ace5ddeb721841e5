import type { Diagnosis, Goal, Prescription } from '../../shared/episodes/schema.ts'

/** Which part of the episode is being written, in the panel at the right; null stands for a new one. */
export type Open =
  | { part: 'condition' | 'close' }
  | { part: 'diagnosis'; diagnosis: Diagnosis | null }
  | { part: 'prescription'; prescription: Prescription | null }
  | { part: 'goal'; goal: Goal | null }
