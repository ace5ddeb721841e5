import type { accountsRequests } from '../../shared/accounts/requests.ts'
import { notBuilt } from '../ipc/not-built.ts'
import type { Handlers } from '../ipc/router.ts'

/** Answers about balances, statements and closed days. */
export const accountsHandlers: Handlers<keyof typeof accountsRequests> = {
  'accounts.listBalances': notBuilt,
  'accounts.getPayer': notBuilt,
  'accounts.previewClosing': notBuilt,
  'accounts.closeDay': notBuilt,
  'accounts.listClosings': notBuilt,
  'accounts.getClosing': notBuilt,
}
