import { DomainError } from '../../shared/lib/errors.ts'
import type { Database } from './open.ts'
import { transaction } from './transaction.ts'

/** One released step of the file’s format. Versions run 1, 2, 3 …; a released step is never edited. */
export type Migration =
  | { readonly version: number; readonly name: string; readonly sql: string }
  | { readonly version: number; readonly name: string; up(db: Database): void }

/** The format of a file: the version of the last step it went through, 0 for an empty one. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Throws `storage` if a newer Myodesk wrote this file. */
export function refuseNewer(db: Database, migrations: readonly Migration[]) {
  if (versionOf(db) > newest(migrations))
    throw new DomainError(
      'storage',
      'This clinic was saved by a newer Myodesk. Install the newest version on this computer and open it again. The file was left as it is.',
    )
}

/**
 * Brings the file to the newest format, each step whole or not at all. `copyBefore` is called once before an existing file is touched.
 * Throws `storage` for a newer file, and whatever a step throws; the file is then as before that step.
 */
export function migrate(db: Database, migrations: readonly Migration[], copyBefore: () => void) {
  refuseNewer(db, migrations)
  const from = versionOf(db)
  const pending = migrations.filter(step => step.version > from)
  if (pending.length === 0) return
  if (from > 0) copyBefore()
  // A step may rebuild a table that others refer to; references are checked below, before each commit.
  db.pragma('foreign_keys = OFF')
  try {
    for (const step of pending) runStep(db, step)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function runStep(db: Database, step: Migration) {
  transaction(db, () => {
    if ('sql' in step) db.exec(step.sql)
    else step.up(db)
    const broken = db.prepare('PRAGMA foreign_key_check').all()
    if (broken.length > 0) throw new Error(`Migration ${step.version} (${step.name}) would leave ${broken.length} broken references.`)
    db.pragma(`user_version = ${step.version}`)
  })
}

function newest(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** The whole schema as text, in a stable order, for review and for the snapshot test. */
export function schemaText(db: Database): string {
  const rows = db
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index', type = 'trigger', name",
    )
    .all()
  return `${rows.map(row => `${row.sql};`).join('\n\n')}\n`
}
