import type { practiceRequests } from '../../shared/practice/requests.ts'
import { notBuilt } from '../ipc/not-built.ts'
import type { Handlers } from '../ipc/router.ts'
import { getRules } from './clinical-rules-repository.ts'
import { getClinic, listPayers, listPractitioners, listPrescribers, listServices } from './repository.ts'
import { saveClinic } from './save-clinic.ts'
import { savePayer } from './save-payer.ts'
import { savePractitioner } from './save-practitioner.ts'
import { savePrescriber } from './save-prescriber.ts'
import { saveRules } from './save-rules.ts'
import { saveService } from './save-service.ts'

/** Answers about the practice itself. */
export const practiceHandlers: Handlers<keyof typeof practiceRequests> = {
  'practice.getClinic': ({ db }) => getClinic(db),
  'practice.saveClinic': saveClinic,
  'practice.getRules': ({ db }) => getRules(db),
  'practice.saveRules': saveRules,
  'practice.listPractitioners': ({ db }) => listPractitioners(db),
  'practice.savePractitioner': savePractitioner,
  'practice.listServices': ({ db }) => listServices(db),
  'practice.saveService': saveService,
  'practice.listPayers': ({ db }) => listPayers(db),
  'practice.savePayer': savePayer,
  'practice.listPrescribers': ({ db }) => listPrescribers(db),
  'practice.savePrescriber': savePrescriber,
  'practice.getDeskRules': notBuilt,
  'practice.saveDeskRules': notBuilt,
  'practice.listRooms': notBuilt,
  'practice.saveRoom': notBuilt,
  'practice.listVisitTypes': notBuilt,
  'practice.saveVisitType': notBuilt,
}
