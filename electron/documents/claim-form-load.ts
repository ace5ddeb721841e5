import type { ClaimSource } from '../../shared/documents/claim-form-compose.ts'
import type { ClaimRange } from '../../shared/documents/claim-form-requests.ts'
import type { Database } from '../db/open.ts'
import { getPatient } from '../patients/repository.ts'
import { chargedVisits, type VisitOnPaper } from './charged-visits.ts'
import { firstTreatedOn, prescribersOf } from './claim-form-repository.ts'

/** What a claim is made from; visits of other episodes are left out. Throws `not_found` for an unknown patient. */
export function loadClaim(
  db: Database,
  { patientId, episodeId, from, to, typed }: ClaimRange,
): Omit<ClaimSource, 'visits'> & { readonly visits: readonly VisitOnPaper[] } {
  const { releaseSignedOn } = getPatient(db, patientId)
  const visits = chargedVisits(db, { patientId, from, to }).filter(({ facts }) => facts.episode?.id === episodeId)
  return { visits, typed, releaseSignedOn, firstTreatedOn: firstTreatedOn(db, episodeId), prescribers: prescribersOf(db, episodeId) }
}
