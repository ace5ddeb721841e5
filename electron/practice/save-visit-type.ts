import { DomainError } from '../../shared/lib/errors.ts'
import { VisitTypeId } from '../../shared/lib/ids.ts'
import type { VisitType, VisitTypeFields } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getVisitType, listVisitTypes, placeVisitType, writeVisitType } from './visit-types-repository.ts'

type Input = { id: VisitTypeId | null; fields: VisitTypeFields; isActive: boolean }

/**
 * Adds a visit type (`id` null) or changes one; booked visits keep the length they were booked with. Throws `not_found`, and `conflict` when another one
 * has that name.
 */
export function saveVisitType({ db, newId }: Pick<Services, 'db' | 'newId'>, { id, fields, isActive }: Input): VisitType {
  return transaction(db, () => {
    if (id) getVisitType(db, id)
    const type = { ...fields, isActive, id: id ?? VisitTypeId.parse(newId()) }
    const namesake = listVisitTypes(db).find(other => other.id !== type.id && other.name.toLowerCase() === type.name.toLowerCase())
    if (namesake)
      throw new DomainError('conflict', `There is already a visit type called “${namesake.name}”.`, { 'fields.name': 'There is a visit type of this name.' })
    writeVisitType(db, type)
    return getVisitType(db, type.id)
  })
}

/** Puts the visit types into an order. Throws `invalid_input` unless every one is named once. */
export function orderVisitTypes({ db }: Pick<Services, 'db'>, { ids }: { ids: readonly VisitTypeId[] }): VisitType[] {
  return transaction(db, () => {
    const all = listVisitTypes(db)
    if (ids.length !== all.length || !all.every(({ id }) => ids.includes(id)))
      throw new DomainError('invalid_input', 'The list of visit types changed meanwhile. Look again.')
    for (const [position, id] of ids.entries()) placeVisitType(db, { id, position })
    return listVisitTypes(db)
  })
}
