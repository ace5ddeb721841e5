import type { ClearanceFields, HealthRecord } from '../../shared/health/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { ClearanceId, type PatientId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPatient } from '../patients/repository.ts'
import { getClearance, getHealth, writeClearance } from './repository.ts'

type Desk = Pick<Services, 'db' | 'clock' | 'newId'>
type Saved = { patientId: PatientId; clearanceId: ClearanceId | null; fields: ClearanceFields }

/** Keeps a physician’s clearance, new or corrected. Throws `invalid_input` for a day that cannot be, `rule_broken` for one withdrawn, `not_found`. */
export function saveClearance({ db, clock, newId }: Desk, { patientId, clearanceId, fields }: Saved): HealthRecord {
  return transaction(db, () => {
    const { bornOn } = getPatient(db, patientId)
    const refuse = (sentence: string, why: string) => new DomainError('invalid_input', sentence, { 'fields.givenOn': why })
    if (fields.givenOn > clock.today()) throw refuse('A clearance cannot be given in the future.', 'That day is still to come.')
    if (fields.givenOn < bornOn) throw refuse('A clearance cannot be given before the patient was born.', 'That is before the patient was born.')
    if (clearanceId !== null) mustStand(db, patientId, clearanceId)
    writeClearance(db, patientId, { ...fields, id: clearanceId ?? ClearanceId.parse(newId()), withdrawnOn: null })
    return getHealth(db, patientId)
  })
}

function mustStand(db: Services['db'], patientId: PatientId, clearanceId: ClearanceId) {
  const known = getClearance(db, clearanceId)
  if (known.patientId !== patientId) throw new DomainError('not_found', 'That clearance is another patient’s.')
  if (known.clearance.withdrawnOn !== null) throw new DomainError('rule_broken', 'This clearance was withdrawn. Add a new one.')
}

/** Ends a clearance today, before its time. Throws `rule_broken` when it was withdrawn already, `not_found`. */
export function withdrawClearance({ db, clock }: Desk, { clearanceId }: { clearanceId: ClearanceId }): HealthRecord {
  return transaction(db, () => {
    const { patientId, clearance } = getClearance(db, clearanceId)
    if (clearance.withdrawnOn !== null) throw new DomainError('rule_broken', 'This clearance was withdrawn already.')
    writeClearance(db, patientId, { ...clearance, withdrawnOn: clock.today() })
    return getHealth(db, patientId)
  })
}
