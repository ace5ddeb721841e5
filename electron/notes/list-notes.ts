import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Note, NoteSummary } from '../../shared/notes/schema.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { listAppointmentsOfPatient } from '../appointments/repository.ts'
import { payerOf } from '../episodes/repository.ts'
import { unitsOf } from './get-session.ts'
import { listNotes } from './repository.ts'

const EXCERPT = 160

/** A patient’s notes, newest first, each with its pain, minutes and units. */
export function listNotesOfPatient({ db, clock }: Services, patientId: PatientId): NoteSummary[] {
  const visits = new Map(listAppointmentsOfPatient(db, patientId, clock.today()).map(visit => [visit.id, visit]))
  const payers = new Map<EpisodeId | null, Payer>()
  return listNotes(db, patientId).map(note => {
    const payer = payers.get(note.episodeId) ?? payerOf(db, patientId, note.episodeId)
    payers.set(note.episodeId, payer)
    const visit = visits.get(note.appointmentId)
    return { ...summaryOf(note), units: unitsOf(note.content, payer), practitionerName: visit?.practitionerName ?? '', condition: visit?.condition ?? '' }
  })
}

function summaryOf({ id, appointmentId, serviceOn, signature, enteredInError, content }: Note): Omit<NoteSummary, 'units' | 'practitionerName' | 'condition'> {
  const plan = content.plan.trim().replace(/\s+/g, ' ')
  return {
    id,
    appointmentId,
    serviceOn,
    state: enteredInError ? 'in-error' : signature ? 'signed' : 'draft',
    painBefore: content.painBefore.now,
    painAfter: content.painAfter.now,
    timedMinutes: content.blocks.reduce((sum, block) => sum + (block.isTimed ? block.minutes : 0), 0),
    excerpt: plan.length > EXCERPT ? `${plan.slice(0, EXCERPT - 1).trimEnd()}…` : plan,
  }
}
