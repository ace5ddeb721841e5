import type { UsablePackage } from '../../shared/billing/schema.ts'
import { dayOf, type LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, PatientId } from '../../shared/lib/ids.ts'
import type { PackageCounts, PackageState } from '../../shared/packages/schema.ts'
import { takeFrom } from '../../shared/packages/shares.ts'
import { stateOf } from '../../shared/packages/state.ts'
import { leftAndExpiry, leftInWords, whyNotUsable } from '../../shared/packages/words.ts'
import type { Services } from '../app/services.ts'
import { getAppointment } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { packagesOpenTo } from './repository.ts'

/** A visit that might be taken from a package: its full fee in cents, and the minutes of treatment. */
export type Visit = { readonly patientId: PatientId; readonly appointmentId: AppointmentId; readonly total: number; readonly minutes: number }

const SHOWN: readonly PackageState[] = ['usable', 'unpaid', 'expired']

/**
 * The packages a visit can be taken from, the patient’s own and those the household shares, the soonest to expire first, each with what it would pay. Those not
 * paid in full, or expired by the day of the visit, come last and say so.
 */
export function usablePackages({ db, clock }: Pick<Services, 'db' | 'clock'>, visit: Visit): UsablePackage[] {
  const on = dayOf(getAppointment(db, visit.appointmentId, clock.today()).startsAt)
  const shown = packagesOpenTo(db, visit.patientId)
    .map(one => ({ ...one, state: stateOf(one, on) }))
    .filter(({ state }) => SHOWN.includes(state))
    .map(one => {
      const { amount, value, discount } = takeFrom(one, visit)
      const ownerName = one.patientId === visit.patientId ? '' : one.patientName
      const left = leftInWords({ ...one, left: one.left - amount })
      return { id: one.id, name: one.name, words: leftAndExpiry(one), ownerName, value, discount, left, obstacle: whyNotUsable(one) }
    })
  return [...shown.filter(({ obstacle }) => obstacle === null), ...shown.filter(({ obstacle }) => obstacle !== null)]
}

/** A package with something left, as a receipt says it. */
export type PackageLeft = {
  readonly name: string
  /** “3 of 6 visits left” */
  readonly words: string
  readonly left: number
  readonly amount: number
  readonly counts: PackageCounts
  readonly expiresOn: LocalDate | null
  /** Whose it is, where another of the household shares it; empty for the patient’s own. */
  readonly ownerName: string
}

/** What a patient can still use on a day, their own and what the household shares, the soonest to expire first; also what is not paid in full yet. */
export function packagesLeft(db: Database, patientId: PatientId, on: LocalDate): PackageLeft[] {
  return packagesOpenTo(db, patientId)
    .filter(one => ['usable', 'unpaid'].includes(stateOf(one, on)))
    .map(one => {
      const { name, left, amount, counts, expiresOn } = one
      return { name, words: leftInWords(one), left, amount, counts, expiresOn, ownerName: one.patientId === patientId ? '' : one.patientName }
    })
}
