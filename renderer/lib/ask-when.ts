import { queryOptions, skipToken } from '@tanstack/react-query'
import type { Channel, Input } from '../../shared/ipc/contract.ts'
import { request } from './api.ts'

/** A reading request that waits until its input is known: `useQuery(askWhen('episodes.list', who && { patientId: who.id }))`. Null asks nothing. */
export function askWhen<C extends Channel>(channel: C, input: Input<C> | null) {
  return queryOptions({ queryKey: [channel, input] as const, queryFn: input === null ? skipToken : () => request(channel, input) })
}
