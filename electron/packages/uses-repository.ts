import type { Invoice } from '../../shared/billing/schema.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type InvoiceId, type PackageId, PackageUseId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import type { PackageExtension, PackageUse } from '../../shared/packages/schema.ts'
import { takeFrom } from '../../shared/packages/shares.ts'
import { stateOf } from '../../shared/packages/state.ts'
import { whyNotUsable } from '../../shared/packages/words.ts'
import { type Entering, enter } from '../billing/ledger-repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getPackage, type HeldPackage, packagesBefore, packagesOfSale, packagesOpenTo } from './repository.ts'

type NewUse = {
  readonly packageId: PackageId
  readonly invoiceId: InvoiceId
  readonly amount: number
  readonly share: number
  readonly value: number
  readonly reason: string
  readonly reverses: PackageUseId | null
}

function insertUse({ db, clock, newId, person }: Entering, use: NewUse) {
  statement(
    db,
    `INSERT INTO package_uses (id, package_id, invoice_id, amount, share_cents, value_cents, used_at, used_by, reason, reverses)
          VALUES (:id, :packageId, :invoiceId, :amount, :share, :value, :usedAt, :usedBy, :reason, :reverses)`,
  ).run({ ...use, id: PackageUseId.parse(newId()), usedAt: clock.now(), usedBy: person.name })
}

/** Which package pays which visit’s invoice, newly issued; `minutes` are those of the treatment. */
export type Using = { readonly packageId: PackageId; readonly invoice: Invoice; readonly minutes: number }

/**
 * Takes a visit from a package of the patient, or one the household shares: the visit’s share of the price pays, the rest of the full fee is let go. It goes by the
 * visit’s day, so that one before the package expired still counts. Throws `rule_broken` where the package cannot be used, with the way out.
 */
export function usePackage(entering: Entering, { packageId, invoice, minutes }: Using): void {
  const { db } = entering
  const one = packagesOpenTo(db, invoice.patientId).find(({ id }) => id === packageId)
  if (!one) throw new DomainError('rule_broken', `${getPackage(db, packageId).name} belongs to somebody else and is not shared with ${invoice.patientName}.`)
  const obstacle = whyNotUsable({ ...one, state: stateOf(one, invoice.serviceOn) })
  if (obstacle !== null) throw new DomainError('rule_broken', obstacle, { packageId: obstacle })
  if (invoice.kind !== 'visit') throw new DomainError('rule_broken', 'A package pays visits only.')
  if (invoice.paid + invoice.reduced > 0) throw new DomainError('rule_broken', `${invoice.number} is partly settled already. A package pays a whole visit.`)
  const use = takeFrom(one, { total: invoice.total, minutes })
  insertUse(entering, { packageId, invoiceId: invoice.id, amount: use.amount, share: use.share, value: use.value, reason: '', reverses: null })
  const entry = { patientId: invoice.patientId, invoiceId: invoice.id }
  enter(entering, { ...entry, kind: 'package', amount: cents(0 - use.value), reason: one.name })
  enter(entering, { ...entry, kind: 'discount', amount: cents(0 - use.discount), reason: `Package price (${one.name})` })
}

type Standing = Pick<NewUse, 'packageId' | 'amount' | 'share' | 'value'> & { readonly id: PackageUseId; readonly row: number }

function standingUsesOf(db: Database, invoiceId: InvoiceId): Standing[] {
  return statement<{ invoiceId: string }, Standing>(
    db,
    `SELECT u.id, u.row, u.package_id AS packageId, u.amount, u.share_cents AS share, u.value_cents AS value
       FROM package_uses u
      WHERE u.invoice_id = :invoiceId AND u.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM package_uses r WHERE r.reverses = u.id)
      ORDER BY u.row`,
  ).all({ invoiceId })
}

/**
 * Gives back what the invoice of a visit took from packages, because it is voided; one upgraded meanwhile has it in the larger one. The entries in the ledger are
 * reversed by the voiding itself.
 */
export function releasePackageUse(entering: Entering, invoiceId: InvoiceId, reason: string): void {
  for (const { id, packageId, amount, share, value } of standingUsesOf(entering.db, invoiceId)) {
    insertUse(entering, { packageId, invoiceId, amount: 0 - amount, share: 0 - share, value: 0 - value, reason, reverses: id })
  }
}

