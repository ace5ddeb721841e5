import type { PrescriptionUse } from '../episodes/prescription-use.ts'
import { daysBetween, formatMonthDay, type LocalDate } from '../lib/dates.ts'
import type { ClinicalRules } from '../practice/clinical-rules.ts'
import type { LetterKind } from './progress-letter.ts'

/** What tells whether a letter to the prescriber is due. Visits are signed ones. */
export type LetterDueFacts = {
  readonly today: LocalDate
  /** The prescription in force or last; null without one: then nobody is written to. */
  readonly prescription: PrescriptionUse | null
  readonly prescribedOn: LocalDate | null
  /** Visits since the last report was signed (all of them before the first); an initial letter reports nothing yet. */
  readonly visitsSinceLetter: number
  /** Visits since the last re-evaluation was signed (all of them before the first). */
  readonly visitsSinceReEvaluation: number
  readonly lastLetterOn: LocalDate | null
  /** The day treatment was withheld for what the screening found, where that was the last visit and no letter has said so. */
  readonly withheldOn: LocalDate | null
  /** When the episode ended; null while it is open. */
  readonly closedOn: LocalDate | null
  readonly hasDischargeLetter: boolean
}

/** The limits a letter is due by. */
export type LetterRules = Pick<ClinicalRules, 'letterVisitsLeft' | 'letterDaysLeft' | 'letterEveryVisits' | 'letterFirstAfter' | 'reEvaluateEveryVisits'>

/** A letter that is due: which kind, and why in words (`2 visits left`, `Expires Dec 1`, `8 visits without a letter`). */
export type LetterDue = { readonly kind: LetterKind; readonly words: string }

/** Days after an episode ended in which its discharge letter is asked for. */
export const DISCHARGE_DAYS = 30

/**
 * Which letter is due, and why; null for none. Withheld treatment is reported at once, an ended course once. Else a report is due when the
 * prescription nearly ends, when a re-evaluation is, or after so many visits; never before the clinic’s least number of visits (or all those
 * prescribed, where they are fewer). A letter signed since the prescription was written answers for its end.
 */
export function letterDue(facts: LetterDueFacts, rules: LetterRules): LetterDue | null {
  const { prescription, withheldOn, closedOn, visitsSinceLetter } = facts
  if (!prescription) return null
  if (closedOn !== null) return dischargeDue(facts, closedOn)
  if (withheldOn !== null) return { kind: 'refer-back', words: `Treatment withheld ${formatMonthDay(withheldOn)}` }
  if (visitsSinceLetter < Math.max(1, Math.min(rules.letterFirstAfter, prescription.allowed ?? rules.letterFirstAfter))) return null
  const every = rules.reEvaluateEveryVisits
  const isReEvaluationDue = every !== null && facts.visitsSinceReEvaluation >= every
  const kind = isReEvaluationDue ? 're-evaluation' : 'progress'
  const ending = endingWords(facts, prescription, rules)
  if (ending !== null) return { kind, words: ending }
  if (visitsSinceLetter >= rules.letterEveryVisits) return { kind, words: `${visitsSinceLetter} visits without a letter` }
  return isReEvaluationDue ? { kind, words: `Re-evaluation due, visit ${facts.visitsSinceReEvaluation}` } : null
}

function dischargeDue({ hasDischargeLetter, visitsSinceLetter, today }: LetterDueFacts, closedOn: LocalDate): LetterDue | null {
  const isLate = daysBetween(closedOn, today) > DISCHARGE_DAYS
  return hasDischargeLetter || isLate || visitsSinceLetter === 0 ? null : { kind: 'discharge', words: `Treatment ended ${formatMonthDay(closedOn)}` }
}

function endingWords({ today, prescribedOn, lastLetterOn }: LetterDueFacts, prescription: PrescriptionUse, rules: LetterRules): string | null {
  if (lastLetterOn !== null && prescribedOn !== null && lastLetterOn >= prescribedOn) return null
  const left = prescription.allowed === null ? null : prescription.allowed - prescription.used
  if (left !== null && left <= 0) return 'All visits used'
  if (left !== null && left <= rules.letterVisitsLeft) return left === 1 ? '1 visit left' : `${left} visits left`
  const days = prescription.expiresOn === null ? null : daysBetween(today, prescription.expiresOn)
  if (days === null || days > rules.letterDaysLeft || prescription.expiresOn === null) return null
  return `${days < 0 ? 'Expired' : 'Expires'} ${formatMonthDay(prescription.expiresOn)}`
}

/** The kind to offer where a letter is written without being due: the first one tells where treatment starts, the one after the end how it went. */
export function suggestedKind(
  facts: Pick<LetterDueFacts, 'closedOn' | 'hasDischargeLetter'> & { readonly visits: number; readonly hasAnyLetter: boolean },
): LetterKind {
  if (facts.closedOn !== null && !facts.hasDischargeLetter) return 'discharge'
  return facts.visits <= 1 && !facts.hasAnyLetter ? 'initial' : 'progress'
}
