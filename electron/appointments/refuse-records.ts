import type { Appointment } from '../../shared/appointments/schema.ts'
import { dayOf, formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { EpisodeId, PatientId, PractitionerId, RoomId, VisitTypeId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getRoom } from '../practice/rooms-repository.ts'
import { getVisitType } from '../practice/visit-types-repository.ts'

/** Refuses a patient who is not in the records, or archived. */
export function refusePatient(db: Database, id: PatientId) {
  const row = statement<{ id: string }, { isArchived: number }>(db, 'SELECT is_archived AS isArchived FROM patients WHERE id = :id').get({ id })
  if (!row) throw new DomainError('not_found', 'That patient is no longer in the records.')
  if (row.isArchived === 1) throw new DomainError('rule_broken', 'This patient is archived. Put the chart back on the active list, then book.')
}

/** Refuses an episode of another patient, or one closed before the visit. */
export function refuseEpisode(db: Database, visit: { episodeId: EpisodeId; patientId: PatientId; startsAt: Appointment['startsAt'] }) {
  const row = statement<{ id: string }, { patientId: string; closedOn: LocalDate | null; condition: string }>(
    db,
    'SELECT patient_id AS patientId, closed_on AS closedOn, condition FROM episodes WHERE id = :id',
  ).get({ id: visit.episodeId })
  if (!row || row.patientId !== visit.patientId) throw new DomainError('not_found', 'That episode does not belong to this patient. Choose another one.')
  if (row.closedOn !== null && dayOf(visit.startsAt) > row.closedOn)
    throw new DomainError('rule_broken', `The episode “${row.condition}” was closed on ${formatDate(row.closedOn)}. Reopen it, or choose another one.`)
}

/** Refuses a practitioner who is not in the records or has left. */
export function refusePractitioner(db: Database, id: PractitionerId) {
  const row = statement<{ id: string }, { name: string; isActive: number }>(
    db,
    'SELECT legal_name AS name, is_active AS isActive FROM practitioners WHERE id = :id',
  ).get({ id })
  if (!row) throw new DomainError('not_found', 'That practitioner is no longer in the records.')
  if (row.isActive === 0) throw new DomainError('rule_broken', `${row.name} no longer takes visits. Choose another practitioner.`)
}

/** Refuses a room that is not in the records or no longer used. */
export function refuseRoom(db: Database, id: RoomId | null) {
  if (id === null) return
  const { name, isActive } = getRoom(db, id)
  if (!isActive) throw new DomainError('rule_broken', `${name} is no longer used. Choose another room.`)
}

/** Refuses a visit type that is not in the records or no longer offered. */
export function refuseVisitType(db: Database, id: VisitTypeId | null) {
  if (id === null) return
  const { name, isActive } = getVisitType(db, id)
  if (!isActive) throw new DomainError('rule_broken', `“${name}” is no longer offered. Choose another visit type.`)
}
