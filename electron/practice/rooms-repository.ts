import { DomainError } from '../../shared/lib/errors.ts'
import type { RoomId } from '../../shared/lib/ids.ts'
import { Room } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type RoomRow = Omit<Room, 'isActive'> & { isActive: number }

/** Every room in its order, also those no longer used. */
export function listRooms(db: Database): Room[] {
  return statement<Record<string, never>, RoomRow>(db, 'SELECT id, name, is_active AS isActive FROM rooms ORDER BY position, id')
    .all({})
    .map(row => Room.parse({ ...row, isActive: row.isActive === 1 }))
}

/** One room. Throws `not_found`. */
export function getRoom(db: Database, id: RoomId): Room {
  const room = listRooms(db).find(one => one.id === id)
  if (!room) throw new DomainError('not_found', 'That room is no longer in the records.')
  return room
}

/** Writes one room; a new one comes last. */
export function writeRoom(db: Database, room: Room) {
  statement(
    db,
    `INSERT INTO rooms (id, name, is_active, position)
          VALUES (:id, :name, :isActive, (SELECT count(*) FROM rooms))
     ON CONFLICT (id) DO UPDATE
             SET name = :name, is_active = :isActive`,
  ).run({ ...room, isActive: Number(room.isActive) })
}

/** Gives a room its place in the order, 0 first. */
export function placeRoom(db: Database, { id, position }: { id: RoomId; position: number }) {
  statement(db, 'UPDATE rooms SET position = :position WHERE id = :id').run({ id, position })
}
