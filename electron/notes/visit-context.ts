import type { Appointment } from '../../shared/appointments/schema.ts'
import type { Session } from '../../shared/notes/schema.ts'
import type { Services } from '../app/services.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'

/** What a visit is screened and measured against: the patient’s health as known, clearances, questionnaires due, the clinic’s limits. */
export type VisitContext = Pick<Session, 'health' | 'intakeRefusedOn' | 'clearances' | 'measuresDue' | 'rules'>

/** Loads what a visit is screened and measured against: the session screen shows it, and drafts and signatures are judged by the same. */
export function visitContext({ db }: Services, _visit: Appointment): VisitContext {
  return {
    health: null,
    intakeRefusedOn: null,
    clearances: [],
    measuresDue: [],
    rules: getRules(db),
  }
}
