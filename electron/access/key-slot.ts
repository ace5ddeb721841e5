import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { type Person, Role } from '../../shared/access/schema.ts'
import { PersonId } from '../../shared/lib/ids.ts'

/** The cost of trying one password: scrypt’s N, r and p. Stored with each slot, so that it can rise later. */
export const KdfCost = z.strictObject({
  N: z
    .int()
    .min(1024)
    .max(2 ** 20),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
})
export type KdfCost = z.infer<typeof KdfCost>

/** About 128 MB and a few tenths of a second for each try. */
export const ORDINARY_COST: KdfCost = { N: 2 ** 17, r: 8, p: 1 }

const base64 = (bytes: number) => z.base64().refine(text => Buffer.from(text, 'base64').length === bytes, `Expected ${bytes} bytes.`)

/** One person’s way to the data key: it is wrapped (AES-256-GCM) under a key made from their password. */
export const KeySlot = z.strictObject({
  personId: PersonId,
  name: z.string().min(1).max(200),
  role: Role,
  kdf: KdfCost,
  salt: base64(16),
  nonce: base64(12),
  wrapped: base64(32),
  tag: base64(16),
})
export type KeySlot = z.infer<typeof KeySlot>

/** Wraps the data key for a person under their password. */
export async function makeSlot(person: Person, password: string, { key, cost }: { key: Uint8Array; cost: KdfCost }): Promise<KeySlot> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await passwordKey(password, salt, cost), nonce).setAAD(aboutPerson(person))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    personId: person.id,
    name: person.name,
    role: person.role,
    kdf: cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The data key of a slot; `undefined` when the password is wrong or the slot (its role too) was tampered with. */
export async function openSlot(slot: KeySlot, password: string): Promise<Uint8Array | undefined> {
  const key = await passwordKey(password, Buffer.from(slot.salt, 'base64'), slot.kdf)
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 })
  decipher.setAuthTag(Buffer.from(slot.tag, 'base64')).setAAD(aboutPerson(personOf(slot)))
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'base64')), decipher.final()])
  } catch {
    return undefined
  }
}

/** The person a slot belongs to. */
export function personOf(slot: KeySlot): Person {
  return { id: slot.personId, name: slot.name, role: slot.role }
}

const aboutPerson = (person: Person) => Buffer.from(`myodesk slot 1 ${person.id} ${person.role}`)

function passwordKey(password: string, salt: Uint8Array, { N, r, p }: KdfCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // One password, one key, whichever keyboard composed its accents.
    scrypt(password.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
