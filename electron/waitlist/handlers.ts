import type { waitlistRequests } from '../../shared/waitlist/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { listEntries, whoFits } from './entries.ts'
import { recordOffer, remove, restore, save } from './save.ts'

/** Answers about the waitlist. */
export const waitlistHandlers: Handlers<keyof typeof waitlistRequests> = {
  'waitlist.list': services => listEntries(services),
  'waitlist.whoFits': whoFits,
  'waitlist.save': save,
  'waitlist.remove': remove,
  'waitlist.restore': restore,
  'waitlist.recordOffer': recordOffer,
}
