import { daysBetween, type LocalDate } from '../../shared/lib/dates.ts'
import type { SoldPackage } from '../../shared/packages/schema.ts'
import { restOf } from '../../shared/packages/shares.ts'
import { EXPIRES_SOON_DAYS, stateOf } from '../../shared/packages/state.ts'
import { leftInWords } from '../../shared/packages/words.ts'
import type { HeldPackage } from './repository.ts'

/** A package as screens show it on a day. */
export function shownPackage(one: HeldPackage, today: LocalDate): SoldPackage {
  const { id, patientId, patientName, name, counts, amount, boughtOn, expiresOn, isShared, invoiceId, invoiceNumber, owed, left, price } = one
  const state = stateOf(one, today)
  return {
    id,
    patientId,
    patientName,
    name,
    counts,
    amount,
    left,
    boughtOn,
    expiresOn,
    isShared,
    invoiceId,
    invoiceNumber,
    owed,
    state,
    price,
    leftWords: leftInWords(one),
    rest: restOf(one),
    expiresSoon: state === 'usable' && expiresOn !== null && daysBetween(today, expiresOn) <= EXPIRES_SOON_DAYS,
  }
}
