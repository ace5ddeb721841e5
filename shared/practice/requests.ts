import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { PayerId, PractitionerId, PrescriberId, ProductId, RoomId, ServiceId, VisitTypeId } from '../lib/ids.ts'
import { BillingRules } from './billing-rules.ts'
import { ClinicalRules } from './clinical-rules.ts'
import { DeskRules } from './desk-rules.ts'
import { BookedAhead } from './leaving.ts'
import {
  Clinic,
  ClinicProfile,
  Fee,
  Payer,
  PayerFields,
  Practitioner,
  PractitionerFields,
  Prescriber,
  PrescriberFields,
  Product,
  ProductFields,
  Room,
  RoomFields,
  Service,
  ServiceFields,
  VisitType,
  VisitTypeFields,
} from './schema.ts'

const Nothing = z.strictObject({})

/** The clinic’s profile, its practitioners, fee schedule, payers and the physicians it works with. Lists are whole: a clinic has few of each. */
export const practiceRequests = {
  'practice.getClinic': query('front-desk', Nothing, Clinic),
  'practice.saveClinic': command('owner', ClinicProfile, Clinic),
  'practice.getRules': query('front-desk', Nothing, ClinicalRules),
  'practice.saveRules': command('owner', ClinicalRules, ClinicalRules),
  'practice.listPractitioners': query('front-desk', Nothing, z.array(Practitioner)),
  'practice.savePractitioner': command(
    'owner',
    /** `leftOn` counts only where someone is not active; null: today. */
    z.strictObject({ id: PractitionerId.nullable(), fields: PractitionerFields, isActive: z.boolean(), leftOn: LocalDate.nullable().default(null) }),
    Practitioner,
  ),
  /** Visits of a practitioner, or in a room, that still wait to take place from a day on: they stand in the way of leaving. */
  'practice.bookedAhead': query(
    'front-desk',
    z.strictObject({ practitionerId: PractitionerId.nullable(), roomId: RoomId.nullable(), from: LocalDate }),
    BookedAhead,
  ),
  'practice.getDeskRules': query('front-desk', Nothing, DeskRules),
  'practice.saveDeskRules': command('owner', DeskRules, DeskRules),
  /** Rooms in their order, also those no longer used. */
  'practice.listRooms': query('front-desk', Nothing, z.array(Room)),
  'practice.saveRoom': command('owner', z.strictObject({ id: RoomId.nullable(), fields: RoomFields, isActive: z.boolean() }), Room),
  /** Every room, in the order wanted. */
  'practice.orderRooms': command('owner', z.strictObject({ ids: z.array(RoomId).max(100) }), z.array(Room)),
  /** Visit types in their order, also those no longer offered. */
  'practice.listVisitTypes': query('front-desk', Nothing, z.array(VisitType)),
  'practice.saveVisitType': command('owner', z.strictObject({ id: VisitTypeId.nullable(), fields: VisitTypeFields, isActive: z.boolean() }), VisitType),
  /** Every visit type, in the order wanted. */
  'practice.orderVisitTypes': command('owner', z.strictObject({ ids: z.array(VisitTypeId).max(100) }), z.array(VisitType)),
  'practice.listServices': query('front-desk', Nothing, z.array(Service)),
  /** A service’s name, code and rules. `fee` is added to its dated fees, replacing one of the same day. A new service needs a fee. */
  'practice.saveService': command('owner', z.strictObject({ id: ServiceId.nullable(), fields: ServiceFields, fee: Fee.nullable() }), Service),
  'practice.listPayers': query('front-desk', Nothing, z.array(Payer)),
  'practice.savePayer': command('front-desk', z.strictObject({ id: PayerId.nullable(), fields: PayerFields }), Payer),
  'practice.getBillingRules': query('front-desk', Nothing, BillingRules),
  'practice.saveBillingRules': command('owner', BillingRules, BillingRules),
  /** Products in their order, also those no longer sold. */
  'practice.listProducts': query('front-desk', Nothing, z.array(Product)),
  'practice.saveProduct': command('owner', z.strictObject({ id: ProductId.nullable(), fields: ProductFields }), Product),
  'practice.listPrescribers': query('front-desk', Nothing, z.array(Prescriber)),
  'practice.savePrescriber': command('front-desk', z.strictObject({ id: PrescriberId.nullable(), fields: PrescriberFields }), Prescriber),
} as const satisfies Record<string, Endpoint>
