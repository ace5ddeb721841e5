import type { accountsRequests } from '../../shared/accounts/requests.ts'
import { notBuilt } from '../ipc/not-built.ts'
import type { Handlers } from '../ipc/router.ts'
import { listBalances } from './list-balances.ts'
import { payerAccount } from './payer-account.ts'

/** Answers about balances, statements and closed days. */
export const accountsHandlers: Handlers<keyof typeof accountsRequests> = {
  'accounts.listBalances': listBalances,
  'accounts.getPayer': (services, { payer }) => payerAccount(services, payer),
  'accounts.previewClosing': notBuilt,
  'accounts.closeDay': notBuilt,
  'accounts.listClosings': notBuilt,
  'accounts.getClosing': notBuilt,
}
