import { DomainError } from '../../shared/lib/errors.ts'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { getRoom } from '../practice/rooms-repository.ts'
import { listCalendarPractitioners } from './repository.ts'

/** Refuses a practitioner who is not in the records (`not_found`) or has left (`rule_broken`). */
export function refusePractitioner(db: Database, id: PractitionerId) {
  const practitioner = listCalendarPractitioners(db).find(each => each.id === id)
  if (!practitioner) throw new DomainError('not_found', 'That practitioner is no longer in the records.')
  if (!practitioner.isActive) throw new DomainError('rule_broken', `${practitioner.name} no longer takes visits. Choose another practitioner.`)
}

/** Refuses a room that is not in the records (`not_found`) or no longer used (`rule_broken`). */
export function refuseRoom(db: Database, id: RoomId) {
  const { name, isActive } = getRoom(db, id)
  if (!isActive) throw new DomainError('rule_broken', `${name} is no longer used. Choose another room.`)
}
