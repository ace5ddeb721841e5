import type { AccessStatus, Person } from '../../shared/access/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { backUpOnLeaving } from '../data/backup.ts'
import { beginAttempt, forgetAttempts } from './attempts.ts'
import { closeClinic, type Host } from './host.ts'
import { openSlot, personOf } from './key-slot.ts'
import { readKeyring } from './keyring.ts'
import { openClinic, refuseMissingDatabase } from './open-clinic.ts'
import { statusOf } from './status.ts'

/** Signs a person in with their password and opens the clinic’s file. Throws `forbidden` on a wrong password, `storage` when a file is missing or damaged. */
export async function signIn(host: Host, { personId, password }: { personId: string; password: string }): Promise<AccessStatus> {
  refuseMissingDatabase(host.files)
  const { key, person } = await keyFromPassword(host, password, personId)
  openOrRemember(host, key)
  startSession(host, person)
  return statusOf(host)
}

// The password was right, so a file that does not open is the file’s trouble: the sign-in screen goes on saying so.
function openOrRemember(host: Host, key: Uint8Array) {
  try {
    openClinic(host, key)
  } catch (error) {
    if (error instanceof DomainError) host.problem = error.message
    throw error
  }
}

/** The data key and the person of a password; any person’s when `personId` is left out. Counts the try. Throws as `signIn`. */
export async function keyFromPassword(host: Host, password: string, personId?: string): Promise<{ key: Uint8Array; person: Person }> {
  const slots = readKeyring(host.files.keyring).slots.filter(slot => personId === undefined || slot.personId === personId)
  if (slots.length === 0) throw new DomainError('not_found', 'That person is not in this clinic’s keyring. Choose another name.')
  beginAttempt(host.files.attempts, Date.parse(host.clock.now()))
  for (const slot of slots) {
    const key = await openSlot(slot, password)
    if (key) {
      forgetAttempts(host.files.attempts)
      return { key, person: personOf(slot) }
    }
  }
  const sentence = 'That password does not open this clinic. Check Caps Lock and the keyboard, then try again.'
  throw new DomainError('forbidden', sentence, { password: sentence })
}

/** Starts a person’s session on the open file. */
export function startSession(host: Host, person: Person) {
  host.person = person
  host.locked = undefined
  host.problem = undefined
}

/** Ends the session: every request but those of the sign-in screen is refused from now on. */
export function lock(host: Host, reason: 'asked' | 'idle'): AccessStatus {
  if (host.person) {
    host.locked = { at: host.clock.now(), reason }
    host.person = undefined
    host.emit({ kind: 'locked' })
  }
  return statusOf(host)
}

/** Leaves one clinic’s folder for another’s (the clinic’s own, or the demo). */
export function moveTo(host: Host, files: Host['files']) {
  backUpOnLeaving(host)
  closeClinic(host)
  host.files = files
}
