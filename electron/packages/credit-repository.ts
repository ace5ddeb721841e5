import type { Invoice } from '../../shared/billing/schema.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getPackage, type HeldPackage, packagesBefore, packagesOfSale } from './repository.ts'

/**
 * The most that can be let go on an invoice: by a credit note, and on a sale by a discount, write-off or adjustment too. Of a sale: what visits paid with its
 * packages stays. Of a visit: what a package paid is no money; voiding the invoice gives the visit back instead. Products count first: a credit note that
 * reaches into a package’s price ends the package (its state is `ended` from then on), and taking the credit note back revives it.
 */
export function mostToCredit(db: Database, { id, kind, total, reduced, entries }: Invoice): Cents {
  const charged = total - reduced
  if (kind !== 'sale') return cents(charged + entries.reduce((sum, entry) => sum + (entry.kind === 'package' ? entry.amount : 0), 0))
  const bound = packagesOfSale(db, id).reduce((sum, one) => sum + boundIn(db, one), 0)
  return cents(Math.max(0, charged - bound))
}

/** What visits paid with a package and its upgrades, as far as its other sales do not hold it. */
function boundIn(db: Database, one: HeldPackage): number {
  const newest = newestOf(db, one)
  const others = [newest, ...packagesBefore(db, newest)].filter(({ id }) => id !== one.id)
  const heldByOthers = others.reduce((sum, { kept }) => sum + kept, 0)
  return Math.min(one.kept, Math.max(0, newest.carriedValue + newest.usedValue - heldByOthers))
}

function newestOf(db: Database, one: HeldPackage): HeldPackage {
  const next = statement<{ id: string }, Pick<HeldPackage, 'id'>>(
    db,
    `SELECT n.id
       FROM packages n
       JOIN invoices i ON i.id = n.invoice_id
      WHERE n.upgrade_of = :id AND i.voided_at IS NULL`,
  ).get({ id: one.id })
  return next ? newestOf(db, getPackage(db, next.id)) : one
}
