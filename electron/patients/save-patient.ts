import type { PatientId } from '../../shared/lib/ids.ts'
import { fullName } from '../../shared/patients/names.ts'
import { assertPastDates } from '../../shared/patients/registration.ts'
import type { Patient, PatientFields, PolicyFields } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPayer } from '../practice/repository.ts'
import { guarantorToKeep, renameGuarantor } from './guarantor.ts'
import { getPatient, writePatient, writePolicy } from './repository.ts'

type Input = { patientId: PatientId; fields: PatientFields; policy: PolicyFields | null }

/** Changes who the patient is, how to reach them, who pays, and their plan. Throws `not_found`, and `invalid_input` for dates in the future or a guarantor who cannot pay. */
export function savePatient({ db, clock }: Pick<Services, 'db' | 'clock'>, { patientId, fields, policy }: Input): Patient {
  return transaction(db, () => {
    const patient = getPatient(db, patientId)
    const today = clock.today()
    assertPastDates(fields, policy, today)
    if (policy) getPayer(db, policy.payerId)
    writePatient(db, { ...patient, ...fields, guarantor: guarantorToKeep(db, fields, { patientId, today, before: patient.guarantor }) })
    writePolicy(db, patientId, policy)
    renameGuarantor(db, patientId, fullName(fields))
    return getPatient(db, patientId)
  })
}
