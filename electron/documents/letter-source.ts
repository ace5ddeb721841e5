import type { LetterSource, LetterVisit } from '../../shared/documents/letter-source.ts'
import type { Episode, Prescription } from '../../shared/episodes/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, EpisodeId, PractitionerId } from '../../shared/lib/ids.ts'
import { readStoredContent } from '../../shared/notes/stored-content.ts'
import type { Practitioner } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { episodeCoverage } from '../episodes/coverage-repository.ts'
import { getEpisode } from '../episodes/repository.ts'
import { listClearances } from '../health/repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getRules } from '../practice/clinical-rules-repository.ts'
import { getClinic, listPractitioners } from '../practice/repository.ts'

/** Everything a letter about an episode is filled from, as of today. Throws `not_found`. */
export function loadLetterSource(db: Database, episodeId: EpisodeId, today: LocalDate): LetterSource {
  const episode = getEpisode(db, today, episodeId)
  const { id: _id, chartNumber: _chartNumber, isArchived: _isArchived, registeredOn: _registeredOn, ...patient } = getPatient(db, episode.patientId)
  const signed = signedVisits(db, episodeId)
  const prescription = prescriptionFor(episode.prescriptions, today)
  const coverage = episodeCoverage(db, today, episodeId).visits
  const since = prescription?.writtenOn ?? episode.openedOn
  return {
    today,
    clinic: getClinic(db),
    practitioner: writer(db, signed.at(-1)?.practitionerId),
    patient,
    episode,
    diagnosisCodes: codesOn(episode, today),
    prescription,
    visits: signed.map(({ on, content }) => ({ on, content })),
    attended: prescription ? signed.filter(visit => coverage.get(visit.appointmentId)?.prescriptionId === prescription.id).length : signed.length,
    missed: countSince(db, episodeId, { status: 'no-show', since }),
    canceled: countSince(db, episodeId, { status: 'cancelled', since }),
    clearances: listClearances(db, episode.patientId),
    rules: getRules(db),
  }
}

/** Whom a letter of today answers to: the oldest prescription that can still be used, else the newest written (they come newest first). */
export function prescriptionFor(prescriptions: Episode['prescriptions'], today: LocalDate): Prescription | null {
  const usable = prescriptions.findLast(({ use }) => use.state === 'active' || use.state === 'low')
  return usable ?? prescriptions.find(each => each.writtenOn <= today) ?? null
}

function codesOn({ diagnoses }: Episode, day: LocalDate): string[] {
  return diagnoses.filter(each => each.validFrom <= day && (each.validTo === null || each.validTo >= day)).map(each => each.code)
}

// Who treated last writes; before the first visit, the clinic’s first practitioner.
function writer(db: Database, id: PractitionerId | undefined): LetterSource['practitioner'] {
  const all = listPractitioners(db)
  const found: Practitioner | undefined = all.find(each => each.id === id) ?? all.find(each => each.isActive) ?? all[0]
  if (!found) throw new Error('A clinic has at least one practitioner.')
  const { id: _id, isActive: _isActive, ...fields } = found
  return fields
}

type SignedVisit = LetterVisit & { readonly appointmentId: AppointmentId; readonly practitionerId: PractitionerId }
type SignedRow = Omit<SignedVisit, 'content'> & { readonly content: string }

function signedVisits(db: Database, episodeId: EpisodeId): SignedVisit[] {
  return statement<{ episodeId: string }, SignedRow>(
    db,
    `SELECT n.appointment_id AS appointmentId, n.service_on AS "on", n.practitioner_id AS practitionerId, n.content
       FROM notes n
       JOIN appointments a ON a.id = n.appointment_id
      WHERE a.episode_id = :episodeId AND n.signed_at IS NOT NULL AND n.error_at IS NULL
      ORDER BY a.starts_at`,
  )
    .all({ episodeId })
    .map(row => ({ ...row, content: readStoredContent(JSON.parse(row.content)) }))
}

function countSince(db: Database, episodeId: EpisodeId, which: { status: 'no-show' | 'cancelled'; since: LocalDate }): number {
  return (
    statement<{ episodeId: string; status: string; since: string }, { visits: number }>(
      db,
      'SELECT COUNT(*) AS visits FROM appointments WHERE episode_id = :episodeId AND status = :status AND starts_at >= :since',
    ).get({ episodeId, ...which })?.visits ?? 0
  )
}
