import { DomainError } from '../../shared/lib/errors.ts'
import { RoomId } from '../../shared/lib/ids.ts'
import { leavingRefusal } from '../../shared/practice/leaving.ts'
import type { Room, RoomFields } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { bookedAhead } from '../appointments/booked-ahead-repository.ts'
import { transaction } from '../db/transaction.ts'
import { getRoom, listRooms, placeRoom, writeRoom } from './rooms-repository.ts'

type Input = { id: RoomId | null; fields: RoomFields; isActive: boolean }

/** Adds a room (`id` null) or changes one. Throws `not_found`, `conflict` for a second room of that name, `rule_broken` where one with booked visits is no longer used. */
export function saveRoom({ db, newId, clock }: Pick<Services, 'db' | 'newId' | 'clock'>, { id, fields, isActive }: Input): Room {
  return transaction(db, () => {
    const before = id ? getRoom(db, id) : null
    const room = { ...fields, isActive, id: id ?? RoomId.parse(newId()) }
    const namesake = listRooms(db).find(other => other.id !== room.id && other.name.toLowerCase() === room.name.toLowerCase())
    if (namesake) throw new DomainError('conflict', `There is already a room called “${namesake.name}”.`, { 'fields.name': 'There is a room of this name.' })
    const refusal = before && !isActive && leavingRefusal(before.name, bookedAhead(db, { practitionerId: null, roomId: room.id, from: clock.today() }))
    if (refusal) throw new DomainError('rule_broken', refusal, { isActive: refusal })
    writeRoom(db, room)
    return getRoom(db, room.id)
  })
}

/** Puts the rooms into an order. Throws `invalid_input` unless every room is named once. */
export function orderRooms({ db }: Pick<Services, 'db'>, { ids }: { ids: readonly RoomId[] }): Room[] {
  return transaction(db, () => {
    if (!isWholeList(ids, listRooms(db))) throw new DomainError('invalid_input', 'The list of rooms changed meanwhile. Look again.')
    for (const [position, id] of ids.entries()) placeRoom(db, { id, position })
    return listRooms(db)
  })
}

function isWholeList(ids: readonly string[], all: readonly { id: string }[]): boolean {
  return ids.length === all.length && all.every(({ id }) => ids.includes(id))
}
