import type { Estimate } from '../documents/estimate.ts'
import { dayOf, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { PractitionerId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { feeOn } from '../practice/fees.ts'
import type { Service } from '../practice/schema.ts'

/** How things stand now, to be compared with an estimate that was given. */
export type PlanNow = {
  readonly today: LocalDate
  /** Visits that took place or stand booked and that the patient pays, in order of time. */
  readonly visits: readonly { readonly startsAt: LocalDateTime; readonly practitionerId: PractitionerId; readonly practitionerName: string }[]
  readonly services: readonly Service[]
}

/** What changed since an estimate was given, in sentences: more visits, a higher fee, somebody who is not named. Fewer or cheaper is no change of scope. */
export function estimateChanges({ from, to, visits, basis }: Pick<Estimate, 'from' | 'to' | 'visits' | 'basis'>, now: PlanNow): string[] {
  const within = now.visits.filter(({ startsAt }) => dayOf(startsAt) >= from && dayOf(startsAt) <= to)
  const coming = within.filter(({ startsAt }) => dayOf(startsAt) >= now.today)
  const more = within.length > visits ? [`${within.length} visits are planned, the estimate has ${visits}.`] : []
  const known = new Set<PractitionerId>(basis.practitionerIds)
  const others = [...new Set(coming.filter(({ practitionerId }) => !known.has(practitionerId)).map(({ practitionerName }) => practitionerName))]
  const last = coming.at(-1)
  const fees = last ? risen(basis.fees, dayOf(last.startsAt), now.services) : []
  return [...more, ...others.map(name => `${name} is not on the estimate.`), ...fees]
}

function risen(fees: Estimate['basis']['fees'], on: LocalDate, services: readonly Service[]): string[] {
  return fees.flatMap(({ serviceId, name, unitFee }) => {
    const service = services.find(({ id }) => id === serviceId)
    const fee = service ? feeOn(service, on) : unitFee
    return fee > unitFee ? [`${name} costs ${formatMoney(fee)} a unit, the estimate says ${formatMoney(unitFee)}.`] : []
  })
}
