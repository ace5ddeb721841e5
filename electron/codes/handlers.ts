import type { codesRequests } from '../../shared/codes/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { searchCodes } from './search-codes.ts'

/** Answers about diagnosis codes. */
export const codesHandlers: Handlers<keyof typeof codesRequests> = {
  'codes.search': searchCodes,
}
