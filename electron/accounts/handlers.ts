import type { accountsRequests } from '../../shared/accounts/requests.ts'
import type { Handlers } from '../ipc/router.ts'

/** Answers about accounts. */
export const accountsHandlers: Handlers<keyof typeof accountsRequests> = {}
