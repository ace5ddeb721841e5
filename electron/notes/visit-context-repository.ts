import type { Appointment } from '../../shared/appointments/schema.ts'
import { signingIssues } from '../../shared/notes/completeness.ts'
import type { NoteContent, Session, SigningIssue } from '../../shared/notes/schema.ts'
import { type SigningContext, signingContext } from '../../shared/notes/signing-context.ts'
import type { Database } from '../db/open.ts'
import { measuresDueAt } from '../episodes/measured-repository.ts'
import { intakeRefusedOn, lastHistory, listClearances } from '../health/repository.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'
import { allowedRegionsOf } from './repository.ts'

/** What a visit is screened and measured against: the patient’s health as known, clearances, questionnaires due, the clinic’s limits. */
export type VisitContext = Pick<Session, 'health' | 'intakeRefusedOn' | 'clearances' | 'measuresDue' | 'rules'>

/** Loads what a visit is screened and measured against: the session screen shows it, and drafts and signatures are judged by the same. */
export function visitContext(db: Database, visit: Appointment): VisitContext {
  return {
    health: lastHistory(db, visit.patientId),
    intakeRefusedOn: intakeRefusedOn(db, visit.patientId),
    clearances: listClearances(db, visit.patientId),
    measuresDue: measuresDueAt(db, visit),
    rules: getRules(db),
  }
}

/** What the note of a visit is judged against. */
export function signingContextOf(db: Database, visit: Appointment): SigningContext {
  const allowedRegions = allowedRegionsOf(db, { episodeId: visit.episodeId, prescriptionId: visit.prescription?.prescriptionId ?? null })
  return signingContext({ ...visitContext(db, visit), appointment: visit, allowedRegions })
}

/** What stands between the note of a visit with this content and its signature. */
export const issuesOf = (db: Database, visit: Appointment, content: NoteContent): SigningIssue[] => signingIssues(content, signingContextOf(db, visit))
