import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { ProductId } from '../../shared/lib/ids.ts'
import type { Product } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { getProduct, listProducts, writeProduct } from './products-repository.ts'

/** Adds a product (`id` null) or changes one; what was sold keeps its price. Throws `not_found`, and `conflict` for a second one of that name. */
export function saveProduct({ db, newId }: Pick<Services, 'db' | 'newId'>, { id, fields }: Parsed<'practice.saveProduct'>): Product {
  const productId = id === null ? ProductId.parse(newId()) : getProduct(db, id).id
  const namesake = listProducts(db).find(other => other.id !== productId && other.name.toLowerCase() === fields.name.toLowerCase())
  if (namesake)
    throw new DomainError('conflict', `There is already a product called “${namesake.name}”.`, { 'fields.name': 'There is a product of this name.' })
  writeProduct(db, { ...fields, id: productId })
  return getProduct(db, productId)
}
