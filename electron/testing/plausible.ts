import fc from 'fast-check'
import { z } from 'zod'
import { countedId } from './test-app.ts'

/** The parts of JSON Schema that the contract’s schemas become. */
type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
}

const words = ['Maria', '', 'O’Brien', '健康', '<b>x</b>', "'; DROP TABLE patients; --", '\u0000', 'a'.repeat(300), '😀', '2026-02-30', '../../x']

/** Inputs of the right shape for a schema, with odd but allowed contents: what a careless program might send. */
export function plausibleInput(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fromSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema)
}

/** Any JSON at all, with the names that trip programs up. */
export const hostileInput: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    undefined,
    null,
    '',
    [],
    0,
    'x'.repeat(100_000),
    JSON.parse('{"__proto__": {"isOwner": true}}'),
    { constructor: { prototype: {} } },
    { toString: 'x' },
  ),
  fc.dictionary(fc.constantFrom('id', 'patientId', '__proto__', 'constructor', 'text', 'fields'), fc.jsonValue()),
)

function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(fromSchema))
  if (schema.allOf?.[0]) return fromSchema({ ...schema, ...schema.allOf[0], allOf: [] })
  if (schema.type === 'object') return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, fromSchema(part)])))
  if (schema.type === 'array') return fc.array(fromSchema(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: (schema.minItems ?? 0) + 2 })
  if (schema.type === 'string') return textOf(schema)
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.integer({ min: Math.max(schema.minimum ?? -5, -1000), max: Math.min(schema.maximum ?? 200, 1000) })
  return schema.type === 'boolean' ? fc.boolean() : fc.constant(null)
}

function textOf({ format, pattern }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.uuid({ version: 4 }), fc.integer({ min: 1, max: 60 }).map(countedId))
  if (format === 'date-time') return fc.constant('2026-11-19T16:52:00.000Z')
  if (pattern?.includes('(19|20|21)')) return fc.constantFrom('2026-11-19', '2026-02-30', '2026-11-19T09:00', '1900-01-01', '2199-12-31', '2026-11-01T01:30')
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.constantFrom(...words)
}
