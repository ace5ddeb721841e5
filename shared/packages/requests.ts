import type { Endpoint } from '../ipc/endpoint.ts'

/** Packages: visits or minutes paid ahead, sold, used, upgraded. */
export const packagesRequests = {} as const satisfies Record<string, Endpoint>
