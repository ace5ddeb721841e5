import type { scheduleRequests } from '../../shared/schedule/requests.ts'
import { notBuilt } from '../ipc/not-built.ts'
import type { Handlers } from '../ipc/router.ts'

/** Answers about the schedule. */
export const scheduleHandlers: Handlers<keyof typeof scheduleRequests> = {
  'schedule.view': notBuilt,
  'schedule.visitNumbers': notBuilt,
  'schedule.month': notBuilt,
  'schedule.findFree': notBuilt,
  'schedule.listBlocks': notBuilt,
  'schedule.checkBlock': notBuilt,
  'schedule.saveBlock': notBuilt,
  'schedule.skipBlock': notBuilt,
  'schedule.removeBlock': notBuilt,
}
