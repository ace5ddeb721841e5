import type { packagesRequests } from '../../shared/packages/requests.ts'
import type { Handlers } from '../ipc/router.ts'

/** Answers about packages. */
export const packagesHandlers: Handlers<keyof typeof packagesRequests> = {}
