import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { DomainError } from '../../shared/lib/errors.ts'
import { writeWhole } from '../data/put-in-place.ts'
import { KeySlot } from './key-slot.ts'

/** The small file beside the database: who can sign in, and the data key wrapped for each of them. Nothing in it opens the clinic without a password. */
export const Keyring = z.strictObject({
  format: z.literal(1),
  clinicName: z.string().min(1).max(200),
  isDemo: z.boolean(),
  /** Minutes without a key or mouse before the clinic locks itself. */
  idleMinutes: z.int().min(1).max(120),
  slots: z.array(KeySlot).min(1).max(50),
})
export type Keyring = z.infer<typeof Keyring>

/** A keyring file as found: usable, not there, or not to be understood (with the sentence for it). */
export type FoundKeyring = { kind: 'usable'; keyring: Keyring } | { kind: 'missing' } | { kind: 'damaged'; problem: string }

const DAMAGED =
  'The clinic’s keyring file (keyring.json) is damaged, so no password can open the clinic. Open it with the recovery key, which also makes a new keyring.'
const NEWER = 'The clinic’s keyring was written by a newer Myodesk. Install the newest version on this computer.'

/** Reads the keyring without changing anything. Never throws. */
export function findKeyring(path: string): FoundKeyring {
  if (!existsSync(path)) return { kind: 'missing' }
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (z.object({ format: z.int().min(2) }).safeParse(read).success) return { kind: 'damaged', problem: NEWER }
    const parsed = Keyring.safeParse(read)
    return parsed.success ? { kind: 'usable', keyring: parsed.data } : { kind: 'damaged', problem: DAMAGED }
  } catch {
    return { kind: 'damaged', problem: DAMAGED }
  }
}

/** The keyring, where signing in needs it. Throws `storage` with the way out when it is missing or damaged. */
export function readKeyring(path: string): Keyring {
  const found = findKeyring(path)
  if (found.kind === 'usable') return found.keyring
  throw new DomainError('storage', found.kind === 'damaged' ? found.problem : MISSING_KEYRING)
}

/** What to do without a keyring. */
export const MISSING_KEYRING =
  'The clinic’s keyring file (keyring.json) is missing, so no password can open the clinic. Put it back, or open the clinic with the recovery key, which also makes a new keyring.'

/** Writes the keyring whole or not at all. */
export function writeKeyring(path: string, keyring: Keyring) {
  writeWhole(path, `${JSON.stringify(Keyring.parse(keyring), null, 2)}\n`)
}
