import type { Endpoint } from '../ipc/endpoint.ts'

/** Accounts: what each patient owes and since when, statements, and closing the day. */
export const accountsRequests = {} as const satisfies Record<string, Endpoint>
