import type { scheduleRequests } from '../../shared/schedule/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { checkBlock, listBlocks, removeBlock, saveBlock, skipBlock } from './blocks.ts'
import { findFree } from './find-free.ts'
import { month, view, visitNumbers } from './view.ts'

/** Answers about the schedule. */
export const scheduleHandlers: Handlers<keyof typeof scheduleRequests> = {
  'schedule.view': view,
  'schedule.visitNumbers': visitNumbers,
  'schedule.month': month,
  'schedule.findFree': findFree,
  'schedule.listBlocks': listBlocks,
  'schedule.checkBlock': checkBlock,
  'schedule.saveBlock': saveBlock,
  'schedule.skipBlock': skipBlock,
  'schedule.removeBlock': removeBlock,
}
