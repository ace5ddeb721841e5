import { DomainError } from '../../shared/lib/errors.ts'
import type { PackageTypeId } from '../../shared/lib/ids.ts'
import { PackageType } from '../../shared/packages/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Row = Omit<PackageType, 'isShared' | 'isActive'> & { readonly isShared: number; readonly isActive: number }

/** Every package the clinic sells or sold, in order. */
export function listPackageTypes(db: Database): PackageType[] {
  return statement<Record<string, never>, Row>(
    db,
    `SELECT id, name, counts, amount, price_cents AS price, months_valid AS monthsValid, is_shared AS isShared, is_active AS isActive
       FROM package_types
      ORDER BY position, id`,
  )
    .all({})
    .map(row => PackageType.parse({ ...row, isShared: row.isShared === 1, isActive: row.isActive === 1 }))
}

/** One of them. Throws `not_found`. */
export function getPackageType(db: Database, id: PackageTypeId): PackageType {
  const type = listPackageTypes(db).find(one => one.id === id)
  if (!type) throw new DomainError('not_found', 'That package is no longer in the records.')
  return type
}

/** Writes what is sold; a new one comes last. */
export function writePackageType(db: Database, type: PackageType) {
  statement(
    db,
    `INSERT INTO package_types (id, name, counts, amount, price_cents, months_valid, is_shared, is_active, position)
          VALUES (:id, :name, :counts, :amount, :price, :monthsValid, :isShared, :isActive, (SELECT count(*) FROM package_types))
     ON CONFLICT (id) DO UPDATE
             SET name = :name, counts = :counts, amount = :amount, price_cents = :price, months_valid = :monthsValid, is_shared = :isShared,
                 is_active = :isActive`,
  ).run({ ...type, isShared: Number(type.isShared), isActive: Number(type.isActive) })
}
