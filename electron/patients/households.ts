import { DomainError } from '../../shared/lib/errors.ts'
import { HouseholdId, type PatientId } from '../../shared/lib/ids.ts'
import type { HouseholdMember } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { householdOf, listHousehold, listHouseholdIds, writeHousehold } from './household-repository.ts'
import { getPatient } from './repository.ts'

type Work = Pick<Services, 'db' | 'clock' | 'newId'>

/** Puts the patient into the household of another; one they had before they leave. Throws `not_found`, and `invalid_input` for joining oneself. */
export function joinHousehold({ db, clock, newId }: Work, { patientId, withId }: { patientId: PatientId; withId: PatientId }): HouseholdMember[] {
  if (patientId === withId) throw new DomainError('invalid_input', 'Choose somebody else of the household.')
  return transaction(db, () => {
    for (const id of [patientId, withId]) getPatient(db, id)
    const theirs = householdOf(db, withId) ?? HouseholdId.parse(newId())
    if (householdOf(db, patientId) !== theirs) {
      moveOut(db, patientId)
      writeHousehold(db, withId, theirs)
      writeHousehold(db, patientId, theirs)
    }
    return listHousehold(db, patientId, clock.today())
  })
}

/** Takes the patient out of their household. Throws `not_found`. */
export function leaveHousehold({ db, clock }: Pick<Services, 'db' | 'clock'>, { patientId }: { patientId: PatientId }): HouseholdMember[] {
  return transaction(db, () => {
    getPatient(db, patientId)
    moveOut(db, patientId)
    return listHousehold(db, patientId, clock.today())
  })
}

// One alone is no household.
function moveOut(db: Database, patientId: PatientId) {
  const household = householdOf(db, patientId)
  if (!household) return
  writeHousehold(db, patientId, null)
  const left = listHouseholdIds(db, household)
  if (left.length === 1) for (const id of left) writeHousehold(db, id, null)
}
