import type { Invoice } from '../../shared/billing/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getPackage, type HeldPackage, packagesBefore, packagesOfSale } from './repository.ts'

/**
 * The most that can be let go on a sale by a credit note, discount, write-off or adjustment: what visits paid with its packages stays. Products count first: a
 * credit note that reaches into a package’s price ends the package (its state is `ended` from then on), and taking the credit note back revives it.
 */
export function mostToCredit(db: Database, { id, total, reduced }: Pick<Invoice, 'id' | 'total' | 'reduced'>): Cents {
  const bound = packagesOfSale(db, id).reduce((sum, one) => sum + boundIn(db, one), 0)
  return cents(Math.max(0, total - reduced - bound))
}

/** Refuses to let go of what visits paid with a sale’s packages: `rule_broken`, with how much can be. Other invoices pass. */
export function refuseBeyondUnused(db: Database, invoice: Invoice, amount: Cents): void {
  if (invoice.kind !== 'sale') return
  const most = mostToCredit(db, invoice)
  if (amount <= most) return
  const sentence = `Visits were taken from the package on ${invoice.number}. At most ${formatMoney(most)} of it can be let go.`
  throw new DomainError('rule_broken', sentence, { amount: sentence })
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