/** Refuses the voiding of a sale whose package was used or upgraded: `rule_broken`, with the way out. */
export function refuseVoidOfSale(db: Database, invoiceId: InvoiceId): void {
  for (const { name, isUpgraded, usedAmount } of packagesOfSale(db, invoiceId)) {
    if (isUpgraded) throw new DomainError('rule_broken', `${name} was upgraded. Void the invoice of the upgrade first.`)
    if (usedAmount > 0)
      throw new DomainError('rule_broken', `Visits were taken from ${name}. Void their invoices first, or give the unused rest back with a credit note.`)
  }
}

/** What a package paid of a visit, for the superbill: how much, the day on which the package was paid in full, and its name. */
export type PackagePayment = { readonly amount: Cents; readonly paidOn: LocalDate; readonly name: string }

/** What packages paid of a visit’s invoice and was not given back. */
export function packagePaymentsOf(db: Database, invoiceId: InvoiceId): PackagePayment[] {
  return standingUsesOf(db, invoiceId).map(({ packageId, value }) => {
    const one = getPackage(db, packageId)
    const sales = [one, ...packagesBefore(db, one)]
    const [lastDay] = sales.map(sale => paidInFullOn(db, sale.invoiceId) ?? sale.boughtOn).toSorted((a, b) => b.localeCompare(a))
    return { amount: cents(value), paidOn: lastDay ?? one.boughtOn, name: one.name }
  })
}

/** The day of the last money that settled an invoice; null where none did. */
function paidInFullOn(db: Database, invoiceId: InvoiceId): LocalDate | null {
  return (
    statement<{ invoiceId: string }, { day: LocalDate | null }>(
      db,
      `SELECT max(p.paid_on) AS day
         FROM (SELECT payment_id FROM ledger WHERE invoice_id = :invoiceId AND payment_id IS NOT NULL GROUP BY payment_id HAVING sum(amount_cents) < 0) s
         JOIN payments p ON p.id = s.payment_id`,
    ).get({ invoiceId })?.day ?? null
  )
}

/** A package a visit was taken from: what the visit took of it, and what was left right after. */
export type UsedPackage = { readonly one: HeldPackage; readonly taken: number; readonly left: number }

/** The packages a visit’s invoice was taken from, each as it stood after that visit, whatever became of it since. */
export function packagesUsedBy(db: Database, invoiceId: InvoiceId): UsedPackage[] {
  return standingUsesOf(db, invoiceId).map(({ packageId, amount, row }) => {
    const one = getPackage(db, packageId)
    const later = statement<{ packageId: string; row: number }, { amount: number }>(
      db,
      'SELECT coalesce(sum(amount), 0) AS amount FROM package_uses WHERE package_id = :packageId AND row > :row',
    ).get({ packageId, row })
    return { one, taken: amount, left: one.left + (later?.amount ?? 0) }
  })
}

/** Every use of a package and of what it was before, oldest first, also those given back. */
export function listUses(db: Database, ids: readonly PackageId[]): PackageUse[] {
  return statement<{ ids: string }, PackageUse>(
    db,
    `SELECT u.invoice_id AS invoiceId, i.number AS invoiceNumber, i.patient_id AS patientId, p.first_name || ' ' || p.last_name AS patientName,
            i.service_on AS serviceOn, u.amount, u.value_cents AS value, u.used_by AS usedBy, r.reason AS takenBack
       FROM package_uses u
       JOIN invoices i ON i.id = u.invoice_id
       JOIN patients p ON p.id = i.patient_id
       LEFT JOIN package_uses r ON r.reverses = u.id
      WHERE u.reverses IS NULL AND u.package_id IN (SELECT value FROM json_each(:ids))
      ORDER BY u.row`,
  ).all({ ids: JSON.stringify(ids) })
}

/** When packages were let be used longer, oldest first. */
export function listExtensions(db: Database, ids: readonly PackageId[]): PackageExtension[] {
  return statement<{ ids: string }, PackageExtension>(
    db,
    `SELECT until, reason, extended_at AS extendedAt, extended_by AS extendedBy
       FROM package_extensions
      WHERE package_id IN (SELECT value FROM json_each(:ids))
      ORDER BY row`,
  ).all({ ids: JSON.stringify(ids) })
}

/** Keeps that a package may be used longer, and why. */
export function insertExtension({ db, clock, person }: Entering, one: { packageId: PackageId; until: LocalDate; reason: string }): void {
  statement(
    db,
    `INSERT INTO package_extensions (package_id, until, reason, extended_at, extended_by)
          VALUES (:packageId, :until, :reason, :extendedAt, :extendedBy)`,
  ).run({ ...one, extendedAt: clock.now(), extendedBy: person.name })
}
