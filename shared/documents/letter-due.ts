import type { PrescriptionUse } from '../episodes/prescription-use.ts'
import { daysBetween, formatMonthDay, type LocalDate } from '../lib/dates.ts'

/** What tells whether a letter to the prescriber is due. */
export type LetterDueFacts = {
  readonly today: LocalDate
  /** The prescription in force or last; null without one: then nobody is written to. */
  readonly prescription: PrescriptionUse | null
  readonly prescribedOn: LocalDate | null
  /** Signed visits since the last letter was signed (all of them before the first letter). */
  readonly visitsSinceLetter: number
  readonly lastLetterOn: LocalDate | null
  readonly isClosed: boolean
}

/** Visits or days left at which the physician is asked for more, and the visit by which progress is reported in any case. */
const LAST_VISITS = 2
const LAST_DAYS = 14
const VISITS_BETWEEN_LETTERS = 8

/**
 * Why a letter is due, in words (`2 visits left`, `Expires Dec 1`, `8 visits without a letter`); null when it is not. A letter signed since the
 * prescription was written answers for its end; nothing is due before the first signed visit.
 */
export function letterDue(facts: LetterDueFacts): string | null {
  const { prescription, prescribedOn, lastLetterOn, visitsSinceLetter, today } = facts
  if (facts.isClosed || !prescription || visitsSinceLetter === 0) return null
  const isReported = lastLetterOn !== null && prescribedOn !== null && lastLetterOn >= prescribedOn
  if (!isReported) {
    const left = prescription.allowed === null ? null : prescription.allowed - prescription.used
    if (left !== null && left <= 0) return 'All visits used'
    if (left !== null && left <= LAST_VISITS) return left === 1 ? '1 visit left' : `${left} visits left`
    const days = prescription.expiresOn === null ? null : daysBetween(today, prescription.expiresOn)
    if (days !== null && days <= LAST_DAYS && prescription.expiresOn) return `${days < 0 ? 'Expired' : 'Expires'} ${formatMonthDay(prescription.expiresOn)}`
  }
  return visitsSinceLetter >= VISITS_BETWEEN_LETTERS ? `${visitsSinceLetter} visits without a letter` : null
}
