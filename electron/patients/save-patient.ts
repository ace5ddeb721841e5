import type { PatientId } from '../../shared/lib/ids.ts'
import { assertPastDates } from '../../shared/patients/registration.ts'
import type { Patient, PatientFields, PolicyFields } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPayer } from '../practice/repository.ts'
import { getPatient, writePatient, writePolicy } from './repository.ts'

type Input = { patientId: PatientId; fields: PatientFields; policy: PolicyFields | null }

/** Changes who the patient is, how to reach them, and their plan. Throws `not_found`, and `invalid_input` for dates in the future. */
export function savePatient({ db, clock }: Pick<Services, 'db' | 'clock'>, { patientId, fields, policy }: Input): Patient {
  return transaction(db, () => {
    const patient = getPatient(db, patientId)
    assertPastDates(fields, policy, clock.today())
    if (policy) getPayer(db, policy.payerId)
    writePatient(db, { ...patient, ...fields })
    writePolicy(db, patientId, policy)
    return getPatient(db, patientId)
  })
}
