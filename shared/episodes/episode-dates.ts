import { dayOf, formatDate, formatTime, formatWeekday, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import { DomainError, type ErrorCode } from '../lib/errors.ts'
import type { EpisodeFields, PrescriptionFields } from './schema.ts'

const refuse = (field: string, sentence: string, code: ErrorCode = 'invalid_input') => new DomainError(code, sentence, { [field]: sentence })

/** The patient’s life so far: from birth to today. */
export type Lived = { readonly bornOn: LocalDate; readonly today: LocalDate }

/** Throws `invalid_input` when an onset or injury lies in the future or before the patient was born. */
export function assertEpisodeDates({ onsetOn, claim }: Pick<EpisodeFields, 'onsetOn' | 'claim'>, { bornOn, today }: Lived) {
  const injuredOn = claim?.injuredOn ?? null
  if (onsetOn && onsetOn > today) throw refuse('fields.onsetOn', 'The onset cannot be in the future.')
  if (onsetOn && onsetOn < bornOn) throw refuse('fields.onsetOn', 'The onset cannot be before the patient was born.')
  if (injuredOn && injuredOn > today) throw refuse('fields.claim.injuredOn', 'The injury cannot be in the future.')
  if (injuredOn && injuredOn < bornOn) throw refuse('fields.claim.injuredOn', 'The injury cannot be before the patient was born.')
}

type Terms = Pick<PrescriptionFields, 'writtenOn' | 'expiresOn' | 'visits' | 'visitsUsedBefore'>

/** Throws `invalid_input` when a prescription ends before it was written, or more of its visits were done before than it orders. */
export function assertPrescription({ writtenOn, expiresOn, visits, visitsUsedBefore }: Terms) {
  if (expiresOn && expiresOn < writtenOn) throw refuse('fields.expiresOn', 'A prescription cannot expire before it was written.')
  if (visits !== null && visitsUsedBefore > visits)
    throw refuse('fields.visitsUsedBefore', `The prescription orders ${visits} ${visits === 1 ? 'visit' : 'visits'}: no more can have been done before.`)
}

/** What stands against closing: the episode’s days and its visits. */
export type EpisodeDays = {
  readonly openedOn: LocalDate
  readonly closedOn: LocalDate | null
  readonly lastVisitOn: LocalDate | null
  /** Visits that would stay booked, in order of time. */
  readonly stillBooked: readonly LocalDateTime[]
}

/** Throws in words when an episode cannot be closed on a day: closed already, in the future, before its last visit, or with visits still booked. */
export function assertClosable({ openedOn, closedOn, lastVisitOn, stillBooked }: EpisodeDays, on: LocalDate, today: LocalDate) {
  if (closedOn) throw new DomainError('conflict', `This episode was closed on ${formatDate(closedOn)}.`)
  if (on > today) throw refuse('closedOn', 'A discharge cannot be in the future.')
  if (on < openedOn) throw refuse('closedOn', `This episode was opened on ${formatDate(openedOn)}. Discharge on that day or later.`)
  if (lastVisitOn && on < lastVisitOn) throw refuse('closedOn', `The last visit was on ${formatDate(lastVisitOn)}. Discharge on that day or later.`)
  const [first] = stillBooked
  if (first === undefined) return
  const next = `${formatWeekday(dayOf(first))}, ${formatTime(first)}`
  throw new DomainError(
    'rule_broken',
    stillBooked.length === 1
      ? `1 visit is still booked in this episode (${next}). Cancel it with the discharge, or finish it first.`
      : `${stillBooked.length} visits are still booked in this episode (the first ${next}). Cancel them with the discharge, or finish them first.`,
  )
}
