import type { waitlistRequests } from '../../shared/waitlist/requests.ts'
import { notBuilt } from '../ipc/not-built.ts'
import type { Handlers } from '../ipc/router.ts'

/** Answers about the waitlist. */
export const waitlistHandlers: Handlers<keyof typeof waitlistRequests> = {
  'waitlist.list': notBuilt,
  'waitlist.whoFits': notBuilt,
  'waitlist.save': notBuilt,
  'waitlist.remove': notBuilt,
  'waitlist.restore': notBuilt,
  'waitlist.recordOffer': notBuilt,
}
