import type { Statement } from 'better-sqlite3'
import type { Database } from './open.ts'

const prepared = new WeakMap<Database, Map<string, Statement>>()

/**
 * The statement of an SQL text, prepared once per connection. `Params` are its named parameters, `Row` its columns as the database returns them.
 * The text must be constant: values go in as parameters.
 */
export function statement<Params extends object, Row = unknown>(db: Database, sql: string): Statement<[Params], Row> {
  const known = prepared.get(db) ?? new Map<string, Statement>()
  prepared.set(db, known)
  const found = known.get(sql) ?? db.prepare(sql)
  known.set(sql, found)
  return found as Statement<[Params], Row>
}
