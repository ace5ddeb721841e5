import { addressLines } from '../../shared/documents/paper-words.ts'
import type { PackageOnPaper, Receipt } from '../../shared/documents/receipt.ts'
import { dayOf, formatDate, formatTime, formatWeekday, wallTimeOf } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { leftInWords } from '../../shared/packages/words.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Services } from '../app/services.ts'
import { listAppointmentsOfPatient } from '../appointments/repository.ts'
import type { Database } from '../db/open.ts'
import type { PackageLeft } from '../packages/usable-repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getClinic } from '../practice/repository.ts'

/** Who pays for a patient, with the address for the envelope: the guarantor where there is one. Their own address where they are a patient, else the patient’s. */
export function whoPays(db: Database, patientId: PatientId): Receipt['from'] {
  const patient = getPatient(db, patientId)
  const patientName = fullName(patient)
  const { guarantor } = patient
  if (!guarantor) return { name: patientName, addressLines: addressLines(patient.address), patientName }
  const own = guarantor.patientId === null ? [] : addressLines(getPatient(db, guarantor.patientId).address)
  return { name: guarantor.name, addressLines: own.length > 0 ? own : addressLines(patient.address), patientName }
}

/** “Tue, Nov 10, 2026, 10:00 am”: the patient’s next booked visit; empty where none is. */
export function nextVisitWords({ db, clock }: Pick<Services, 'db' | 'clock'>, patientId: PatientId): string {
  const today = clock.today()
  const now = wallTimeOf(clock.now(), getClinic(db).timeZone)
  const next = listAppointmentsOfPatient(db, patientId, today)
    .filter(({ status, startsAt }) => (status === 'booked' || status === 'confirmed') && startsAt > now)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0]
  if (!next) return ''
  const day = dayOf(next.startsAt)
  return `${formatWeekday(day).split(',')[0]}, ${formatDate(day)}, ${formatTime(next.startsAt)}`
}

/** More boxes than this do not fit on a line. */
const MOST_BOXES = 18

/** What is left of packages, for a receipt: words, and a box for each visit of a small one. Of one used up it does not matter when it expires. */
export function packagesOnPaper(packages: readonly PackageLeft[]): PackageOnPaper[] {
  return packages.map(one => {
    const { name, left, amount, counts, expiresOn, ownerName, usedWords } = one
    const expiry = expiresOn === null || left <= 0 ? '' : `, expires ${formatDate(expiresOn)}`
    const sentences = [ownerName === '' ? name : `${name}, of ${ownerName}`, ...(usedWords === '' ? [] : [usedWords])]
    return {
      words: `${leftInWords(one)}${expiry}`,
      detail: `${sentences.join('. ')}.`,
      boxes: counts === 'visits' && amount <= MOST_BOXES ? { used: Math.max(0, amount - left), of: amount } : null,
    }
  })
}
