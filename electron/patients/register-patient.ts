import { PatientId } from '../../shared/lib/ids.ts'
import { chartNumber } from '../../shared/patients/chart-number.ts'
import { assertPastDates } from '../../shared/patients/registration.ts'
import type { Patient, PatientFields, PolicyFields } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { takeNumber } from '../practice/number-series.ts'
import { getClinic, getPayer } from '../practice/repository.ts'
import { getPatient, writePatient, writePolicy } from './repository.ts'

/** Opens a chart under the next chart number. Throws `invalid_input` for dates in the future, `not_found` for an unknown payer. */
export function registerPatient(
  { db, clock, newId }: Pick<Services, 'db' | 'clock' | 'newId'>,
  { fields, policy }: { fields: PatientFields; policy: PolicyFields | null },
): Patient {
  return transaction(db, () => {
    const today = clock.today()
    assertPastDates(fields, policy, today)
    if (policy) getPayer(db, policy.payerId)
    const id = PatientId.parse(newId())
    const number = chartNumber(getClinic(db).name, takeNumber(db, 'chart'))
    writePatient(db, { ...fields, id, chartNumber: number, registeredOn: today, isArchived: false, deceasedOn: null })
    writePolicy(db, id, policy)
    return getPatient(db, id)
  })
}
