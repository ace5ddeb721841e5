import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { InvoiceId, PackageId, PatientId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import type { PackageCounts, SoldPackage } from '../../shared/packages/schema.ts'
import { type Counted, leftOf } from '../../shared/packages/shares.ts'
import type { Standing } from '../../shared/packages/state.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** A package as it is written down: an item of a sale, bought by a patient. */
export type NewPackage = {
  readonly id: PackageId
  readonly patientId: PatientId
  readonly name: string
  readonly counts: PackageCounts
  readonly amount: number
  readonly price: Cents
  readonly boughtOn: LocalDate
  readonly expiresOn: LocalDate | null
  readonly isShared: boolean
  readonly invoiceId: InvoiceId
  /** Which item of the sale it is, from 1. */
  readonly itemPosition: number
  readonly upgradeOf: PackageId | null
}

/** Writes down a package that was sold. */
export function insertPackage(db: Database, one: NewPackage): void {
  statement(
    db,
    `INSERT INTO packages (id, patient_id, name, counts, amount, price_cents, bought_on, expires_on, is_shared, invoice_id, item_position, upgrade_of)
          VALUES (:id, :patientId, :name, :counts, :amount, :price, :boughtOn, :expiresOn, :isShared, :invoiceId, :itemPosition, :upgradeOf)`,
  ).run({ ...one, isShared: Number(one.isShared) })
}

type Row = Omit<NewPackage, 'isShared' | 'itemPosition'> & {
  readonly isShared: number
  readonly patientName: string
  readonly invoiceNumber: string
  readonly isVoid: number
  readonly isUpgraded: number
  readonly owed: number
  /** What its item was sold for: the price, or the difference of an upgrade. */
  readonly soldFor: number
  /** What was let go on its sale: all of it, by credit notes, and what of it the items before this one take. Products come first, then packages in order. */
  readonly reduced: number
  readonly credited: number
  readonly before: number
  /** What was used before upgrades. */
  readonly carriedAmount: number
  readonly carriedValue: number
  readonly usedAmount: number
  readonly usedShare: number
  readonly usedValue: number
}

/** A sum over the uses of what a package was before its upgrades. */
const carried = (column: string) =>
  `CASE WHEN k.upgrade_of IS NULL THEN 0 ELSE (WITH RECURSIVE b (id) AS (SELECT k.upgrade_of UNION SELECT o.upgrade_of FROM packages o JOIN b ON o.id = b.id)
             SELECT coalesce(sum(c.${column}), 0) FROM package_uses c JOIN b ON c.package_id = b.id) END`

const CREDITED = `(SELECT coalesce(0 - sum(e.amount_cents), 0) FROM ledger e WHERE e.invoice_id = i.id AND e.kind = 'credit-note')`
const BEFORE = `(SELECT coalesce(sum(b.amount_cents + b.tax_cents), 0) FROM invoice_items b
              WHERE b.invoice_id = i.id AND (b.kind = 'product' OR b.position < k.item_position))`
const IS_UPGRADED = 'EXISTS (SELECT 1 FROM packages n JOIN invoices ni ON ni.id = n.invoice_id WHERE n.upgrade_of = k.id AND ni.voided_at IS NULL)'

const PACKAGES = `
     SELECT k.id, k.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName, k.name, k.counts, k.amount, k.price_cents AS price,
            k.bought_on AS boughtOn, k.expires_on AS expiresOn, k.is_shared AS isShared, k.invoice_id AS invoiceId, i.number AS invoiceNumber,
            k.upgrade_of AS upgradeOf, ${carried('amount')} AS carriedAmount,
            ${carried('value_cents')} AS carriedValue, i.voided_at IS NOT NULL AS isVoid,
            i.total_cents - i.paid_cents - i.reduced_cents AS owed, t.amount_cents AS soldFor, i.reduced_cents AS reduced,
            ${CREDITED} AS credited, ${BEFORE} AS before, ${IS_UPGRADED} AS isUpgraded,
            coalesce(sum(u.amount), 0) AS usedAmount, coalesce(sum(u.share_cents), 0) AS usedShare, coalesce(sum(u.value_cents), 0) AS usedValue
       FROM packages k
       JOIN patients p ON p.id = k.patient_id
       JOIN invoices i ON i.id = k.invoice_id
       JOIN invoice_items t ON t.invoice_id = k.invoice_id AND t.position = k.item_position
       LEFT JOIN package_uses u ON u.package_id = k.id`

/** A package sold, with everything its uses and its state are decided from. */
export type HeldPackage = Omit<NewPackage, 'itemPosition'> &
  Counted &
  Standing &
  Pick<SoldPackage, 'patientName' | 'invoiceNumber' | 'owed'> & {
    /** What it is sold for, before anything was let go on its sales: `price` is what remains of that. */
    readonly listPrice: Cents
    /** What of its own sale’s item was not let go. */
    readonly kept: Cents
  }

/** What of a package’s item stands, and what was let go of it. */
const kept = ({ soldFor, reduced, before }: Row) => soldFor - Math.min(soldFor, Math.max(0, reduced - before))

/** A row together with those it was upgraded from: the price and what is owed are sums over all their sales. */
function held(db: Database, row: Row): HeldPackage {
  const { soldFor: _soldFor, reduced: _reduced, credited: _credited, before: _before, isShared, isVoid, isUpgraded, ...one } = row
  const sales = [row, ...salesBefore(db, row)]
  const counted = { ...one, price: cents(sales.reduce((sum, sale) => sum + kept(sale), 0)) }
  return {
    ...counted,
    listPrice: row.price,
    kept: cents(kept(row)),
    owed: cents(row.isVoid === 1 ? 0 : sales.reduce((sum, sale) => sum + sale.owed, 0)),
    isShared: isShared === 1,
    isVoid: isVoid === 1,
    isUpgraded: isUpgraded === 1,
    isEnded: sales.some(sale => sale.credited > sale.before),
    left: leftOf(counted),
  }
}

function salesBefore(db: Database, { upgradeOf }: Row): Row[] {
  if (upgradeOf === null) return []
  const row = statement<{ id: string }, Row>(db, `${PACKAGES} WHERE k.id = :id GROUP BY k.id`).get({ id: upgradeOf })
  return row ? [row, ...salesBefore(db, row)] : []
}

/** One package sold. Throws `not_found`. */
export function getPackage(db: Database, id: PackageId): HeldPackage {
  const row = statement<{ id: string }, Row>(db, `${PACKAGES} WHERE k.id = :id GROUP BY k.id`).get({ id })
  if (!row) throw new DomainError('not_found', 'That package is no longer in the records.')
  return held(db, row)
}

/** What it was before, the newest first: each as sold at its time. */
export function packagesBefore(db: Database, { upgradeOf }: Pick<HeldPackage, 'upgradeOf'>): HeldPackage[] {
  if (upgradeOf === null) return []
  const one = getPackage(db, upgradeOf)
  return [one, ...packagesBefore(db, one)]
}

/** The packages a sale sold, in order. */
export function packagesOfSale(db: Database, invoiceId: InvoiceId): HeldPackage[] {
  return statement<{ invoiceId: string }, Row>(db, `${PACKAGES} WHERE k.invoice_id = :invoiceId GROUP BY k.id ORDER BY k.item_position`)
    .all({ invoiceId })
    .map(row => held(db, row))
}

/** The patient’s own packages and those the household shares, the soonest to expire first; also those that cannot be used any more. */
export function packagesOpenTo(db: Database, patientId: PatientId): HeldPackage[] {
  return statement<{ patientId: string }, Row>(
    db,
    `${PACKAGES}
      WHERE k.patient_id = :patientId
         OR (k.is_shared = 1 AND k.patient_id IN (SELECT m.id FROM patients me JOIN patients m ON m.household_id = me.household_id WHERE me.id = :patientId))
      GROUP BY k.id
      ORDER BY k.expires_on IS NULL, k.expires_on, k.row`,
  )
    .all({ patientId })
    .map(row => held(db, row))
}

/** Which packages a list shows: those with something left, or those that are over. `find`: part of the patient’s or the package’s name. */
export type Listing = { readonly isOver: boolean; readonly find: string; readonly on: LocalDate }

const LISTED = `
       FROM packages k
       JOIN patients p ON p.id = k.patient_id
       JOIN invoices i ON i.id = k.invoice_id
      WHERE (:find = '' OR instr(lower(p.first_name || ' ' || p.last_name || ' ' || p.first_name || ' ' || k.name), :find) > 0)
        AND (i.voided_at IS NOT NULL OR coalesce(k.expires_on < :on, 0) OR ${IS_UPGRADED} OR (i.reduced_cents > 0 AND ${CREDITED} > ${BEFORE})
             OR k.amount <= ${carried('amount')} + (SELECT coalesce(sum(u.amount), 0) FROM package_uses u WHERE u.package_id = k.id)) = :isOver`

/** Packages of everybody, the soonest to expire first (of those over: the newest first), at most 200, and how many there are. */
export function listSold(db: Database, { isOver, find, on }: Listing): { readonly rows: HeldPackage[]; readonly count: number } {
  const input = { find: find.toLowerCase(), on, isOver: Number(isOver) }
  const order = isOver ? 'k.row DESC' : 'k.expires_on IS NULL, k.expires_on, k.row'
  const found = statement<typeof input, { id: PackageId }>(db, `SELECT k.id ${LISTED} ORDER BY ${order} LIMIT 200`).all(input)
  const count = statement<typeof input, { count: number }>(db, `SELECT count(*) AS count ${LISTED}`).get(input)?.count ?? 0
  return { rows: found.map(({ id }) => getPackage(db, id)), count }
}

/** Lets a package be used until a day. */
export function updateExpiry(db: Database, { id, expiresOn }: { id: PackageId; expiresOn: LocalDate }): void {
  statement(db, 'UPDATE packages SET expires_on = :expiresOn WHERE id = :id').run({ id, expiresOn })
}
