import type { claimsRequests } from '../../shared/claims/requests.ts'
import type { Handlers } from '../ipc/router.ts'

/** Answers about auto and work cases. */
export const claimsHandlers: Handlers<keyof typeof claimsRequests> = {}
