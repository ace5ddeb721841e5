import type { LocalDate } from '../lib/dates.ts'
import { DiagnosisLetter, type SuperbillDiagnosis } from './superbill.ts'

/** A diagnosis as it stood at a visit, with its maker. */
export type VisitDiagnosis = {
  readonly letter: string
  readonly code: string
  readonly label: string
  readonly diagnosedBy: string
  readonly diagnosedOn: LocalDate
}

/** Twelve diagnoses fit on a superbill, as on the claim form (letters A to L). */
const LETTERS = DiagnosisLetter.options

/**
 * The diagnoses of all visits under one row of letters, in the order first met. A code seen at several visits has one letter.
 * Throws `RangeError` when there are more than twelve.
 */
export function letterDiagnoses(visits: readonly (readonly VisitDiagnosis[])[]): readonly SuperbillDiagnosis[] {
  const byCode = new Map<string, VisitDiagnosis>()
  for (const diagnosis of visits.flat()) if (!byCode.has(diagnosis.code)) byCode.set(diagnosis.code, diagnosis)
  return [...byCode.values()].map(({ code, label, diagnosedBy, diagnosedOn }, index) => {
    const letter = LETTERS[index]
    if (!letter) throw new RangeError(`${byCode.size} diagnoses on one superbill`)
    return { letter, code, label, diagnosedBy, diagnosedOn }
  })
}

/** A visit’s own pointer letters as letters of the whole superbill. Letters that point nowhere are left out. */
export function pointersOf(own: readonly string[], visit: readonly VisitDiagnosis[], all: readonly SuperbillDiagnosis[]): DiagnosisLetter[] {
  return own.flatMap(letter => {
    const code = visit.find(diagnosis => diagnosis.letter === letter)?.code
    const found = all.find(diagnosis => diagnosis.code === code)
    return found ? [found.letter] : []
  })
}
