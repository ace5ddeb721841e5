import { z } from 'zod'
import { contract } from '../../shared/ipc/contract.ts'
import type { Endpoint } from '../../shared/ipc/endpoint.ts'

/** Every request of the product with who may make it and the JSON Schemas of what goes in and comes out. */
export function describeChannels(): unknown[] {
  return Object.entries<Endpoint>(contract).map(([channel, { kind, access, input, output }]) => ({
    channel,
    kind,
    access,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
  }))
}
