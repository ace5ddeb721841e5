import type { scheduleRequests } from '../../shared/schedule/requests.ts'
import { notBuilt } from '../ipc/not-built.ts'
import type { Handlers } from '../ipc/router.ts'
import { findFree } from './find-free.ts'
import { month, view, visitNumbers } from './view.ts'

/** Answers about the schedule. */
export const scheduleHandlers: Handlers<keyof typeof scheduleRequests> = {
  'schedule.view': view,
  'schedule.visitNumbers': visitNumbers,
  'schedule.month': month,
  'schedule.findFree': findFree,
  'schedule.listBlocks': notBuilt,
  'schedule.checkBlock': notBuilt,
  'schedule.saveBlock': notBuilt,
  'schedule.skipBlock': notBuilt,
  'schedule.removeBlock': notBuilt,
}
