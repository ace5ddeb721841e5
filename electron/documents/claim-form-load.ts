import type { ClaimSource } from '../../shared/documents/claim-form-compose.ts'
import type { ClaimRange } from '../../shared/documents/claim-form-requests.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PrescriberId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getPatient } from '../patients/repository.ts'
import { chargedVisits, type VisitOnPaper } from './charged-visits.ts'

/** What a claim is made from; visits of other episodes are left out. Throws `not_found` for an unknown patient. */
export function loadClaim(
  db: Database,
  { patientId, episodeId, from, to, typed }: ClaimRange,
): Omit<ClaimSource, 'visits'> & { readonly visits: readonly VisitOnPaper[] } {
  const { releaseSignedOn } = getPatient(db, patientId)
  const visits = chargedVisits(db, { patientId, from, to }).filter(({ facts }) => facts.episode?.id === episodeId)
  return { visits, typed, releaseSignedOn, firstTreatedOn: firstTreatedOn(db, episodeId), prescribers: prescribersOf(db, episodeId) }
}

function prescribersOf(db: Database, episodeId: EpisodeId): ReadonlyMap<PrescriptionId, PrescriberId> {
  const rows = statement<{ episodeId: string }, { id: PrescriptionId; prescriberId: PrescriberId }>(
    db,
    'SELECT id, prescriber_id AS prescriberId FROM prescriptions WHERE episode_id = :episodeId',
  ).all({ episodeId })
  return new Map(rows.map(({ id, prescriberId }) => [id, prescriberId]))
}

function firstTreatedOn(db: Database, episodeId: EpisodeId): LocalDate | null {
  return (
    statement<{ episodeId: string }, { on: LocalDate | null }>(
      db,
      `SELECT substr(min(starts_at), 1, 10) AS "on"
         FROM appointments
        WHERE episode_id = :episodeId AND status IN ('finished', 'checked-out')`,
    ).get({ episodeId })?.on ?? null
  )
}
