import type { z } from 'zod'
import { AlertId, type PatientId } from '../../shared/lib/ids.ts'
import type { Alert, AlertFields } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { getPatient, listAlerts, writeAlerts } from './repository.ts'

/** Replaces the list of what can hurt the patient. Throws `not_found`. */
export function saveAlerts(
  { db, newId }: Pick<Services, 'db' | 'newId'>,
  { patientId, alerts }: { patientId: PatientId; alerts: readonly z.infer<typeof AlertFields>[] },
): Alert[] {
  return transaction(db, () => {
    getPatient(db, patientId)
    writeAlerts(
      db,
      patientId,
      alerts.map(alert => ({ ...alert, id: AlertId.parse(newId()) })),
    )
    return listAlerts(db, patientId)
  })
}
