import type { Appointment } from '../../shared/appointments/schema.ts'
import { fullName, letterheadOf } from '../../shared/documents/paper-words.ts'
import type { VisitNotePaper } from '../../shared/documents/visit-note.ts'
import { noteFacts, numberInWords } from '../../shared/documents/visit-note-facts.ts'
import type { NoteSource, SignedNote } from '../../shared/documents/visit-note-source.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Patient } from '../../shared/patients/schema.ts'
import type { Clinic } from '../../shared/practice/schema.ts'
import { listAppointmentsByIds } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { getEpisode } from '../episodes/repository.ts'
import { listClearances } from '../health/repository.ts'
import { listNotes } from '../notes/repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'
import { getClinic } from '../practice/repository.ts'

/** The notes of one course of treatment with all that a paper about them says. */
export type NotesOfCourse = {
  readonly clinic: Clinic
  readonly patient: Patient
  readonly episode: Episode | null
  /** All notes, drafts too, in order of their visits. */
  readonly notes: readonly Note[]
  /** What a signed one of them is printed from. */
  readonly sourceOf: (note: SignedNote) => NoteSource
  /** `5 of 6` */
  readonly visitOf: (note: Note) => string
}

/** Whether a note was signed. */
export const isSigned = (note: Note): note is SignedNote => note.signature !== null

/** Loads the notes of an episode, or of a patient’s visits without one. */
export function notesOfCourse(db: Database, course: { patientId: PatientId; episodeId: EpisodeId | null }, today: LocalDate): NotesOfCourse {
  const clinic = getClinic(db)
  const patient = getPatient(db, course.patientId)
  const episode = course.episodeId === null ? null : getEpisode(db, today, course.episodeId)
  const notes = listNotes(db, course.patientId)
    .filter(({ episodeId }) => episodeId === course.episodeId)
    .toReversed()
  const ids = notes.map(({ appointmentId }) => appointmentId)
  const visits = new Map(listAppointmentsByIds(db, ids, today).map(visit => [visit.id, visit]))
  const visitAt = ({ appointmentId }: Note): Appointment => {
    const visit = visits.get(appointmentId)
    if (!visit) throw new Error('A note belongs to a visit.')
    return visit
  }
  const shared = { timeZone: clinic.timeZone, clearances: listClearances(db, course.patientId), rules: getRules(db) }
  const sourceOf = (note: SignedNote): NoteSource => ({
    ...shared,
    note,
    earlier: notes.slice(0, notes.indexOf(note)).filter(isTreatment).toReversed(),
    facts: noteFacts({ patient, visit: visitAt(note), episode, serviceOn: note.serviceOn }),
  })
  return { clinic, patient, episode, notes, sourceOf, visitOf: note => numberInWords(visitAt(note)) }
}

// What is compared with: signed, about this patient, and a visit at which something was measured.
const isTreatment = (note: Note) => isSigned(note) && note.enteredInError === null && !note.content.screening.isWithheld

/** Letterhead and patient as they stand on a paper about notes. */
export function headOf({ clinic, patient }: NotesOfCourse): Pick<VisitNotePaper, 'letterhead' | 'patient'> {
  return {
    letterhead: letterheadOf(clinic, clinic.logo),
    patient: { name: fullName(patient), bornOn: patient.bornOn, chartNumber: patient.chartNumber },
  }
}
