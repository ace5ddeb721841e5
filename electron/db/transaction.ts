import type { Database } from './open.ts'

/**
 * Runs `work` so that all of it is saved or none of it is, and returns its answer. Inside another transaction it is a part of that one:
 * when it throws, only its own changes are undone and the error goes on. `work` must be synchronous.
 */
export function transaction<T>(db: Database, work: () => T): T {
  const isInner = db.inTransaction
  db.exec(isInner ? 'SAVEPOINT inner_work' : 'BEGIN IMMEDIATE')
  try {
    const answer = work()
    db.exec(isInner ? 'RELEASE inner_work' : 'COMMIT')
    return answer
  } catch (error) {
    // A full disk makes SQLite roll back by itself; a second rollback would hide the real error.
    if (db.inTransaction) db.exec(isInner ? 'ROLLBACK TO inner_work; RELEASE inner_work' : 'ROLLBACK')
    throw error
  }
}
