import { formatDate, type LocalDate } from '../lib/dates.ts'

/** The parts of a prescription an insurer reads. */
export type PrescriptionToCheck = {
  readonly writtenOn: LocalDate
  readonly expiresOn: LocalDate | null
  readonly visits: number | null
  readonly frequency: string
  readonly isSigned: boolean
}

/** One weakness of a prescription: the field, what to do, and whether a newer prescription is the way out. Never a refusal: the paper is the physician’s. */
export type PrescriptionIssue = {
  readonly field: 'diagnoses' | 'expiresOn' | 'visits' | 'isSigned' | 'writtenOn'
  readonly sentence: string
  readonly needsNewOne?: true
}

/** What an insurer would object to in a prescription, seen from a day, with the first visit it is meant for (null before any). */
export function prescriptionIssues(
  order: PrescriptionToCheck,
  seen: { readonly today: LocalDate; readonly hasDiagnosis: boolean; readonly firstVisitOn: LocalDate | null },
): readonly PrescriptionIssue[] {
  const issues: PrescriptionIssue[] = []
  if (!seen.hasDiagnosis) issues.push({ field: 'diagnoses', sentence: 'No diagnosis is on file. Enter the code the physician wrote on the prescription.' })
  if (order.visits === null) issues.push({ field: 'visits', sentence: 'It names no number of visits. Ask the physician how many.' })
  if (order.visits !== null && order.expiresOn === null && order.frequency === '') {
    issues.push({ field: 'expiresOn', sentence: `It allows ${order.visits} visits but no period. Ask until when, or how often.` })
  }
  if (!order.isSigned) issues.push({ field: 'isSigned', sentence: 'It is not signed. Ask for the physician’s signature.' })
  if (seen.firstVisitOn !== null && order.writtenOn > seen.firstVisitOn) {
    issues.push({ field: 'writtenOn', sentence: `It is dated after the first visit (${formatDate(seen.firstVisitOn)}). Earlier visits are not covered.` })
  }
  if (order.expiresOn !== null && order.expiresOn < order.writtenOn) {
    issues.push({ field: 'expiresOn', sentence: 'It expires before it was written. Check both dates.' })
  } else if (order.expiresOn !== null && order.expiresOn < seen.today) {
    issues.push({ field: 'expiresOn', sentence: `It expired ${formatDate(order.expiresOn)}. Ask for a new one before the next visit.`, needsNewOne: true })
  }
  return issues
}
