import type { Channel } from '../../shared/ipc/contract.ts'
import { accessHandlers } from '../access/handlers.ts'
import { accountsHandlers } from '../accounts/handlers.ts'
import { appointmentsHandlers } from '../appointments/handlers.ts'
import { attachmentsHandlers } from '../attachments/handlers.ts'
import { billingHandlers } from '../billing/handlers.ts'
import { claimsHandlers } from '../claims/handlers.ts'
import { codesHandlers } from '../codes/handlers.ts'
import { dataHandlers } from '../data/handlers.ts'
import { documentsHandlers } from '../documents/handlers.ts'
import { episodesHandlers } from '../episodes/handlers.ts'
import { estimatesHandlers } from '../estimates/handlers.ts'
import { healthHandlers } from '../health/handlers.ts'
import { notesHandlers } from '../notes/handlers.ts'
import { packagesHandlers } from '../packages/handlers.ts'
import { patientsHandlers } from '../patients/handlers.ts'
import { practiceHandlers } from '../practice/handlers.ts'
import { reportsHandlers } from '../reports/handlers.ts'
import { scheduleHandlers } from '../schedule/handlers.ts'
import { waitlistHandlers } from '../waitlist/handlers.ts'
import type { Handlers } from './router.ts'

/** Who answers each request: every noun’s own handlers, spread. */
export const handlers: Handlers<Channel> = {
  ...accessHandlers,
  ...appointmentsHandlers,
  ...attachmentsHandlers,
  ...billingHandlers,
  ...codesHandlers,
  ...dataHandlers,
  ...documentsHandlers,
  ...episodesHandlers,
  ...healthHandlers,
  ...notesHandlers,
  ...patientsHandlers,
  ...practiceHandlers,
  ...reportsHandlers,
  ...scheduleHandlers,
  ...waitlistHandlers,
  ...packagesHandlers,
  ...estimatesHandlers,
  ...claimsHandlers,
  ...accountsHandlers,
}
