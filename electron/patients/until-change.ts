import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Kept = { readonly changes: number; readonly values: Map<string, unknown> }
const kept = new WeakMap<Database, Kept>()

/**
 * What `load` read, kept until anything is written: between two keystrokes nothing is. This process alone writes to the file, so counting the
 * connection’s own changes is enough. Inside a transaction, which may be taken back, nothing is kept.
 */
export function untilChange<T>(db: Database, key: string, load: () => T): T {
  if (db.inTransaction) return load()
  const changes = statement<object, { changes: number }>(db, 'SELECT total_changes() AS changes').get({})?.changes ?? 0
  const known = kept.get(db)
  const present = known?.changes === changes ? known : { changes, values: new Map<string, unknown>() }
  kept.set(db, present)
  if (!present.values.has(key)) present.values.set(key, load())
  // The bridge from the map to its types: a key names one question, which has one type of answer.
  return present.values.get(key) as T
}
