import type { z } from 'zod'

/** Who may make a request. 'anyone' works before sign-in; the others need a signed-in person with that right. */
export type Access = 'anyone' | 'front-desk' | 'clinical' | 'owner'

/**
 * One request the renderer may make: whether it writes, who may call it, what goes in, what comes out.
 * A command is audited by the router with its name and the ids in `audit`; a query is not, unless it names `audit`.
 */
export type Endpoint<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> = {
  kind: 'query' | 'command'
  access: Access
  input: In
  output: Out
}

/** A request that only reads. */
export const query = <In extends z.ZodType, Out extends z.ZodType>(access: Access, input: In, output: Out) =>
  ({ kind: 'query', access, input, output }) as const satisfies Endpoint<In, Out>

/** A request that changes the records; the router writes it to the audit log in the same transaction-free step after success. */
export const command = <In extends z.ZodType, Out extends z.ZodType>(access: Access, input: In, output: Out) =>
  ({ kind: 'command', access, input, output }) as const satisfies Endpoint<In, Out>
