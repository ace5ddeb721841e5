import type { z } from 'zod'
import { accessRequests } from '../access/requests.ts'
import { accountsRequests } from '../accounts/requests.ts'
import { appointmentsRequests } from '../appointments/requests.ts'
import { attachmentsRequests } from '../attachments/requests.ts'
import { billingRequests } from '../billing/requests.ts'
import { claimsRequests } from '../claims/requests.ts'
import { codesRequests } from '../codes/requests.ts'
import { dataRequests } from '../data/requests.ts'
import { documentsRequests } from '../documents/requests.ts'
import { episodesRequests } from '../episodes/requests.ts'
import { estimatesRequests } from '../estimates/requests.ts'
import { healthRequests } from '../health/requests.ts'
import { notesRequests } from '../notes/requests.ts'
import { packagesRequests } from '../packages/requests.ts'
import { patientsRequests } from '../patients/requests.ts'
import { practiceRequests } from '../practice/requests.ts'
import { reportsRequests } from '../reports/requests.ts'
import { scheduleRequests } from '../schedule/requests.ts'
import { waitlistRequests } from '../waitlist/requests.ts'
import type { Endpoint } from './endpoint.ts'

/** Every request of the product: each noun’s own, spread. The router, the windows and the headless clinic all read this one table. */
export const contract = {
  ...accessRequests,
  ...appointmentsRequests,
  ...attachmentsRequests,
  ...billingRequests,
  ...codesRequests,
  ...dataRequests,
  ...documentsRequests,
  ...episodesRequests,
  ...healthRequests,
  ...notesRequests,
  ...patientsRequests,
  ...practiceRequests,
  ...reportsRequests,
  ...scheduleRequests,
  ...waitlistRequests,
  ...packagesRequests,
  ...estimatesRequests,
  ...claimsRequests,
  ...accountsRequests,
} as const satisfies Record<string, Endpoint>

type Contract = typeof contract
/** The name of a request, such as `patients.listPatients`. */
export type Channel = keyof Contract
/** What a caller sends. */
export type Input<C extends Channel> = z.input<Contract[C]['input']>
/** What a handler receives: checked, trimmed, with defaults filled in. */
export type Parsed<C extends Channel> = z.output<Contract[C]['input']>
/** What comes back. */
export type Output<C extends Channel> = z.output<Contract[C]['output']>

/** Whether a text names a request. */
export function isChannel(channel: string): channel is Channel {
  return Object.hasOwn(contract, channel)
}
