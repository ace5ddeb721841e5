import type { AccessStatus, Person } from '../../shared/access/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Host } from './host.ts'
import { makeSlot } from './key-slot.ts'
import { findKeyring, readKeyring, writeKeyring } from './keyring.ts'
import { openClinic } from './open-clinic.ts'
import { printRecoveryKey } from './recovery-key.ts'
import { keyFromPassword } from './sign-in.ts'
import { statusOf } from './status.ts'

/** Gives the signed-in person a new password. The data key, and so every backup, stays the same. Throws `forbidden` when `current` is wrong. */
export async function changePassword(host: Host, { current, next }: { current: string; next: string }): Promise<AccessStatus> {
  const person = personIn(host)
  const { key } = await keyFromPassword(host, current, person.id).catch(toField('current'))
  const slot = await makeSlot(person, next, { key, cost: host.kdfCost })
  const keyring = readKeyring(host.files.keyring)
  writeKeyring(host.files.keyring, { ...keyring, slots: keyring.slots.map(one => (one.personId === person.id ? slot : one)) })
  return statusOf(host)
}

/** The recovery key in print, after asking for the password once more. Throws `forbidden` when it is wrong. */
export async function showRecoveryKey(host: Host, password: string): Promise<string> {
  const { key } = await keyFromPassword(host, password, personIn(host).id)
  return printRecoveryKey(openClinic(host, key).key)
}

/** Sets how long the clinic may lie idle before it locks itself. */
export function setIdleMinutes(host: Host, minutes: number): AccessStatus {
  writeKeyring(host.files.keyring, { ...readKeyring(host.files.keyring), idleMinutes: minutes })
  return statusOf(host)
}

/** Shows the clinic’s new name before sign-in too. A keyring that cannot be read now keeps the old name: the records are what counts. */
export function showClinicName(host: Host, clinicName: string) {
  const found = findKeyring(host.files.keyring)
  if (found.kind === 'usable' && found.keyring.clinicName !== clinicName) writeKeyring(host.files.keyring, { ...found.keyring, clinicName })
}

/** Who is signed in. Throws `signed_out` otherwise. */
export function personIn(host: Host): Person {
  if (!host.person) throw new DomainError('signed_out', 'Sign in to continue.')
  return host.person
}

// The form asks for the present password under another name.
const toField =
  (field: string) =>
  (error: unknown): never => {
    if (error instanceof DomainError && error.fields?.password) throw new DomainError(error.code, error.message, { [field]: error.message })
    throw error
  }
