import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDateTime } from '../lib/dates.ts'
import { PractitionerId, WaitlistId } from '../lib/ids.ts'
import { optionalLine } from '../lib/text.ts'
import { Offer, WaitlistEntry, WaitlistFields } from './schema.ts'

/** People who wait for a time. Booking with a `waitlistId` takes the entry off the list. */
export const waitlistRequests = {
  /** Everybody who waits, longest first. */
  'waitlist.list': query('front-desk', z.strictObject({}), z.array(WaitlistEntry)),
  /** Who could take a time that became free, longest waiting first. */
  'waitlist.whoFits': query(
    'front-desk',
    z.strictObject({ startsAt: LocalDateTime, minutes: z.int().min(5).max(480), practitionerId: PractitionerId }),
    z.array(WaitlistEntry),
  ),
  'waitlist.save': command('front-desk', z.strictObject({ id: WaitlistId.nullable(), fields: WaitlistFields }), WaitlistEntry),
  /** Takes somebody off without booking; `restore` puts them back. */
  'waitlist.remove': command('front-desk', z.strictObject({ id: WaitlistId, reason: optionalLine(120) }), z.strictObject({})),
  'waitlist.restore': command('front-desk', z.strictObject({ id: WaitlistId }), WaitlistEntry),
  /** Keeps that a time was offered and what the patient said. */
  'waitlist.recordOffer': command('front-desk', z.strictObject({ id: WaitlistId, startsAt: LocalDateTime, answer: Offer.shape.answer }), WaitlistEntry),
} as const satisfies Record<string, Endpoint>
