import type { practiceRequests } from '../../shared/practice/requests.ts'
import { bookedAhead } from '../appointments/booked-ahead-repository.ts'
import type { Handlers } from '../ipc/router.ts'
import { getBillingRules } from './billing-rules-repository.ts'
import { getRules } from './clinical-rules-repository.ts'
import { getDeskRules } from './desk-rules-repository.ts'
import { listProducts } from './products-repository.ts'
import { getClinic, listPayers, listPractitioners, listPrescribers, listServices } from './repository.ts'
import { listRooms } from './rooms-repository.ts'
import { saveBillingRules } from './save-billing-rules.ts'
import { saveClinic } from './save-clinic.ts'
import { saveDeskRules } from './save-desk-rules.ts'
import { savePayer } from './save-payer.ts'
import { savePractitioner } from './save-practitioner.ts'
import { savePrescriber } from './save-prescriber.ts'
import { saveProduct } from './save-product.ts'
import { orderRooms, saveRoom } from './save-room.ts'
import { saveRules } from './save-rules.ts'
import { saveService } from './save-service.ts'
import { orderVisitTypes, saveVisitType } from './save-visit-type.ts'
import { listVisitTypes } from './visit-types-repository.ts'

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
  'practice.bookedAhead': ({ db }, asked) => bookedAhead(db, asked),
  'practice.getDeskRules': ({ db }) => getDeskRules(db),
  'practice.saveDeskRules': saveDeskRules,
  'practice.listRooms': ({ db }) => listRooms(db),
  'practice.saveRoom': saveRoom,
  'practice.orderRooms': orderRooms,
  'practice.listVisitTypes': ({ db }) => listVisitTypes(db),
  'practice.saveVisitType': saveVisitType,
  'practice.orderVisitTypes': orderVisitTypes,
  'practice.getBillingRules': ({ db }) => getBillingRules(db),
  'practice.saveBillingRules': saveBillingRules,
  'practice.listProducts': ({ db }) => listProducts(db),
  'practice.saveProduct': saveProduct,
}
