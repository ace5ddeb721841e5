import { DomainError } from '../../shared/lib/errors.ts'
import type { VisitTypeId } from '../../shared/lib/ids.ts'
import { VisitType } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type VisitTypeRow = Omit<VisitType, 'isActive' | 'isForFirstVisit'> & { isActive: number; isForFirstVisit: number }

/** Every visit type in its order, also those no longer offered. */
export function listVisitTypes(db: Database): VisitType[] {
  return statement<Record<string, never>, VisitTypeRow>(
    db,
    `SELECT id, name, minutes, buffer_minutes AS bufferMinutes, colour, for_first AS isForFirstVisit, is_active AS isActive
       FROM visit_types
      ORDER BY position, id`,
  )
    .all({})
    .map(row => VisitType.parse({ ...row, isForFirstVisit: row.isForFirstVisit === 1, isActive: row.isActive === 1 }))
}

/** One visit type. Throws `not_found`. */
export function getVisitType(db: Database, id: VisitTypeId): VisitType {
  const type = listVisitTypes(db).find(one => one.id === id)
  if (!type) throw new DomainError('not_found', 'That visit type is no longer in the records.')
  return type
}

/** Writes one visit type; a new one comes last. */
export function writeVisitType(db: Database, type: VisitType) {
  statement(
    db,
    `INSERT INTO visit_types (id, name, minutes, buffer_minutes, colour, for_first, is_active, position)
          VALUES (:id, :name, :minutes, :bufferMinutes, :colour, :isForFirstVisit, :isActive, (SELECT count(*) FROM visit_types))
     ON CONFLICT (id) DO UPDATE
             SET name = :name, minutes = :minutes, buffer_minutes = :bufferMinutes, colour = :colour, for_first = :isForFirstVisit, is_active = :isActive`,
  ).run({ ...type, isForFirstVisit: Number(type.isForFirstVisit), isActive: Number(type.isActive) })
}

/** Gives a visit type its place in the order, 0 first. */
export function placeVisitType(db: Database, { id, position }: { id: VisitTypeId; position: number }) {
  statement(db, 'UPDATE visit_types SET position = :position WHERE id = :id').run({ id, position })
}
