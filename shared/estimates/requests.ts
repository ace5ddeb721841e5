import type { Endpoint } from '../ipc/endpoint.ts'

/** Good faith estimates: who needs one by when, and what it says. */
export const estimatesRequests = {} as const satisfies Record<string, Endpoint>
