import type { Invoice, UsablePackage } from '../../shared/billing/schema.ts'
import { dayOf, formatDate, type LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import type { PackageCounts, PackageState } from '../../shared/packages/schema.ts'
import { takeFrom } from '../../shared/packages/shares.ts'
import { stateOf } from '../../shared/packages/state.ts'
import { amountInWords, leftAndExpiry, leftInWords, whyNotUsable } from '../../shared/packages/words.ts'
import type { Services } from '../app/services.ts'
import { getAppointment } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import { type HeldPackage, packagesOpenTo } from './repository.ts'
import { packagesUsedBy } from './uses-repository.ts'

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
  readonly left: number
  readonly amount: number
  readonly counts: PackageCounts
  readonly expiresOn: LocalDate | null
  /** Whose it is, where another of the household shares it; empty for the patient’s own. */
  readonly ownerName: string
  /** “Visit 1 used on Dec 1, 2026”; empty where the receipt is of no use of it. */
  readonly usedWords: string
}

/**
 * What a patient can still use on a day, their own and what the household shares, the soonest to expire first; also what is not paid in full yet, and what the
 * visits of `invoiceIds` used up.
 */
export function packagesLeft(db: Database, patientId: PatientId, { on, invoiceIds }: { on: LocalDate; invoiceIds: readonly InvoiceId[] }): PackageLeft[] {
  const used = new Set(invoiceIds.flatMap(id => packagesUsedBy(db, id)).map(({ one }) => one.id))
  return packagesOpenTo(db, patientId)
    .filter(one => {
      const state = stateOf(one, on)
      return state === 'usable' || state === 'unpaid' || (state === 'used-up' && used.has(one.id))
    })
    .map(one => asLeft(one, patientId))
}

/** The packages that a visit was taken from, as it left them: “Visit 1 used on Dec 1, 2026”. */
export function packagesAfter(db: Database, { id, patientId, serviceOn }: Pick<Invoice, 'id' | 'patientId' | 'serviceOn'>): PackageLeft[] {
  return packagesUsedBy(db, id).map(({ one, taken, left }) => {
    const used = one.counts === 'visits' ? `Visit ${one.amount - left}` : amountInWords(taken, one.counts)
    return { ...asLeft({ ...one, left }, patientId), usedWords: `${used} used on ${formatDate(serviceOn)}` }
  })
}

function asLeft(one: HeldPackage, patientId: PatientId): PackageLeft {
  const { name, left, amount, counts, expiresOn } = one
  return { name, left, amount, counts, expiresOn, ownerName: one.patientId === patientId ? '' : one.patientName, usedWords: '' }
}
