import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { type Database, openDatabase } from '../db/open.ts'

/** An encrypted database with the whole schema and no rows, for one test; closed and removed when that test ends. */
export function testDatabase(): Database {
  const dir = mkdtempSync(join(tmpdir(), 'myodesk-database-'))
  const db = openDatabase(join(dir, 'test.db'), randomBytes(32), { mustExist: false })
  onTestFinished(() => {
    db.close()
    rmSync(dir, { recursive: true, force: true })
  })
  migrate(db, migrations, () => undefined)
  return db
}
