import { z } from 'zod'

const MOST_IDS = 40
const DEEPEST = 4
const isId = (value: unknown): value is string => z.uuid().safeParse(value).success

/**
 * The ids that a command was about, for the audit log: all in its input by their path, and the answer’s own `id` and `…Id` fields.
 * Nothing but UUIDs is taken, so no patient text can get into the log.
 */
export function auditedIds(input: unknown, answer: unknown): Record<string, string> {
  const found = new Map<string, string>()
  collect(found, { value: input, path: '', depth: 0 })
  const own = isRecord(answer) ? Object.entries(answer).filter(([name, value]) => /(^i|I)d$/.test(name) && isId(value)) : []
  for (const [name, value] of own) if (![...found.values()].includes(String(value))) found.set(`answer.${name}`, String(value))
  return Object.fromEntries(found)
}

function collect(found: Map<string, string>, { value, path, depth }: { value: unknown; path: string; depth: number }) {
  if (found.size >= MOST_IDS || depth > DEEPEST) return
  if (isId(value)) found.set(path, value)
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(found, { value: item, path: `${path}.${index}`, depth: depth + 1 })
  else if (isRecord(value))
    for (const [name, item] of Object.entries(value)) collect(found, { value: item, path: path ? `${path}.${name}` : name, depth: depth + 1 })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
