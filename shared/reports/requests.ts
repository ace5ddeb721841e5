import { z } from 'zod'
import { type Endpoint, query } from '../ipc/endpoint.ts'
import { Today } from './schema.ts'

/** Looks across the clinic’s records. */
export const reportsRequests = {
  'reports.today': query('front-desk', z.strictObject({}), Today),
} as const satisfies Record<string, Endpoint>
