import { unitsForVisit } from '../../shared/billing/units.ts'
import type { VisitUnits } from '../../shared/billing/units-model.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'

/** The units of the minutes so far under the payer’s rule; services still without minutes count nothing. A fee schedule that contradicts itself is said, not thrown. */
export function unitsSoFar({ blocks, tieChoice }: NoteContent, session: Session): { units: VisitUnits; problem: { message: string } | null } {
  const { unitRule, maxUnitsPerVisit } = session
  const count = (worked: NoteContent['blocks']) => unitsForVisit(worked, unitRule, { maxUnitsPerVisit, tieChoice })
  try {
    return { units: count(blocks.filter(block => block.minutes > 0)), problem: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { units: count([]), problem: error }
  }
}
