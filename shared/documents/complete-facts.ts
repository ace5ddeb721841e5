import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import type { InvoiceLine } from '../billing/schema.ts'

/** What the records say now of the same clinic, practitioner, patient and episode. Diagnoses are those valid on the date of service. */
export type FactsOnFile = Pick<InvoiceFacts, 'clinic' | 'practitioner' | 'policy' | 'diagnoses'>

/**
 * Fills in what was missing at check-out and is on file by now (an NPI, a member ID, the physician’s diagnosis), so that a superbill can be put right
 * without charging the visit again. What was frozen stays as it was.
 */
export function completeFacts(facts: InvoiceFacts, onFile: FactsOnFile): InvoiceFacts {
  const policy = facts.policy?.memberId ? facts.policy : (onFile.policy ?? facts.policy)
  return {
    ...facts,
    clinic: filledIn(facts.clinic, onFile.clinic),
    practitioner: filledIn(facts.practitioner, onFile.practitioner),
    policy,
    diagnoses: facts.diagnoses.length > 0 ? facts.diagnoses : onFile.diagnoses,
  }
}

/** Lines charged before there was a diagnosis point to all that are on file now, at most four. */
export function completePointers(lines: readonly InvoiceLine[], before: InvoiceFacts, after: InvoiceFacts): InvoiceLine[] {
  const letters = after.diagnoses.map(diagnosis => diagnosis.letter).slice(0, 4)
  return before.diagnoses.length > 0 ? [...lines] : lines.map(line => (line.pointers.length > 0 ? line : { ...line, pointers: letters }))
}

// Only empty texts and unknown dates are filled; a choice that was made is left alone.
function filledIn<T extends object>(frozen: T, now: T): T {
  const found = Object.entries(now).filter(([name]) => isMissing(Reflect.get(frozen, name)))
  return { ...frozen, ...Object.fromEntries(found) }
}
const isMissing = (value: unknown) => value === '' || value === null
