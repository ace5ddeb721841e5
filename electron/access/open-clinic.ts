import { existsSync } from 'node:fs'
import { DomainError } from '../../shared/lib/errors.ts'
import { copyBeforeMigration } from '../data/backup.ts'
import { migrate, versionOf } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { openDatabase } from '../db/open.ts'
import type { ClinicFiles } from './clinic-files.ts'
import type { Host, OpenClinic } from './host.ts'

/** Opens the clinic’s file under its key and brings it to this version’s format; a file already open stays. Throws `storage` with the way out. */
export function openClinic(host: Host, key: Uint8Array): OpenClinic {
  if (host.open) return host.open
  refuseMissingDatabase(host.files)
  const db = openDatabase(host.files.database, key, { mustExist: true })
  try {
    if (versionOf(db) === 0) throw new DomainError('storage', 'The clinic’s file holds no records. It was left as it is. Restore a backup.')
    migrate(db, migrations, () => copyBeforeMigration({ db, key }, host))
  } catch (error) {
    db.close()
    throw error
  }
  host.open = { db, key }
  return host.open
}

/** Throws `storage` where a clinic’s database should be and is not. Nothing new is made in its place. */
export function refuseMissingDatabase(files: ClinicFiles) {
  if (!existsSync(files.database)) throw new DomainError('storage', missingDatabase(files))
}

/** What to do when the database is gone but the keyring is here. */
export function missingDatabase(files: ClinicFiles): string {
  return `The clinic’s file (myodesk.db) is missing from ${files.dir}. Put it back, or restore a backup.`
}
