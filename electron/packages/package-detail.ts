import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PackageId } from '../../shared/lib/ids.ts'
import type { PackageDetail } from '../../shared/packages/schema.ts'
import { unspentOf } from '../../shared/packages/shares.ts'
import { stateOf } from '../../shared/packages/state.ts'
import { upgradeObstacle, upgradesOf } from '../../shared/packages/upgrades.ts'
import type { Database } from '../db/open.ts'
import { getPackage, packagesBefore } from './repository.ts'
import { shownPackage } from './shown-package.ts'
import { listPackageTypes } from './types-repository.ts'
import { listExtensions, listUses } from './uses-repository.ts'

/** A package with its uses, its past and what it can become on a day. Throws `not_found`. */
export function packageDetail(db: Database, id: PackageId, today: LocalDate): PackageDetail {
  const held = getPackage(db, id)
  const one = { ...held, state: stateOf(held, today) }
  const before = packagesBefore(db, held).toReversed()
  const ids = [...before.map(earlier => earlier.id), id]
  return {
    ...shownPackage(held, today),
    uses: listUses(db, ids),
    unspent: unspentOf(held),
    extensions: listExtensions(db, ids),
    before: before.map(({ name, invoiceId, invoiceNumber, boughtOn }) => ({ name, invoiceId, invoiceNumber, boughtOn })),
    upgrades: upgradesOf(one, listPackageTypes(db), today),
    upgradeObstacle: upgradeObstacle(one),
  }
}
