import type { Parsed } from '../../shared/ipc/contract.ts'
import { addMonths, formatDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { PackageDetail } from '../../shared/packages/schema.ts'
import { stateOf } from '../../shared/packages/state.ts'
import { whyNotUsable } from '../../shared/packages/words.ts'
import type { Services } from '../app/services.ts'
import { packageDetail } from './package-detail.ts'
import { getPackage, updateExpiry } from './repository.ts'
import { insertExtension } from './uses-repository.ts'

/** Lets a package be used until a later day, with a reason. Throws `invalid_input` for an earlier day, `rule_broken` where it is over or never expires. */
export function extendPackage(services: Services, { packageId, until, reason }: Parsed<'packages.extend'>): PackageDetail {
  const { db, clock } = services
  const today = clock.today()
  const one = getPackage(db, packageId)
  const state = stateOf(one, today)
  const obstacle = state === 'expired' || state === 'unpaid' ? null : whyNotUsable({ ...one, state })
  if (obstacle !== null) throw new DomainError('rule_broken', obstacle)
  if (one.expiresOn === null) throw new DomainError('rule_broken', `${one.name} does not expire.`)
  const refuse = (sentence: string) => {
    throw new DomainError('invalid_input', sentence, { until: sentence })
  }
  if (until <= one.expiresOn) refuse(`Choose a day after ${formatDate(one.expiresOn)}.`)
  if (until < today) refuse('Choose today or a later day.')
  if (until > addMonths(today, 120)) refuse('Choose a day within ten years.')
  insertExtension(services, { packageId, until, reason })
  updateExpiry(db, { id: packageId, expiresOn: until })
  return packageDetail(db, packageId, today)
}
