import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PackageTypeId } from '../../shared/lib/ids.ts'
import type { PackageType } from '../../shared/packages/schema.ts'
import type { Services } from '../app/services.ts'
import { getPackageType, listPackageTypes, writePackageType } from './types-repository.ts'

/** Adds a package to what is sold (`id` null) or changes one; those sold stay as they are. Throws `not_found`, and `conflict` for a second one of that name. */
export function savePackageType({ db, newId }: Pick<Services, 'db' | 'newId'>, { id, fields }: Parsed<'packages.saveType'>): PackageType {
  const typeId = id === null ? PackageTypeId.parse(newId()) : getPackageType(db, id).id
  const namesake = listPackageTypes(db).find(other => other.id !== typeId && other.name.toLowerCase() === fields.name.toLowerCase())
  if (namesake)
    throw new DomainError('conflict', `There is already a package called “${namesake.name}”.`, { 'fields.name': 'There is a package of this name.' })
  writePackageType(db, { ...fields, id: typeId })
  return getPackageType(db, typeId)
}
