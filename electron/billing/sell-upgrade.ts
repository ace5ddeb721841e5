import type { Invoice } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PackageId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { stateOf } from '../../shared/packages/state.ts'
import { isLarger, upgradedExpiry, upgradeObstacle } from '../../shared/packages/upgrades.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPackage, insertPackage } from '../packages/repository.ts'
import { getPackageType } from '../packages/types-repository.ts'
import { issueSale, settle } from './sell.ts'

/**
 * Makes a package a larger, dearer one of the same kind: a sale of the difference, and a new package that counts the uses of the old one. What no visit was paid
 * with yet is spread over what is left from now on. Throws `rule_broken` where it cannot be, with the way out.
 */
export function upgradePackage(services: Services, { packageId, packageTypeId, payment }: Parsed<'billing.upgradePackage'>): Invoice {
  const { db, clock, newId } = services
  return transaction(db, () => {
    const today = clock.today()
    const held = getPackage(db, packageId)
    const one = { ...held, state: stateOf(held, today) }
    const type = getPackageType(db, packageTypeId)
    const obstacle = upgradeObstacle(one) ?? (isLarger(one, type) ? null : `${type.name} is not a larger package than ${one.name}. Choose one that is.`)
    if (obstacle !== null) throw new DomainError('rule_broken', obstacle)
    const { name, counts, amount, price, isShared } = type
    const difference = cents(price - one.listPrice)
    const item = {
      kind: 'package' as const,
      productId: null,
      name: `${name} (upgrade of ${one.name})`,
      quantity: 1,
      unitPrice: difference,
      amount: difference,
      tax: cents(0),
    }
    const invoice = issueSale(services, { patientId: one.patientId, items: [item], total: difference })
    insertPackage(db, {
      id: PackageId.parse(newId()),
      patientId: one.patientId,
      name,
      counts,
      amount,
      price,
      isShared,
      boughtOn: today,
      expiresOn: upgradedExpiry(one, type, today),
      invoiceId: invoice.id,
      itemPosition: 1,
      upgradeOf: one.id,
    })
    return settle(services, invoice, payment)
  })
}
