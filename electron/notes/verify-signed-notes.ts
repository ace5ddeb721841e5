import { DomainError } from '../../shared/lib/errors.ts'
import type { NoteId } from '../../shared/lib/ids.ts'
import type { SignatureCheck } from '../../shared/notes/schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { contentHash, FIRST_HASH, type SignedRecord } from './content-hash.ts'

type Row = Omit<SignedRecord, 'content' | 'drawn'> & {
  readonly sequence: number
  readonly content: string
  readonly contentHash: string
  readonly drawn: string
  /** Whether the chart it stands on was merged with the one it was signed for. */
  readonly isAlongMerges: number
}

const SIGNED = `
     SELECT id AS noteId, appointment_id AS appointmentId, coalesce(signed_for, patient_id) AS patientId, service_on AS serviceOn, content, signer_name AS signerName,
            signer_credentials AS signerCredentials, signed_at AS signedAt, previous_hash AS previousHash, signed_sequence AS sequence,
            content_hash AS contentHash, drawn_signature AS drawn,
            (signed_for IS NULL OR patient_id IN (
               WITH RECURSIVE way (id) AS (
                      SELECT notes.signed_for
                       UNION
                      SELECT iif(m.other_id = way.id, m.kept_id, m.other_id) FROM way JOIN merges m ON way.id IN (m.other_id, m.kept_id)
                    )
               SELECT id FROM way)) AS isAlongMerges
       FROM notes`

const isUnchanged = ({ sequence: _sequence, contentHash: kept, content, drawn, isAlongMerges, ...row }: Row) =>
  isAlongMerges === 1 && contentHash({ ...row, content: JSON.parse(content), ...(drawn !== '' && { drawn }) }) === kept

/**
 * Walks every signed note of the clinic in the order they were signed and computes its hash anew. `problem` says in words which note no
 * longer equals what was signed (changed, added, moved or removed); null when all do.
 */
export function verifySignedNotes(db: Database): { readonly checked: number; readonly problem: string | null } {
  const rows = db.prepare<[], Row>(`${SIGNED}
      WHERE signed_at IS NOT NULL
      ORDER BY signed_sequence`)
  let checked = 0
  let previous = FIRST_HASH
  for (const row of rows.iterate()) {
    const { sequence, serviceOn } = row
    if (sequence !== checked + 1 || row.previousHash !== previous)
      return { checked, problem: `A signed note is missing before the one of ${serviceOn} (number ${sequence}).` }
    if (!isUnchanged(row)) return { checked, problem: `The signed note of ${serviceOn} (number ${sequence}) was changed after it was signed.` }
    previous = row.contentHash
    checked += 1
  }
  return { checked, problem: null }
}

/** Compares one signed note with what was signed, and with the signed notes before and after it. Throws `not_found` for one that is not signed. */
export function checkSignature(db: Database, noteId: NoteId): SignatureCheck {
  const row = statement<{ noteId: string }, Row>(
    db,
    `${SIGNED}
      WHERE id = :noteId AND signed_at IS NOT NULL`,
  ).get({ noteId })
  if (!row) throw new DomainError('not_found', 'This note is not signed.')
  const { sequence } = row
  const before = sequence === 1 ? FIRST_HASH : neighbor(db, sequence - 1)?.contentHash
  const after = neighbor(db, sequence + 1)
  const answer = (isIntact: boolean, sentence: string) => ({ isIntact, number: sequence, sentence })
  if (!isUnchanged(row)) return answer(false, 'This note was changed after it was signed. Restore a backup to see what was signed.')
  if (before !== row.previousHash) return answer(false, 'The signed note before this one was changed or removed.')
  if (after && after.previousHash !== row.contentHash) return answer(false, 'The signed note after this one was changed or removed.')
  const place = sequence === 1 ? 'the clinic’s first signed note' : `signed note ${sequence} of the clinic, chained to the one before it`
  return answer(true, `Every word is as it was signed. This is ${place}.`)
}

function neighbor(db: Database, sequence: number): { readonly contentHash: string; readonly previousHash: string } | undefined {
  return statement<{ sequence: number }, { contentHash: string; previousHash: string }>(
    db,
    'SELECT content_hash AS contentHash, previous_hash AS previousHash FROM notes WHERE signed_sequence = :sequence',
  ).get({ sequence })
}
