import { DomainError } from '../../shared/lib/errors.ts'
import type { ProductId } from '../../shared/lib/ids.ts'
import { Product } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Row = Omit<Product, 'isTaxable' | 'isActive'> & { readonly isTaxable: number; readonly isActive: number }

/** Every product in its order, also those no longer sold. */
export function listProducts(db: Database): Product[] {
  return statement<Record<string, never>, Row>(
    db,
    `SELECT id, name, price_cents AS price, is_taxable AS isTaxable, is_active AS isActive
       FROM products
      ORDER BY position, id`,
  )
    .all({})
    .map(row => Product.parse({ ...row, isTaxable: row.isTaxable === 1, isActive: row.isActive === 1 }))
}

/** One product. Throws `not_found`. */
export function getProduct(db: Database, id: ProductId): Product {
  const product = listProducts(db).find(one => one.id === id)
  if (!product) throw new DomainError('not_found', 'That product is no longer in the records.')
  return product
}

/** Writes one product; a new one comes last. */
export function writeProduct(db: Database, product: Product) {
  statement(
    db,
    `INSERT INTO products (id, name, price_cents, is_taxable, is_active, position)
          VALUES (:id, :name, :price, :isTaxable, :isActive, (SELECT count(*) FROM products))
     ON CONFLICT (id) DO UPDATE
             SET name = :name, price_cents = :price, is_taxable = :isTaxable, is_active = :isActive`,
  ).run({ ...product, isTaxable: Number(product.isTaxable), isActive: Number(product.isActive) })
}
