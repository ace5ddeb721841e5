import type { Diagnosis, Goal, Prescription } from '../../shared/episodes/schema.ts'
import type { ClaimPart } from '../ui/claim-kit.tsx'

/** Which part of the episode is being written, in the panel at the right; null stands for a new one. `field` is the one to begin with. */
export type Open =
  | { part: 'condition' | 'discharge' | 'outcome-plan' }
  | { part: 'claim'; claim: ClaimPart }
  | { part: 'diagnosis'; diagnosis: Diagnosis | null }
  | { part: 'prescription'; prescription: Prescription | null; field?: string }
  | { part: 'goal'; goal: Goal | null }
