import type { Person } from '../../shared/access/schema.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Instant } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Clock } from '../app/clock.ts'
import type { DesktopPort } from '../app/desktop-port.ts'
import type { Logger } from '../app/logger.ts'
import type { Database } from '../db/open.ts'
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

/** The clinic that is open. Throws `signed_out` when none is. */
export function openHere(host: Host): OpenClinic {
  if (!host.open) throw new DomainError('signed_out', 'Sign in to continue.')
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

/** The clinic’s time zone; the computer’s own while no clinic is open. */
export function timeZoneOf(open: OpenClinic | undefined): string {
  const clinic = open && statement<Record<string, never>, { time_zone: string }>(open.db, 'SELECT time_zone FROM clinic WHERE id = 1').get({})
  return clinic?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
