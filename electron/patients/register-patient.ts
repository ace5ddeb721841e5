import { ConsentId, PatientId } from '../../shared/lib/ids.ts'
import { chartNumber } from '../../shared/patients/chart-number.ts'
import { consentExpiry, signerOf } from '../../shared/patients/consents.ts'
import { assertPastDates } from '../../shared/patients/registration.ts'
import type { Patient, PatientFields, PolicyFields } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getDeskRules } from '../practice/desk-rules-repository.ts'
import { takeNumber } from '../practice/number-series.ts'
import { getClinic, getPayer } from '../practice/repository.ts'
import { insertConsent } from './consents-repository.ts'
import { guarantorToKeep } from './guarantor.ts'
import { joinHousehold } from './households.ts'
import { getPatient, writePatient, writePolicy } from './repository.ts'

type Input = {
  readonly fields: PatientFields
  readonly policy: PolicyFields | null
  /** Keys of the consents signed today. */
  readonly consents: readonly string[]
  readonly householdWith: PatientId | null
}

/**
 * Opens a chart under the next chart number, with the consents signed today and in the household of somebody on file. Throws `invalid_input` for dates
 * in the future or a guarantor who cannot pay, `not_found` for an unknown payer.
 */
export function registerPatient(services: Pick<Services, 'db' | 'clock' | 'newId' | 'person'>, { fields, policy, consents, householdWith }: Input): Patient {
  const { db, clock, newId } = services
  return transaction(db, () => {
    const today = clock.today()
    assertPastDates(fields, policy, today)
    if (policy) getPayer(db, policy.payerId)
    const id = PatientId.parse(newId())
    const guarantor = guarantorToKeep(db, fields, { patientId: null, today })
    const number = chartNumber(getClinic(db).name, takeNumber(db, 'chart'))
    writePatient(db, { ...fields, guarantor, id, chartNumber: number, registeredOn: today, isArchived: false, deceasedOn: null })
    writePolicy(db, id, policy)
    const patient = getPatient(db, id)
    keepSigned(services, patient, consents)
    if (householdWith) joinHousehold(services, { patientId: id, withId: householdWith })
    return patient
  })
}

// Only what the clinic asks for; the rest of a stale screen is nothing to sign.
function keepSigned({ db, clock, newId, person }: Pick<Services, 'db' | 'clock' | 'newId' | 'person'>, patient: Patient, keys: readonly string[]) {
  const signedOn = clock.today()
  for (const { key, monthsValid } of getDeskRules(db).consents.filter(kind => keys.includes(kind.key)))
    insertConsent(db, patient.id, {
      id: ConsentId.parse(newId()),
      kind: key,
      signedOn,
      expiresOn: consentExpiry(signedOn, monthsValid),
      signedBy: signerOf(patient, signedOn),
      remark: '',
      recordedBy: person.name,
    })
}
