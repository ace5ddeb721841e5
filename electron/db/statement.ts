import type { Database, Statement } from './open.ts'

const prepared = new WeakMap<Database, Map<string, unknown>>()

/**
 * The statement of an SQL text, prepared once per connection. `Params` are its named parameters, `Row` its columns as the database returns them.
 * The text must be constant: values go in as parameters.
 */
export function statement<Params extends object, Row = unknown>(db: Database, sql: string): Statement<Params, Row> {
  const known = prepared.get(db) ?? new Map<string, unknown>()
  prepared.set(db, known)
  // The bridge from SQL to types: the caller states what the text means.
  const found = (known.get(sql) ?? db.prepare(sql)) as Statement<Params, Row>
  known.set(sql, found)
  return found
}
