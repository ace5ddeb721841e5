import { ClaimTyped } from '../../shared/documents/claim-form.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { EpisodeId, PrescriberId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

/** Who wrote which prescription of a case. */
export function prescribersOf(db: Database, episodeId: EpisodeId): ReadonlyMap<PrescriptionId, PrescriberId> {
  const rows = statement<{ episodeId: string }, { id: PrescriptionId; prescriberId: PrescriberId }>(
    db,
    'SELECT id, prescriber_id AS prescriberId FROM prescriptions WHERE episode_id = :episodeId',
  ).all({ episodeId })
  return new Map(rows.map(({ id, prescriberId }) => [id, prescriberId]))
}

/** The day of a case’s first treatment; null before it. */
export function firstTreatedOn(db: Database, episodeId: EpisodeId): LocalDate | null {
  return (
    statement<{ episodeId: string }, { on: LocalDate | null }>(
      db,
      `SELECT substr(min(starts_at), 1, 10) AS "on"
         FROM appointments
        WHERE episode_id = :episodeId AND status IN ('finished', 'checked-out')`,
    ).get({ episodeId })?.on ?? null
  )
}

/** What was typed for the case’s last claim; null where none was made. */
export function lastTyped(db: Database, episodeId: EpisodeId): ClaimTyped | null {
  const row = statement<{ episodeId: string }, { typed: string }>(
    db,
    `SELECT content -> '$.paper.typed' AS typed
       FROM documents
      WHERE kind = 'claim-form' AND episode_id = :episodeId AND typed IS NOT NULL
      ORDER BY issued_at DESC, version DESC
      LIMIT 1`,
  ).get({ episodeId })
  return row ? ClaimTyped.parse(JSON.parse(row.typed)) : null
}

/** The address to which the last claim to a payer was sent, found by the name as it stands on the form; empty where none is known. */
export function lastAddressOf(db: Database, payer: string): string {
  const row = statement<{ payer: string }, { address: string }>(
    db,
    `SELECT content ->> '$.paper.typed.payerAddress' AS address
       FROM documents
      WHERE kind = 'claim-form' AND content ->> '$.paper.texts.payer' = :payer AND address <> ''
      ORDER BY issued_at DESC, version DESC
      LIMIT 1`,
  ).get({ payer })
  return row?.address ?? ''
}
