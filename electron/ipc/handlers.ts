import type { Channel } from '../../shared/ipc/contract.ts'
import { accessHandlers } from '../access/handlers.ts'
import { dataHandlers } from '../data/handlers.ts'
import type { Handlers } from './router.ts'

/** Who answers each request: every noun’s own handlers, spread. */
export const handlers: Handlers<Channel> = {
  ...accessHandlers,
  ...dataHandlers,
}
