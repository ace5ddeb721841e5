import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { shortened } from '../../shared/lib/text.ts'
import type { NoteSummary } from '../../shared/notes/schema.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { listAppointmentsOfPatient } from '../appointments/repository.ts'
import { payerOf } from '../episodes/repository.ts'
import { unitsOf } from './get-session.ts'
import { listNoteRows, type NoteRow } from './note-rows-repository.ts'

const EXCERPT = 160

/** A patient’s notes, newest first, each with its pain, minutes and units. */
export function listNotesOfPatient({ db, clock }: Services, patientId: PatientId): NoteSummary[] {
  const visits = new Map(listAppointmentsOfPatient(db, patientId, clock.today()).map(visit => [visit.id, visit]))
  const payers = new Map<EpisodeId | null, Payer>()
  return listNoteRows(db, patientId).map(note => {
    const payer = payers.get(note.episodeId) ?? payerOf(db, patientId, note.episodeId)
    payers.set(note.episodeId, payer)
    const visit = visits.get(note.appointmentId)
    return { ...summaryOf(note), units: unitsOf(note, payer), practitionerName: visit?.practitionerName ?? '', condition: visit?.condition ?? '' }
  })
}

function summaryOf({
  plan,
  blocks,
  episodeId: _episodeId,
  tieChoice: _tieChoice,
  ...note
}: NoteRow): Omit<NoteSummary, 'units' | 'practitionerName' | 'condition'> {
  return {
    ...note,
    timedMinutes: blocks.reduce((sum, block) => sum + (block.isTimed ? block.minutes : 0), 0),
    excerpt: shortened(plan.trim().replace(/\s+/g, ' '), EXCERPT),
  }
}
