import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AccessStatus, Person } from '../../shared/access/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { setAside } from '../access/clinic-files.ts'
import type { Host } from '../access/host.ts'
import { findKeyring, type Keyring, writeKeyring } from '../access/keyring.ts'
import { openClinic } from '../access/open-clinic.ts'
import { makeOwnerKeyring } from '../access/recover.ts'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { keyFromPassword, startSession } from '../access/sign-in.ts'
import { statusOf } from '../access/status.ts'
import { CLINIC_FILES } from '../app/paths.ts'
import { openForReading, refuseIfInUse } from '../db/open.ts'
import { codeOf, storageRefusal } from '../db/sqlite-errors.ts'
import { putInPlace } from './put-in-place.ts'
import { verifyCopy } from './verify.ts'

/** Which backup, and one of the two keys. `newPassword` makes a new keyring; it is needed with a recovery key where no keyring is usable. */
export type RestoreRequest = {
  readonly path: string
  readonly password?: string | undefined
  readonly recoveryKey?: string | undefined
  readonly newPassword?: string | undefined
}

type Prepared = { readonly key: Uint8Array; readonly person: Person | undefined; readonly keyring: Keyring | undefined }

/**
 * Puts a verified backup in place of the present file, which is renamed aside with its journal and never deleted, and signs in.
 * Until the backup is proved sound nothing moves. Throws `storage`, `forbidden` or `invalid_input` in words.
 */
export async function restore(host: Host, request: RestoreRequest): Promise<{ status: AccessStatus; setAside: string | null }> {
  const candidate = join(host.files.dir, CLINIC_FILES.restoring)
  try {
    removeCandidate(candidate)
    const { key, person } = await keyFor(host, request)
    copyIn(request.path, candidate)
    verifyBackup(candidate, key)
    const prepared = await withKeyring(host, { key, person, keyring: undefined }, { ...request, path: candidate })
    if (!host.open) refuseIfInUse(host.files.database)
    const aside = replaceFile(host, candidate, prepared)
    openClinic(host, key)
    if (prepared.person) startSession(host, prepared.person)
    return { status: statusOf(host), setAside: aside }
  } finally {
    removeCandidate(candidate)
  }
}

// With the journal that looking into it may have made: a stale one would be taken for the next candidate’s.
function removeCandidate(candidate: string) {
  for (const end of ['', '-wal', '-shm']) rmSync(candidate + end, { force: true })
}

async function keyFor(host: Host, { password, recoveryKey }: RestoreRequest): Promise<{ key: Uint8Array; person: Person | undefined }> {
  if (recoveryKey !== undefined) return { key: readRecoveryKey(recoveryKey), person: undefined }
  if (password !== undefined) return keyFromPassword(host, password)
  throw new DomainError('invalid_input', 'Enter the clinic’s password or the recovery key.', { password: 'Enter the password, or use the recovery key.' })
}

async function withKeyring(host: Host, prepared: Prepared, { path, newPassword }: RestoreRequest): Promise<Prepared> {
  if (prepared.person) return prepared
  if (newPassword === undefined) {
    if (findKeyring(host.files.keyring).kind === 'usable') return prepared
    throw new DomainError('invalid_input', 'Choose a new password: this computer has no keyring for the clinic.', { newPassword: 'Choose a new password.' })
  }
  const db = openForReading(path, prepared.key)
  try {
    const { keyring, owner } = await makeOwnerKeyring(host, { db, key: prepared.key }, newPassword)
    return { key: prepared.key, person: owner, keyring }
  } finally {
    db.close()
  }
}

// The session and the connection end before the present file moves; the verified copy waits under a name that the next start would finish with.
function replaceFile(host: Host, candidate: string, { keyring }: Prepared): string | null {
  host.open?.db.close()
  host.open = undefined
  host.person = undefined
  const stamp = host.clock.now().replaceAll(/[-:]/g, '').slice(0, 15)
  putInPlace(candidate, host.files.incoming)
  const aside = setAside(host.files, stamp)
  if (keyring) writeKeyring(host.files.keyring, keyring)
  putInPlace(host.files.incoming, host.files.database)
  return aside
}

// The sentences speak of the clinic’s own file, which is untouched.
function verifyBackup(candidate: string, key: Uint8Array) {
  try {
    verifyCopy(candidate, key)
  } catch (error) {
    const refusal = error instanceof DomainError ? error : storageRefusal(error)
    if (!refusal) throw error
    const sentence = refusal.message
      .replace(/^(The clinic’s|This) (file|copy)/, 'This backup')
      .replace(/Nothing was saved\. |It was left as it is\. ?/, 'Nothing was changed. ')
      .replace(/Restore (a|the newest) backup\./, 'Choose another backup.')
    throw new DomainError('storage', sentence.trim())
  }
}

function copyIn(path: string, candidate: string) {
  try {
    copyFileSync(path, candidate)
  } catch (error) {
    if (/^(ENOENT|EISDIR|ENOTDIR)$/.test(codeOf(error))) throw new DomainError('not_found', 'There is no backup at that place. Choose another file.')
    throw error
  }
}
