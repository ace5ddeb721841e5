import type { Endpoint } from '../ipc/endpoint.ts'

/** Auto and work cases: claim forms, attendance, benefit limits, records given out. */
export const claimsRequests = {} as const satisfies Record<string, Endpoint>
