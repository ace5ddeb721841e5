import type { healthRequests } from '../../shared/health/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { getPatient } from '../patients/repository.ts'
import { getHealth, historyAt } from './repository.ts'
import { saveClearance, withdrawClearance } from './save-clearance.ts'
import { confirmUnchanged, recordRefusal, saveHistory } from './save-history.ts'

/** Answers about health histories and clearances. */
export const healthHandlers: Handlers<keyof typeof healthRequests> = {
  'health.get': ({ db }, { patientId }) => getHealth(db, getPatient(db, patientId).id),
  'health.getVersion': ({ db }, { versionId }) => historyAt(db, versionId),
  'health.save': saveHistory,
  'health.confirmUnchanged': confirmUnchanged,
  'health.recordRefusal': recordRefusal,
  'health.saveClearance': saveClearance,
  'health.withdrawClearance': withdrawClearance,
}
