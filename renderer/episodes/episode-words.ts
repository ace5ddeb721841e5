import type { z } from 'zod'
import type { EpisodeKind, GoalFields } from '../../shared/episodes/schema.ts'

type Choices<V extends string> = readonly { value: V; label: string }[]

/** What brought an episode about, as the desk says it. */
export const KINDS: Choices<EpisodeKind> = [
  { value: 'illness', label: 'Illness' },
  { value: 'auto', label: 'Auto accident' },
  { value: 'work', label: 'Work injury' },
  { value: 'other', label: 'Other accident' },
]

/** The name of a kind. */
export const kindWords = (kind: EpisodeKind): string => KINDS.find(one => one.value === kind)?.label ?? ''

/** What a goal can be measured by. */
export const MEASURES: Choices<z.infer<typeof GoalFields>['measure']> = [
  { value: 'pain-now', label: 'Pain now' },
  { value: 'pain-best', label: 'Least pain of the week' },
  { value: 'pain-worst', label: 'Worst pain of the week' },
  { value: 'psfs', label: 'Own activities, mean (PSFS)' },
  { value: 'activity', label: 'One own activity' },
  { value: 'rom', label: 'Range of motion' },
  { value: 'score', label: 'Questionnaire' },
  { value: 'free', label: 'Judged by the therapist' },
]
