import type { Parsed } from '../../shared/ipc/contract.ts'
import { addDays } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { DemoPerson } from './demo-people.ts'
import type { Stage } from './demo-stage.ts'

/** A number that belongs to nobody. */
export const phoneOf = (number: number) => `(406) 555-01${String(number).padStart(2, '0')}`

/** How somebody found the clinic: by the physician who referred them, mostly. */
export function sourceOf({ by }: DemoPerson, number: number): string {
  const others = ['Another patient', 'Search on the web', 'Walked past', 'Insurer'] as const
  return by !== null && number % 5 !== 0 ? 'Physician' : (others[number % others.length] ?? '')
}

/** Who pays for a child: the parent, who may be a patient too. */
export function guarantorOf(
  { guardian }: DemoPerson,
  { household, phone }: { household: PatientId | null; phone: string },
): Parsed<'patients.register'>['fields']['guarantor'] {
  return guardian === '' ? null : { patientId: household, name: guardian, relation: 'Mother', phone }
}

/** What is signed at the desk on the first day. */
export function consentsAtOnce({ consents, estimate }: DemoPerson): string[] {
  if (consents === 'none') return []
  return [...(consents === 'signed' ? ['treatment'] : []), 'privacy', 'cancellation', ...(estimate ? ['estimate'] : [])]
}

/** Records a consent to treatment signed long ago, which ended a month before today. */
export function recordExpired({ request, today }: Stage, { name }: DemoPerson, patientId: PatientId) {
  const expiresOn = addDays(today, -31)
  request('patients.recordConsent', {
    patientId,
    consent: { kind: 'treatment', signedOn: addDays(expiresOn, -365), expiresOn, signedBy: name.join(' '), remark: 'From the clinic’s paper records' },
  })
}
