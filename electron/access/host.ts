import { existsSync } from 'node:fs'
import type { Person } from '../../shared/access/schema.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Instant } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Clock } from '../app/clock.ts'
import type { DesktopPort } from '../app/desktop-port.ts'
import type { Logger } from '../app/logger.ts'
import { copyBeforeMigration } from '../data/backup.ts'
import { migrate, versionOf } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { type Database, openDatabase } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import type { ClinicFiles } from './clinic-files.ts'
import type { KdfCost } from './key-slot.ts'

/** The clinic’s database while it is open, with its data key. */
export type OpenClinic = { readonly db: Database; readonly key: Uint8Array }

/**
 * What stands around the records: which folder, whether its file is open, who is signed in. Signing in, recovery, backup and restore work on it,
 * since they must work before (and without) an open clinic. Locking ends the session; the file stays open in this process so that quitting can back up.
 */
export type Host = {
  readonly own: ClinicFiles
  readonly demo: ClinicFiles
  readonly resourcesDir: string
  readonly desktop: DesktopPort
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly version: string
  readonly kdfCost: KdfCost
  readonly emit: (event: AppEvent) => void
  /** Runs what takes several steps over the keys or files one after another: two sign-ins, or a restore and a recovery, never overlap. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Whether a clinic set up here is a demo. */
  readonly makesDemo: boolean
  files: ClinicFiles
  open: OpenClinic | undefined
  person: Person | undefined
  /** Why the file could not be opened, until it can. */
  problem: string | undefined
  locked: { readonly at: Instant; readonly reason: 'asked' | 'idle' } | undefined
}

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

/** Closes the file and ends the session, without a backup. */
export function closeClinic(host: Host) {
  host.open?.db.close()
  host.open = undefined
  host.person = undefined
  host.problem = undefined
  host.locked = undefined
}

/** Throws `storage` where a clinic’s database should be and is not. Nothing new is made in its place. */
export function refuseMissingDatabase(files: ClinicFiles) {
  if (!existsSync(files.database)) throw new DomainError('storage', missingDatabase(files))
}

/** What to do when the database is gone but the keyring is here. */
export function missingDatabase(files: ClinicFiles): string {
  return `The clinic’s file (myodesk.db) is missing from ${files.dir}. Put it back, or restore a backup.`
}

/** The clinic’s time zone; the computer’s own while no clinic is open. */
export function timeZoneOf(open: OpenClinic | undefined): string {
  const clinic = open && statement<Record<string, never>, { time_zone: string }>(open.db, 'SELECT time_zone FROM clinic WHERE id = 1').get({})
  return clinic?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
