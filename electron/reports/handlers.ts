import type { reportsRequests } from '../../shared/reports/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { today } from './today.ts'

/** Answers that look across the clinic’s records. */
export const reportsHandlers: Handlers<keyof typeof reportsRequests> = {
  'reports.today': services => today(services),
}
