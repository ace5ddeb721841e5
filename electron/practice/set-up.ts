import type { LocalDate } from '../../shared/lib/dates.ts'
import { PayerId, PractitionerId, ServiceId } from '../../shared/lib/ids.ts'
import type { SetUp } from '../../shared/practice/set-up.ts'
import { USUAL_PAYER } from '../../shared/practice/usual-payer.ts'
import { loadStarterCodes } from '../codes/load-starter-codes.ts'
import type { Database } from '../db/open.ts'
import { writeClinic } from './save-clinic.ts'
import { writePayer } from './save-payer.ts'
import { writePractitioner } from './save-practitioner.ts'
import { writeService } from './save-service.ts'

/** What first run starts from: today in the clinic’s own time, and where the product’s lists are. */
export type SetUpAround = { readonly newId: () => string; readonly today: LocalDate; readonly resourcesDir: string }

/** Writes a new clinic: its profile, practitioner, services with fees from today on, self-pay, and the starter list of diagnosis codes. */
export function insertSetUp(db: Database, { clinic, practitioner, services }: SetUp, { newId, today, resourcesDir }: SetUpAround) {
  writeClinic(db, clinic)
  writePractitioner(db, { ...practitioner, id: PractitionerId.parse(newId()), isActive: true, leftOn: null })
  for (const { unitFee, ...service } of services) writeService(db, { ...service, id: ServiceId.parse(newId()), fees: [{ effectiveFrom: today, unitFee }] })
  writePayer(db, {
    id: PayerId.parse(newId()),
    name: 'Self-pay',
    kind: 'self-pay',
    ...USUAL_PAYER,
  })
  loadStarterCodes(db, resourcesDir)
}
