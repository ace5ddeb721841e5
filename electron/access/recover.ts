import type { AccessStatus, Person } from '../../shared/access/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import { statement } from '../db/statement.ts'
import { forgetAttempts } from './attempts.ts'
import type { Host, OpenClinic } from './host.ts'
import { makeSlot } from './key-slot.ts'
import { findKeyring, type Keyring, writeKeyring } from './keyring.ts'
import { openClinic, refuseMissingDatabase } from './open-clinic.ts'
import { readRecoveryKey } from './recovery-key.ts'
import { startSession } from './sign-in.ts'
import { statusOf, USUAL_IDLE_MINUTES } from './status.ts'

/**
 * Opens the clinic with the printed recovery key, without the keyring, and gives the owner a new password.
 * Throws `invalid_input` for a typo in the key, `storage` when the key is another clinic’s; the old keyring then stays.
 */
export async function recover(host: Host, { recoveryKey, newPassword }: { recoveryKey: string; newPassword: string }): Promise<AccessStatus> {
  const key = readRecoveryKey(recoveryKey)
  refuseMissingDatabase(host.files)
  if (host.open && Buffer.compare(host.open.key, key) !== 0)
    throw new DomainError('storage', 'This recovery key belongs to another clinic. Nothing was changed.')
  const open = openClinic(host, key)
  const { keyring, owner } = await makeOwnerKeyring(host, open, newPassword)
  writeKeyring(host.files.keyring, keyring)
  forgetAttempts(host.files.attempts)
  startSession(host, owner)
  return statusOf(host)
}

/** A keyring whose owner has a new password. It keeps the owner’s identity where the old keyring can still be read. Writes nothing. */
export async function makeOwnerKeyring(host: Host, { db, key }: OpenClinic, password: string): Promise<{ keyring: Keyring; owner: Person }> {
  const found = findKeyring(host.files.keyring)
  const known = found.kind === 'usable' ? found.keyring : undefined
  const owner = knownOwner(known) ?? { id: PersonId.parse(host.newId()), name: ownerNameIn(db), role: 'owner' }
  const slot = await makeSlot(owner, password, { key, cost: host.kdfCost })
  const clinicName = statement<Record<string, never>, { name: string }>(db, 'SELECT name FROM clinic WHERE id = 1').get({})?.name ?? 'Clinic'
  const keyring: Keyring = { format: 1, clinicName, isDemo: known?.isDemo ?? false, idleMinutes: known?.idleMinutes ?? USUAL_IDLE_MINUTES, slots: [slot] }
  return { keyring, owner }
}

function knownOwner(keyring: Keyring | undefined): Person | undefined {
  const slot = keyring?.slots.find(one => one.role === 'owner')
  return slot && { id: slot.personId, name: slot.name, role: 'owner' }
}

function ownerNameIn(db: OpenClinic['db']): string {
  return (
    statement<Record<string, never>, { name: string }>(db, 'SELECT legal_name AS name FROM practitioners ORDER BY position LIMIT 1').get({})?.name ?? 'Owner'
  )
}
