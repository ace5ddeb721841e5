import { existsSync } from 'node:fs'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { lastBackupAt } from '../data/list-backups.ts'
import { hasAnyFile } from './clinic-files.ts'
import { type Host, timeZoneOf } from './host.ts'
import { personOf } from './key-slot.ts'
import { type FoundKeyring, findKeyring, MISSING_KEYRING } from './keyring.ts'
import { missingDatabase } from './open-clinic.ts'

/** Minutes until the lock in a new clinic. */
export const USUAL_IDLE_MINUTES = 10

/** What the windows show: no clinic yet, locked, open, or files that cannot be opened and what to do. Changes nothing. */
export function statusOf(host: Host): AccessStatus {
  const found = findKeyring(host.files.keyring)
  const keyring = found.kind === 'usable' ? found.keyring : undefined
  const problem = host.person ? undefined : (host.problem ?? problemWith(host, found))
  return {
    state: host.person ? 'open' : !hasAnyFile(host.files) ? 'empty' : problem ? 'blocked' : 'locked',
    clinicName: keyring?.clinicName ?? '',
    isDemo: host.files === host.demo || (keyring?.isDemo ?? false),
    person: host.person ?? null,
    people: keyring?.slots.map(personOf) ?? [],
    problem: problem ?? null,
    lockedAt: host.locked?.at ?? null,
    lockReason: host.locked?.reason ?? null,
    idleMinutes: keyring?.idleMinutes ?? USUAL_IDLE_MINUTES,
    lastBackupAt: lastBackupAt(host),
    passwordWorks: keyring !== undefined,
    version: host.version,
    now: host.clock.now(),
    timeZone: timeZoneOf(host.open),
  }
}

function problemWith(host: Host, found: FoundKeyring): string | undefined {
  if (!hasAnyFile(host.files)) return undefined
  if (!existsSync(host.files.database)) return missingDatabase(host.files)
  if (found.kind === 'damaged') return found.problem
  return found.kind === 'missing' ? MISSING_KEYRING : undefined
}
