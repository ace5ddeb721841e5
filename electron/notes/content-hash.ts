import { createHash } from 'node:crypto'

/** What a signature vouches for: the note’s words, whose it is, who signed when, and the signed note before it. */
export type SignedRecord = {
  readonly noteId: string
  readonly appointmentId: string
  readonly patientId: string
  readonly serviceOn: string
  readonly content: unknown
  readonly signerName: string
  readonly signerCredentials: string
  readonly signedAt: string
  readonly previousHash: string
  /** The drawn signature; left out where none was drawn. */
  readonly drawn?: string
}

/** The hash before the clinic’s first signed note. */
export const FIRST_HASH = '0'.repeat(64)

/** SHA-256 of a signed note in canonical JSON (keys sorted, no spaces), in lower-case hex. */
export function contentHash(record: SignedRecord): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex')
}

/** A value as JSON with its keys sorted and no spaces: equal values make equal texts. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
