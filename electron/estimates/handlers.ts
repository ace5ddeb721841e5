import type { estimatesRequests } from '../../shared/estimates/requests.ts'
import type { Handlers } from '../ipc/router.ts'

/** Answers about good faith estimates. */
export const estimatesHandlers: Handlers<keyof typeof estimatesRequests> = {}
