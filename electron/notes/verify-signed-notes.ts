import type { Database } from '../db/open.ts'
import { contentHash, FIRST_HASH, type SignedRecord } from './content-hash.ts'

type Row = Omit<SignedRecord, 'content' | 'drawn'> & {
  readonly sequence: number
  readonly content: string
  readonly contentHash: string
  readonly drawn: string
}

/**
 * Walks every signed note of the clinic in the order they were signed and computes its hash anew. `problem` says in words which note no
 * longer equals what was signed (changed, added, moved or removed); null when all do.
 */
export function verifySignedNotes(db: Database): { readonly checked: number; readonly problem: string | null } {
  const rows = db.prepare<[], Row>(
    `SELECT id AS noteId, appointment_id AS appointmentId, patient_id AS patientId, service_on AS serviceOn, content, signer_name AS signerName,
            signer_credentials AS signerCredentials, signed_at AS signedAt, previous_hash AS previousHash, signed_sequence AS sequence,
            content_hash AS contentHash, drawn_signature AS drawn
       FROM notes
      WHERE signed_at IS NOT NULL
      ORDER BY signed_sequence`,
  )
  let checked = 0
  let previous = FIRST_HASH
  for (const { sequence, contentHash: kept, content, drawn, ...row } of rows.iterate()) {
    if (sequence !== checked + 1 || row.previousHash !== previous)
      return { checked, problem: `A signed note is missing before the one of ${row.serviceOn} (number ${sequence}).` }
    if (contentHash({ ...row, content: JSON.parse(content), ...(drawn !== '' && { drawn }) }) !== kept)
      return { checked, problem: `The signed note of ${row.serviceOn} (number ${sequence}) was changed after it was signed.` }
    previous = kept
    checked += 1
  }
  return { checked, problem: null }
}
