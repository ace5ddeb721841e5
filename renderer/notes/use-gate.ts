import { useMemo } from 'react'
import type { Found } from '../../shared/health/findings.ts'
import { type Gate, gateOf } from '../../shared/health/gate.ts'
import { type OffLimits, offLimitsOf, type Touch, touchesOffLimits } from '../../shared/health/off-limits.ts'
import { notYetFound } from '../../shared/health/standing.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { NoteContent, Session } from '../../shared/notes/schema.ts'
import type { Writing } from './writing.ts'

/** Whether massage may begin at this visit, judged on its date of service. While `closed`, only the screening is written; while `withheld`, the plan too. */
function gateOfVisit({ note, appointment, clearances, rules }: Session, screening: NoteContent['screening']): Gate {
  return gateOf(screening, { on: note?.serviceOn ?? dayOf(appointment.startsAt), clearances, rules })
}

/** The gate of a note being written. */
export function useGate({ session, content }: Writing): Gate {
  return useMemo(() => gateOfVisit(session, content.screening), [session, content.screening])
}

/** Where not to work at this visit, and where the note does so all the same: a warning in place. */
export function useOffLimits({ session, content }: Writing): { readonly offLimits: OffLimits; readonly touches: readonly Touch[] } {
  const offLimits = useMemo(() => offLimitsOf(content.screening, session.health?.history ?? null), [content.screening, session.health])
  return { offLimits, touches: useMemo(() => touchesOffLimits(content, offLimits), [content, offLimits]) }
}

/** What the health history says and this screen does not yet. */
export const missedOfHistory = ({ session, content }: Writing): readonly Found[] => notYetFound(content.screening, session.health?.history ?? null)
