import type { accountsRequests } from '../../shared/accounts/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { getClinic } from '../practice/repository.ts'
import { closeDay, previewClosing } from './close-day.ts'
import { closingRow, getStoredClosing, listClosings } from './closings-repository.ts'
import { listBalances } from './list-balances.ts'
import { payerAccount } from './payer-account.ts'

/** Answers about balances, statements and closed days. */
export const accountsHandlers: Handlers<keyof typeof accountsRequests> = {
  'accounts.listBalances': listBalances,
  'accounts.getPayer': (services, { payer }) => payerAccount(services, payer),
  'accounts.previewClosing': previewClosing,
  'accounts.closeDay': closeDay,
  'accounts.listClosings': ({ db }, { before }) => listClosings(db, before, getClinic(db).timeZone),
  'accounts.getClosing': ({ db }, { closingId }) => {
    const stored = getStoredClosing(db, closingId)
    return { ...closingRow(stored, getClinic(db).timeZone), closing: stored.closing }
  },
}
